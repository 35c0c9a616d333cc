# Warnings and sanitizers as interface targets, so that third-party code never sees them; ccache where it is there.
add_library(turnout_flags INTERFACE)
target_compile_options(turnout_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 and 14 report false positives through libstdc++'s inlined string and vector code at -O2.
    target_compile_options(turnout_flags INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-maybe-uninitialized
        -Wno-array-bounds -Wno-dangling-reference)
endif()
if(TURNOUT_WERROR)
    target_compile_options(turnout_flags INTERFACE -Werror)
endif()
if(TURNOUT_SANITIZE)
    # Global: Debian's static libraries are linked in too, and mixed runtimes give false reports.
    add_compile_options(-fsanitize=${TURNOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TURNOUT_SANITIZE})
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
