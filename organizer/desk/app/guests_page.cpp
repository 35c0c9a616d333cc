#include "organizer/desk/app/guests_page.h"

#include <algorithm>
#include <fstream>

#include "common/report/placed_file.h"
#include "organizer/desk/app/frame.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNewest = 6;

// Words for what was answered, for the line that offers to take it back.
Text answerWords(const ListQuestion& question, const Answer& answer, const CountryCode& country, Lang lang) {
    const std::string rows = std::to_string(question.lines.size()), found = shorten(question.found, 32);
    switch (answer.kind) {
        case AnswerKind::country:
        case AnswerKind::anyCountry:
            return {"desk.review.said_country",
                    {{"found", found}, {"country", countryName(country, lang)}, {"rows", rows}}};
        case AnswerKind::clearCell: return {"desk.review.said_clear", {{"rows", rows}}};
        case AnswerKind::shortenCell: return {"desk.review.said_short", {{"rows", rows}}};
        case AnswerKind::type: return {"desk.review.said_text", {{"rows", rows}}};
        case AnswerKind::leaveOut: return {"desk.review.said_left", {{"rows", rows}}};
        case AnswerKind::keepThis:
        case AnswerKind::keepOther: return {"desk.review.said_keep", {}};
        case AnswerKind::keepBoth: return {"desk.review.said_both", {}};
    }
    return {"desk.review.said_keep", {}};
}

// Never longer than `most` characters, the ellipsis included.
std::string cutTo(const std::string& text, std::size_t most) {
    return most < 2 ? text : shorten(text, most - 1);
}

}  // namespace

GuestsPage::GuestsPage(Session& session) : session_(session) {}

GuestsScreen GuestsPage::screen() const {
    GuestsScreen screen = screen_;
    screen.lang = session_.lang();
    screen.event = session_.eventSerial();
    return screen;
}

const EventPlan& GuestsPage::plan() const {
    static const EventPlan none;
    return session_.event() != nullptr ? session_.event()->plan : none;
}

void GuestsPage::tick() {
    if (session_.event() == nullptr) return;
    if (event_ != session_.eventSerial()) {
        event_ = session_.eventSerial();
        screen_ = {};
        answers_ = {};
        ++reviews_;
        loaded_ = 0;
        screen_.part = session_.event()->sizes.guests > 0 ? GuestsPart::list : GuestsPart::bring;
    }
    screen_.bring.hasList = session_.event()->sizes.guests > 0;
    showPart(screen_.part);
    if (const auto guest = session_.takeWantedGuest()) lookFor(*guest);
    if (loaded_ != session_.version()) loadList();
}

void GuestsPage::shown() {
    tick();
    if (session_.event() == nullptr) return;
    session_.work().quietly([this](Work::Handle&) -> Work::Then {
        auto found = newestFiles({".csv", ".tsv", ".xlsx", ".txt"}, kNewest);
        return [this, found = std::move(found)] { screen_.bring.newest = found; };
    });
}

void GuestsPage::dropped(const std::vector<fs::path>& files) {
    tick();
    if (session_.event() == nullptr || files.empty()) return;
    take(files.front());
    if (files.size() > 1) session_.tell({"desk.review.one_at_a_time", {{"file", files.front().filename().string()}}});
}

void GuestsPage::showPart(GuestsPart part) {
    screen_.part = part;
    if (session_.page() == PageId::guests)
        session_.setSentence(part == GuestsPart::list ? "" : "desk.page.guests_bring");
}

void GuestsPage::otherFile() {
    ++reviews_;
    showPart(GuestsPart::bring);
    screen_.review = {};
}

void GuestsPage::toList() {
    otherFile();
    showPart(GuestsPart::list);
}

void GuestsPage::take(const fs::path& file) {
    if (file.empty()) return;
    answers_ = {};
    answers_.file = file;
    answers_.affiliation = screen_.bring.affiliation;
    screen_.review = {};
    review(true);
}

void GuestsPage::browse() {
    const fs::path typed = pathFrom(screen_.bring.path);
    session_.chooser().open({ChooseKind::openFile,
                             {"desk.choose.list", {}},
                             {"desk.bring.read", {}},
                             {".csv", ".tsv", ".xlsx", ".txt"},
                             !typed.empty()                 ? typed
                             : screen_.bring.newest.empty() ? fs::path()
                                                            : screen_.bring.newest.front().path,
                             {}},
                            [this](const fs::path& file) { take(file); });
}

