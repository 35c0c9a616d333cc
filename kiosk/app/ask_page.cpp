#include "kiosk/app/ask_page.h"

namespace turnout::kiosk {

ConfirmScreen askScreen(const PageContext& context, const std::string& key,
                        const std::vector<std::pair<std::string, std::string>>& args) {
    ConfirmScreen ask;
    ask.title = context.words(key, args);
    ask.says = context.words(key + ".says", args);
    ask.question = context.words(key + ".question", args);
    ask.yes = context.words(key + ".yes", args);
    ask.no = context.words("confirm.no");
    return ask;
}

void AskPage::fill(DoorScreen& screen, const PageContext& context) const {
    screen.scene = Scene::confirm;
    screen.confirm = askScreen(context, key_, args_);
}

PageWish AskPage::handle(const DoorPress& press, const PageContext& context) {
    PageWish wish;
    switch (press.action) {
        case DoorAction::back:
        case DoorAction::keep: wish.close = true; break;
        case DoorAction::yes: return yes_(context);
        default: break;
    }
    return wish;
}

}  // namespace turnout::kiosk
