// Cameras that can be plugged in and pulled out: a GStreamer device provider of our own, so that the door meets them
// the way it meets real ones, through the device monitor. Their frames are test pictures.
#pragma once

#include <string>

namespace turnout::test {

// Registers the provider once for the process; call before the first DeviceList.
void setUpCameraStand();

// `size`: the width of its frames, by which a test tells cameras apart.
void plugIn(const std::string& name, int size);
void unplug(
    const std::string& name);  // of several of that name the first; its frames end with an error, as a real one's do

}  // namespace turnout::test
