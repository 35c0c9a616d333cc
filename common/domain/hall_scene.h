// The scenes of the hall, by the names of the command line.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace turnout {

enum class Scene { doorsOpen, count, journey, universities, programme, thankYou };

// In the order of the keys 1 to 6.
inline constexpr std::array kScenes{Scene::doorsOpen,    Scene::count,     Scene::journey,
                                    Scene::universities, Scene::programme, Scene::thankYou};

std::string_view nameOf(Scene scene);   // "doors-open"
std::string_view wordsOf(Scene scene);  // the key of its name for people
std::optional<Scene> sceneNamed(std::string_view name);
std::string sceneNames();  // "doors-open, count, ..."

}  // namespace turnout
