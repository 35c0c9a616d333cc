// Where a text may not go on in a new line, beside what Unicode says: at what belongs to the word before it (see
// word_ends.h), and inside a Chinese word of up to four characters, for which every line has room. For the inside of
// this folder.
#pragma once

#include <pango/pango.h>

#include <string>

namespace turnout::paint {

// `text`: valid UTF-8.
void keepTogether(const std::string& text, PangoAttrList* list);

}  // namespace turnout::paint
