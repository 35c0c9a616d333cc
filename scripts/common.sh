# Shared by the scripts: sourced, never run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
jobs=${TURNOUT_JOBS:-$(nproc)}
export CCACHE_BASEDIR=$root

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# build PRESET [TARGET...]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    if [[ ! -f build/$preset/build.ninja ]]; then
        say "Configuring build/$preset ..."
        mkdir -p "build/$preset"
        cmake --preset "$preset" >"build/$preset/configure.log" 2>&1 || { cat "build/$preset/configure.log" >&2; exit 1; }
    fi
    cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}
