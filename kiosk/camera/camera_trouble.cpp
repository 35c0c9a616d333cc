#include "kiosk/camera/camera_trouble.h"

#include <gst/gst.h>
#include <unistd.h>

#include <cerrno>

namespace turnout::kiosk {
namespace {

Error camera(const char* key, std::vector<std::pair<std::string, std::string>> args) {
    return makeError(Fault::device, key, std::move(args));
}

}  // namespace

Error cameraTrouble(const PipelineError& problem, CameraKind kind, const std::string& name, const std::string& device,
                    bool seen) {
    const auto is = [&](GQuark domain) { return problem.domain == g_quark_to_string(domain); };
    const bool codec =
        !problem.missing.empty() || (is(GST_CORE_ERROR) && problem.code == GST_CORE_ERROR_MISSING_PLUGIN) ||
        (is(GST_STREAM_ERROR) && problem.code == GST_STREAM_ERROR_CODEC_NOT_FOUND) ||
        (kind != CameraKind::file && is(GST_STREAM_ERROR) && problem.words.find("not-linked") != std::string::npos);
    if (codec)
        return camera("camera.no_codec", {{"name", name}, {"codec", problem.missing.empty() ? "?" : problem.missing}});
    if (kind == CameraKind::file) {
        if (seen) return makeError(Fault::badInput, "camera.file_damaged", {{"file", name}});
        return makeError(Fault::badInput, "camera.file_not_video", {{"file", name}});
    }
    if (kind == CameraKind::pipeline) {
        const char* key = problem.domain == "gst_parse_error" ? "camera.pipeline_wrong" : "camera.pipeline_failed";
        return camera(key, {{"reason", problem.words}});
    }
    // A driver's "cannot open" hides why; the file system tells.
    if (!device.empty() && ::access(device.c_str(), F_OK) != 0)
        return camera(seen ? "camera.unplugged" : "camera.not_there", {{"name", name}});
    if (!device.empty() && ::access(device.c_str(), R_OK | W_OK) != 0 && errno == EACCES)
        return camera("camera.no_permission", {{"name", name}});
    if (is(GST_RESOURCE_ERROR)) {
        switch (problem.code) {
            case GST_RESOURCE_ERROR_BUSY: return camera("camera.busy", {{"name", name}});
            case GST_RESOURCE_ERROR_SETTINGS:
                if (!seen) return camera("camera.not_a_camera", {{"name", name}});
                break;
            case GST_RESOURCE_ERROR_NOT_FOUND:
                return camera(seen ? "camera.unplugged" : "camera.not_a_camera", {{"name", name}});
            case GST_RESOURCE_ERROR_READ: return camera("camera.unplugged", {{"name", name}});
            default: break;
        }
    }
    return camera("camera.failed", {{"name", name}, {"reason", problem.words}});
}

}  // namespace turnout::kiosk
