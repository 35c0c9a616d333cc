#include "organizer/demo/guest_list.h"
#include "organizer/desk/views/frame_view.h"
#include "tests/organizer/desk/views/desk_states.h"

namespace turnout::desk {

using test::must;

namespace {

const std::string kDoubtful =
    "Name,Native name,Country,University,Student no.,On screen,Remarks\n"
    "Kim Jiwoo,김지우,Korea,cqmu,1,yes,\n"
    "Park Seojun,,Korea,cqmu,2,no,x\n"
    "Mamadou Bah,,Gunea,cqmu,3,yes,\n"
    "Grace Mbuyi,,Congo,重医,4,yes,\n"
    ",,Laos,cqmu,5,no,\n"
    "Li Ming,李明,China,cqmu,2.02311E+11,no,\n"
    "Aya Kouassi,,Côte d’Ivoire,cqmu,9,yes,\n"
    "Aya Kouassi,,Côte d’Ivoire,cqmu,9,yes,\n"
    "Noy Phommachanh,ນ້ອຍ,Laos,cqmu,6,perhaps,\n"
    "Abdulrahman Abdulaziz Mohammed Al-Hakimi Al-Hadrami,عبد الرحمن,Atlantis and the far islands,cqmu,7,yes,\n";
void review(Shown& desk, ReviewTab tab) {
    desk.open(false);
    desk.go(PageId::guests);
    desk.pages.guests.dropped({desk.stand.file("International night registration(1-548).csv", kDoubtful)});
    desk.settle();
    desk.pages.guests.showTab(tab);
}

}  // namespace

std::vector<State> statesBefore() {
    return {
        {"start", [](Shown& desk) { desk.go(PageId::start); }},
        {"start-like",
         [](Shown& desk) {
             desk.go(PageId::start);
             desk.pages.start.choose(MakeWay::like);
             desk.pages.start.make();
         }},
        {"start-file",
         [](Shown& desk) {
             desk.go(PageId::start);
             desk.pages.start.choose(MakeWay::file);
         }},
        {"next",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::start);
         }},
        {"bring",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
         }},
        {"review", [](Shown& desk) { review(desk, ReviewTab::need); }},
        {"review-settled", [](Shown& desk) { review(desk, ReviewTab::settled); }},
        {"review-left-out", [](Shown& desk) { review(desk, ReviewTab::leftOut); }},
        {"review-changes", [](Shown& desk) { review(desk, ReviewTab::changes); }},
        {"review-all-columns",
         [](Shown& desk) {
             review(desk, ReviewTab::need);
             desk.pages.guests.showAllColumns(true);
         }},
        {"review-typing",
         [](Shown& desk) {
             review(desk, ReviewTab::need);
             desk.pages.guests.startTyping(0);
         }},
        {"review-columns-missing",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
             desk.pages.guests.dropped({desk.stand.file("list.csv", "Wer,Woher\nAnna Schmidt,Germany\n")});
             desk.settle();
         }},
        {"review-ready",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::guests);
             desk.pages.guests.dropped({desk.stand.file("list.csv", demo::dirtyRosterCsv(demo::guestList()))});
             desk.settle();
         }},
        {"list",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
         }},
        {"list-screen",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.showTab(ListTab::forScreen);
             desk.pages.guests.look(0, false);
             desk.settle();
             desk.stand.session.dismissToast();
         }},
        {"list-guest",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.selectGuest(5);
             GuestRecord draft = *desk.pages.guests.screen().list.draft;
             draft.note = "wheelchair, row 1";
             desk.pages.guests.edit(draft);
         }},
        {"list-nobody",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::guests);
             desk.pages.guests.search("zzzz");
         }},
        {"tickets",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
         }},
        {"tickets-label",
         [](Shown& desk) {
             desk.open(true);
             desk.go(PageId::tickets);
             desk.pages.tickets.choose(TicketLook::label);
             desk.settle();
         }},
        {"tickets-nobody",
         [](Shown& desk) {
             desk.open(false);
             desk.go(PageId::tickets);
         }},
    };
}

}  // namespace turnout::desk