void GuestsPage::review(bool first) {
    screen_.review.busy = true;
    const std::uint64_t number = ++reviews_;
    Text what{"desk.review.reading", {{"file", answers_.file.filename().string()}}};
    auto done = std::make_shared<std::optional<ListReview>>();
    session_.work().start(
        what,
        [this, what, number, first, path = session_.event()->path, answers = answers_, plan = session_.event()->plan,
         now = session_.clock().now()](Work::Handle& handle) -> Work::Then {
            auto outcome = std::make_shared<Result<ListReview>>([&]() -> Result<ListReview> {
                auto store = EventStore::open(path, {.program = "turnout-desk"});
                if (!store) return store.error();
                return reviewList(answers, *store, plan, now, [&](double share) {
                    handle.progress(share, what);
                    return !handle.cancelled();
                });
            }());
            return [this, number, first, outcome] {
                if (number != reviews_) return;  // another question was asked since
                screen_.review.busy = false;
                if (!*outcome) {
                    if (outcome->error().text.key == "desk.stopped")
                        session_.tell({"desk.stopped", {}});
                    else
                        session_.trouble(outcome->error());
                    return;
                }
                showPart(GuestsPart::review);
                screen_.review.review = std::make_shared<const ListReview>(std::move(*outcome).value());
                const auto& questions = screen_.review.review->questions;
                screen_.review.typing.reset();
                if (questions.empty())
                    screen_.review.selected.reset();
                else
                    screen_.review.selected = std::min(screen_.review.selected.value_or(0), questions.size() - 1);
                if (first) screen_.review.tab = questions.empty() ? ReviewTab::changes : ReviewTab::need;
            };
        });
}

// Something was answered: told with the way back, and looked at again.
void GuestsPage::say(const Text& what, const ListAnswers& before) {
    session_.tell(what, [this, before] {
        answers_ = before;
        if (screen_.part == GuestsPart::review) review(false);
    });
    review(false);
}

void GuestsPage::mapColumn(const ReviewColumn& column, const std::string& field) {
    const ListAnswers before = answers_;
    std::erase_if(answers_.map, [&](const auto& pair) {
        return pair.first == column.mapKey || (field != "ignore" && pair.second == field);
    });
    answers_.map.emplace_back(column.mapKey, field);
    say({"desk.review.said_column", {{"column", shorten(column.header, 32)}}}, before);
}

void GuestsPage::chooseEncoding(const std::string& name) {
    if (answers_.encoding == name) return;
    answers_.encoding = name;
    screen_.review.encoding = name;
    review(false);
}

void GuestsPage::showTab(ReviewTab tab) {
    screen_.review.tab = tab;
    screen_.review.typing.reset();
}

void GuestsPage::startTyping(std::size_t question) {
    screen_.review.selected = screen_.review.typing = question;
    screen_.review.typed = screen_.review.review->questions[question].found;
}

void GuestsPage::typed() {
    const auto& review = screen_.review;
    if (!review.review || !review.typing || *review.typing >= review.review->questions.size()) return;
    const ListQuestion& question = review.review->questions[*review.typing];
    const std::string text = cleanForScreen(review.typed);
    if (text.empty()) return;
    const ListAnswers before = answers_;
    std::size_t column = question.column;
    if (!question.hasColumn) return;
    for (const std::int64_t line : question.lines) answers_.cells.push_back({line, column, text});
    screen_.review.typing.reset();
    say(answerWords(question, {AnswerKind::type, {}}, {}, session_.lang()), before);
}

