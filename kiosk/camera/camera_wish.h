// Which camera a door takes when there may be several, by name.
//
// A camera that was chosen (by a person, or by having been the first to give pictures) keeps its place: while it is
// away no other is taken, for nobody would see that tickets are held up to the wrong one. Only at the start, with a
// remembered camera that is not there, another stands in for it, so that the door can open; it goes when the remembered
// one appears. A stand-in that goes away itself is waited for like any other.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace turnout::kiosk {

class CameraWish {
  public:
    explicit CameraWish(std::string remembered = {}) : wanted_(std::move(remembered)) {}  // empty = any

    void choose(std::string name);         // a person did: this one and no other
    void onLive(const std::string& name);  // it gives pictures

    // Which of those that are there is to be opened now; nothing = none of them.
    std::optional<std::string> pick(const std::vector<std::string>& there) const;
    // A stand-in is open, and the one it stands in for is there.
    bool isBack(const std::vector<std::string>& there) const;

    std::string waitedFor() const { return firm_ ? wanted_ : standIn_; }  // empty = whichever comes
    std::string standsInFor() const { return standIn_.empty() ? std::string() : wanted_; }

  private:
    std::string wanted_, standIn_;
    bool firm_ = false;  // no other instead
};

}  // namespace turnout::kiosk
