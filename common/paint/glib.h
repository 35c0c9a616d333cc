// Owners of GObject references and Cairo's handles, for the inside of this folder.
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include <memory>

namespace turnout::paint {

struct GUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using GOwned = std::unique_ptr<T, GUnref>;

struct CairoEnd {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using SurfaceOwned = std::unique_ptr<cairo_surface_t, CairoEnd>;
using CairoOwned = std::unique_ptr<cairo_t, CairoEnd>;

}  // namespace turnout::paint