void GuestsPage::answer(std::size_t at, const Answer& answer, const CountryCode& chosen) {
    const auto& review = screen_.review.review;
    if (!review || at >= review->questions.size() || screen_.review.busy) return;
    const ListQuestion question = review->questions[at];
    const ListAnswers before = answers_;
    const CountryCode country = answer.kind == AnswerKind::country ? answer.country : chosen;
    switch (answer.kind) {
        case AnswerKind::type: return startTyping(at);
        case AnswerKind::country:
        case AnswerKind::anyCountry:
            if (question.found.empty())
                for (const std::int64_t line : question.lines)
                    answers_.cells.push_back({line, question.column, country.str()});
            else
                answers_.countries.emplace_back(question.found, country.str());
            break;
        case AnswerKind::clearCell:
            for (const std::int64_t line : question.lines) answers_.cells.push_back({line, question.column, ""});
            break;
        case AnswerKind::shortenCell:
            for (const std::int64_t line : question.lines)
                answers_.cells.push_back({line, question.column, cutTo(question.found, question.limit)});
            break;
        case AnswerKind::leaveOut: answers_.leftOut.insert(question.lines.begin(), question.lines.end()); break;
        case AnswerKind::keepThis: answers_.leftOut.insert(question.other); break;
        case AnswerKind::keepOther: answers_.leftOut.insert(question.lines.front()); break;
        case AnswerKind::keepBoth: answers_.both.emplace_back(question.other, question.lines.front()); break;
    }
    say(answerWords(question, answer, country, session_.lang()), before);
}

// A list that was brought in, as a whole; refused with a sentence once one of its guests was scanned.
void GuestsPage::takeBack(const ListMemory& touched) {
    session_.write<ListTakenBack>(
        {"desk.review.taking_back", {}},
        [touched, now = session_.clock().now()](EventStore& store, Work::Handle&) {
            return takeListBack(store.path(), touched, now);
        },
        [this](const Result<ListTakenBack>& done) {
            if (!done) return;
            session_.tell({"desk.review.taken_back",
                           {{"removed", grouped(done->removed)}, {"restored", grouped(done->restored)}}});
        });
}

void GuestsPage::saveProblems() {
    const auto review = screen_.review.review;
    if (!review || !review->roster) return;
    const fs::path file = answers_.file.parent_path() / (answers_.file.stem().string() + "-problems.csv");
    session_.work().start({"desk.saving_file", {{"file", file.filename().string()}}},
                          [this, review, file, lang = session_.lang()](Work::Handle&) -> Work::Then {
                              const std::string table = problemTable(*review->roster, review->problems, lang);
                              const Status wrote = placeFile(file, [&](const fs::path& part) {
                                  std::ofstream out(part, std::ios::binary | std::ios::trunc);
                                  out << "\xEF\xBB\xBF" << table;  // Excel takes a CSV for UTF-8 only with its mark
                                  out.close();
                                  return !out.fail();
                              });
                              return [this, wrote, file] {
                                  if (!wrote) return session_.trouble(wrote.error());
                                  session_.tell({"desk.saved_file", {{"file", file.string()}}});
                              };
                          });
}

void GuestsPage::bringAllIn() {
    const auto review = screen_.review.review;
    if (!review || review->trouble || screen_.review.busy) return;
    screen_.review.busy = true;
    const Text what{"desk.review.bringing", {{"file", answers_.file.filename().string()}}};
    struct Brought {
        MergeOutcome outcome;
        ListMemory touched;
    };
    session_.write<Brought>(
        what,
        [answers = answers_, plan = plan(), now = session_.clock().now(), what](
            EventStore& store, Work::Handle& handle) -> Result<Brought> {
            const auto before = rememberList(store.path());
            if (!before) return before.error();
            auto outcome = bringIn(answers, store, plan, now, [&](double share) {
                handle.progress(share, what);
                return !handle.cancelled();
            });
            if (!outcome) return outcome.error();
            const auto touched = touchedBy(store.path(), *before);
            if (!touched) return touched.error();
            return Brought{std::move(outcome).value(), *touched};
        },
        [this](Result<Brought> brought) {
            screen_.review.busy = false;
            if (!brought) {
                if (brought.error().text.key == "desk.stopped") session_.tell({"desk.stopped", {}});
                return;
            }
            const MergeOutcome* outcome = &brought->outcome;
            const std::int64_t came = outcome->added + outcome->changed + outcome->unchanged;
            session_.tell({"desk.review.done",
                           {{"guests", std::to_string(came)},
                            {"added", std::to_string(outcome->added)},
                            {"changed", std::to_string(outcome->changed)}}},
                          [this, touched = brought->touched] { takeBack(touched); });
            screen_.bring.affiliation.clear();
            toList();
        });
}

}  // namespace turnout::desk
