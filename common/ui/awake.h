// No screen saver and no standby of the monitors while a program is to be looked at.
#pragma once

namespace turnout::ui {

// For as long as this process lives, in a window as well as full screen: asks the X server (which also holds back the
// monitors' standby) and the desktop's session (org.freedesktop.ScreenSaver), whichever are there. Waits for nobody.
void keepScreenAwake();

}  // namespace turnout::ui
