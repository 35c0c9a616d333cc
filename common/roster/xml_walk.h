// An XML part as it streams by (Expat); for the inside of this folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace turnout {

// Tags without their name space. Attributes are asked for by name while `open` runs.
class XmlWalk {
  public:
    using Attribute = std::function<std::string(std::string_view name)>;
    using Open = std::function<void(std::string_view tag, const Attribute& attribute)>;
    using Close = std::function<void(std::string_view tag)>;
    using Text = std::function<void(std::string_view text)>;

    XmlWalk(Open open, Close close, Text text);
    ~XmlWalk();
    XmlWalk(const XmlWalk&) = delete;
    XmlWalk& operator=(const XmlWalk&) = delete;

    bool feed(std::string_view bytes);  // false: not well-formed, or stop() was called
    void stop() { stopped_ = true; }

  private:
    static void opened(void* self, const char* tag, const char** attributes);
    static void closed(void* self, const char* tag);
    static void said(void* self, const char* text, int size);

    Open open_;
    Close close_;
    Text text_;
    void* parser_ = nullptr;
    int depth_ = 0;
    bool stopped_ = false;
};

}  // namespace turnout
