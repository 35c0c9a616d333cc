// Where a text may not go on in a new line, beside what Unicode says: in a hyphenated name, between a word and the
// letter or number that belongs to it ("Door B", "row 12"), and inside a Chinese word of up to four characters, for
// which every line has room. For the inside of this folder.
#pragma once

#include <pango/pango.h>

#include <string>

namespace turnout::paint {

// `text`: valid UTF-8.
void keepTogether(const std::string& text, PangoAttrList* list);

}  // namespace turnout::paint
