// Finds a guest by whatever is typed and admits them after one question; takes a typed ticket code in the same field.
// For who may only scan it takes codes alone, and is the way to the PIN.
#pragma once

#include "kiosk/app/guest_question.h"

namespace turnout::kiosk {

class SearchPage final : public DoorPage {
  public:
    enum class Of { guests, codes };

    // `typed`: what stands in the field already.
    explicit SearchPage(Of of = Of::guests, std::string typed = {}) : of_(of) { typed_.set(std::move(typed)); }

    bool findsPeople() const override { return of_ == Of::guests; }
    bool handlesSearch() const override { return of_ == Of::codes; }
    std::string unknownName() const override;
    std::optional<Millis> staysUntouched() const override { return kLocksAfter; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext&) override { return typed_.empty() ? PageWish{} : ask(); }
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    PageWish onCounts(const PageContext& context) override;

  private:
    PageWish ask();
    PageWish check();
    void move(std::ptrdiff_t rows);
    void open(std::size_t row);
    std::size_t rowsShown() const;
    SearchScreen searchScreen(const PageContext& context) const;

    Of of_;
    TypedText typed_;
    People people_;
    std::size_t first_ = 0, selected_ = 0;
    bool keyboard_ = true, figures_ = false;
    std::optional<ListedGuest> chosen_;  // the person who is asked about
};

}  // namespace turnout::kiosk
