// Owns what the hall sees: which scene, when the next one comes, moments, show mode, blackout, messages, languages.
// Pure: time is given, nothing is read or drawn; whether pictures are there is asked.
#pragma once

#include <array>
#include <map>

#include "display/app/by_hand.h"
#include "display/app/count_presenter.h"
#include "display/app/hall_screen.h"

namespace turnout::display {

enum class Control {
    doorsOpen,  // the six scenes, in the order of Scene
    count,
    journey,
    universities,
    programme,
    thankYou,
    nextScene,
    rotation,  // changes by itself: on or off
    showMode,
    blackout,
    language,
    nextAct,
    actBack,
    actsByClock,
    later,    // five minutes on everything still to come
    earlier,  // five of those minutes taken back
    message,
    noMessage,
    moments,
    skipMoment,
    testCard,
    clean,
    keyColour,
    slower,  // every scene stays two seconds longer
    faster,
    keys,
};

class HallPresenter {
  public:
    // `fixed`: this scene alone, without rotation and moments.
    HallPresenter(EventPlan plan, bool demoClock, std::optional<Scene> fixed = std::nullopt);

    void confirmed(SteadyTime now, TimePoint wall) { count_.confirmed(now, wall); }
    void take(const HallNumbers& numbers, SteadyTime now, TimePoint wall);
    void tick(SteadyTime now, TimePoint wall);
    void control(Control control, SteadyTime now, TimePoint wall);
    // Moments begin when their pictures are there, after kMomentPictures at the latest.
    void waitFor(PicturesReady pictures) { moments_.waitFor(std::move(pictures)); }
    void say(const Names& message);  // a message in the organiser's own words; empty takes it off

    // What must outlive a restart; recalled before the first numbers.
    ByHand byHand() const;
    void recall(const ByHand& state);

    bool begun() const { return count_.begun(); }
    // As CountPresenter::replan(); settings that the organiser changed replace what the operator chose of them.
    void replan(EventPlan plan);
    const HallScreen& screen() const { return screen_; }
    const CountPresenter& numbers() const { return count_; }

    // --- what the operator sees ---
    Scene scene() const { return scene_; }
    Scene upcoming() const;
    bool rotates() const { return rotates_ && !held_; }
    std::chrono::seconds stays() const { return stays(scene_); }  // the scene that is on
    Millis untilNext(SteadyTime now) const;
    float shareOver(SteadyTime now) const;                           // of the scene's time
    std::optional<TimePoint> actBegan() const { return actBegan_; }  // when it was moved by hand
    Language language() const { return language_; }
    void speak(Language language) { language_ = language; }
    bool momentsOn() const { return momentsOn_; }
    const Moments& moments() const { return moments_; }
    // They wait for the end of an act: show mode is on, or the programme says so.
    bool actHoldsMoments(TimePoint wall) const;
    const HallSettings& settings() const { return settings_; }
    SceneScreen sceneScreen(Scene scene, SteadyTime now, TimePoint wall) const;
    const std::vector<Names>& messages() const { return messages_; }

  private:
    const std::vector<SceneTime>& timetable() const;
    bool hasContent(Scene scene) const;
    std::chrono::seconds stays(Scene scene) const;
    bool inTimetable(Scene scene) const;
    void prepareMessages();
    void change(Scene scene, SteadyTime now);
    void rotate(SteadyTime now);
    void growArc(SteadyTime now);
    Tongues tongues(SteadyTime now) const;
    void nextMessage();
    void pace(std::chrono::seconds by);

    CountPresenter count_;
    HallSettings settings_;
    HallScreen screen_;
    Moments moments_;
    std::vector<Names> messages_;
    std::optional<std::size_t> message_;

    Scene scene_ = Scene::count;
    SteadyTime since_{};
    CountryCode arcOf_;  // whose arc grows on the journey, or has grown
    SteadyTime arcSince_{};
    std::array<std::size_t, kScenes.size()> visits_{};  // how often each scene has come
    std::optional<SteadyTime> fadeSince_;
    std::optional<Scene> fadesFrom_;
    SteadyTime leavingSince_{};
    bool rotates_ = true, momentsOn_ = true;
    std::chrono::seconds slower_{0};  // what every scene stays longer than the timetable says
    bool held_ = false;  // a scene by hand that the timetable does not have: it stays until the operator lets it go
    Language language_ = Language::both;
    TimePoint wall_{};
    std::optional<TimePoint> actBegan_;
};

}  // namespace turnout::display
