#include "common/roster/xml_walk.h"

#include <expat.h>

#include <algorithm>

namespace turnout {
namespace {

constexpr int kDeepest = 64;

std::string_view withoutSpace(const char* name) {
    const std::string_view all = name;
    const auto colon = all.rfind(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

}  // namespace

XmlWalk::XmlWalk(Open open, Close close, Text text)
    : open_(std::move(open)), close_(std::move(close)), text_(std::move(text)) {
    XML_Parser parser = XML_ParserCreate(nullptr);
    parser_ = parser;
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, opened, closed);
    XML_SetCharacterDataHandler(parser, said);
    // A workbook has no document type; one that has is an attack on whoever reads it.
    XML_SetStartDoctypeDeclHandler(
        parser, [](void* self, const char*, const char*, const char*, int) { static_cast<XmlWalk*>(self)->stop(); });
}

XmlWalk::~XmlWalk() {
    XML_ParserFree(static_cast<XML_Parser>(parser_));
}

bool XmlWalk::feed(std::string_view bytes) {
    return !stopped_ &&
           XML_Parse(static_cast<XML_Parser>(parser_), bytes.data(), static_cast<int>(bytes.size()), 0) ==
               XML_STATUS_OK &&
           !stopped_;
}

void XmlWalk::opened(void* self, const char* tag, const char** attributes) {
    auto& walk = *static_cast<XmlWalk*>(self);
    if (++walk.depth_ > kDeepest) walk.stop();
    if (walk.stopped_) return;
    walk.open_(withoutSpace(tag), [attributes](std::string_view name) {
        for (const char** at = attributes; *at != nullptr; at += 2)
            if (*at == name || withoutSpace(*at) == name) return std::string(at[1]);
        return std::string();
    });
}

void XmlWalk::closed(void* self, const char* tag) {
    auto& walk = *static_cast<XmlWalk*>(self);
    --walk.depth_;
    if (!walk.stopped_) walk.close_(withoutSpace(tag));
}

void XmlWalk::said(void* self, const char* text, int size) {
    auto& walk = *static_cast<XmlWalk*>(self);
    if (!walk.stopped_) walk.text_({text, static_cast<std::size_t>(size)});
}

}  // namespace turnout
