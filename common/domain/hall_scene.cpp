#include "common/domain/hall_scene.h"

namespace turnout {

std::string_view nameOf(Scene scene) {
    switch (scene) {
        case Scene::doorsOpen: return "doors-open";
        case Scene::count: return "count";
        case Scene::journey: return "journey";
        case Scene::universities: return "universities";
        case Scene::programme: return "programme";
        case Scene::thankYou: return "thank-you";
    }
    return {};
}

std::string_view wordsOf(Scene scene) {
    switch (scene) {
        case Scene::doorsOpen: return "display.scene.doors_open";
        case Scene::count: return "display.scene.count";
        case Scene::journey: return "display.scene.journey";
        case Scene::universities: return "display.scene.universities";
        case Scene::programme: return "display.scene.programme";
        case Scene::thankYou: return "display.scene.thank_you";
    }
    return {};
}

std::optional<Scene> sceneNamed(std::string_view name) {
    for (Scene scene : kScenes)
        if (nameOf(scene) == name) return scene;
    return std::nullopt;
}

std::string sceneNames() {
    std::string all;
    for (Scene scene : kScenes) {
        if (!all.empty()) all += ", ";
        all += nameOf(scene);
    }
    return all;
}

}  // namespace turnout
