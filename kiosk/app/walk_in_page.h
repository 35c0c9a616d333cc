// Takes down somebody without a registration, admits them and makes their ticket. It stays until the answer is there,
// and until a refusal has been looked at: a walk-in who was not admitted is nowhere written down, and what was typed is
// not lost. Nor is it while one of several namesakes is looked for in the search.
#pragma once

#include <array>

#include "kiosk/app/guest_question.h"

namespace turnout::kiosk {

class WalkInPage final : public DoorPage {
  public:
    explicit WalkInPage(std::string called = {}) { fields_[name].set(std::move(called)); }

    bool findsPeople() const override { return true; }
    std::optional<Millis> staysUntouched() const override;
    bool holds(const PageContext&) const override { return waiting_ || refused_ || choosing_; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onTab(bool back, const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;
    bool endsWith(const Answer& answer) const override;
    bool onRefused(const ScanId& scan, const Error& error) override;

  private:
    enum Field : std::size_t { name, country, university, nativeName };  // what is needed comes first

    enum class Below { listed, ticket, choices };  // in the one place under the fields

    bool isBlank() const;
    Below below(const PageContext& context) const;
    std::optional<CountryCode> chosen() const;
    void offer(const PageContext& context);
    void take(std::size_t offered);
    std::size_t next() const;
    std::optional<std::size_t> theOneLeft(const PageContext& context) const;
    void settle(const PageContext& context);
    void focusOn(std::size_t field, const PageContext& context);
    PageWish press(const DoorPress& press, const PageContext& context);
    PageWish admit(const PageContext& context);
    PageWish lookForThem();
    bool asksWho() const;
    PageWish theListedOne();
    std::string missing(const PageContext& context) const;
    std::string remark(Field field, const PageContext& context) const;
    std::vector<std::string> universities(const PageContext& context) const;
    bool isKnown(const PageContext& context) const;

    std::array<TypedText, 4> fields_;
    Field focus_ = name;
    std::optional<Choice> taken_;  // of the countries, the last
    std::vector<Choice> offered_;  // for the field that has the focus
    bool consent_ = false, keyboard_ = true, figures_ = false;
    std::optional<ScanId> waiting_;  // for the answer to this
    std::optional<Error> refused_;
    std::optional<PeopleQuestion> asked_;  // is somebody of this name and country on the list?
    std::vector<ListedGuest> listed_;
    bool answered_ = false;                 // and the answer is there
    std::optional<PeopleQuestion> others_;  // of whom it names it was said that they are somebody else
    bool asking_ = false;                   // whether the one on the list stands here
    bool choosing_ = false;                 // in the search, which of several stands here
};

}  // namespace turnout::kiosk
