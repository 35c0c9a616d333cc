# A part is a folder: every .cpp in it belongs to it, so that adding a file needs no edit here.

# turnout_library(base DEPENDS ...): target turnout_base (alias turnout::base) from the current folder and its sub-folders.
function(turnout_library name)
    cmake_parse_arguments(arg "" "" "DEPENDS;SYSTEM" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(sources)
        add_library(turnout_${name} STATIC ${sources})
        target_include_directories(turnout_${name} PUBLIC ${CMAKE_SOURCE_DIR})
        target_link_libraries(turnout_${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_SYSTEM} turnout_flags)
    else()
        add_library(turnout_${name} INTERFACE)
        target_include_directories(turnout_${name} INTERFACE ${CMAKE_SOURCE_DIR})
        target_link_libraries(turnout_${name} INTERFACE ${arg_DEPENDS})
    endif()
    add_library(turnout::${name} ALIAS turnout_${name})
endfunction()

# turnout_program(turnout-kiosk DEPENDS ...): bin/turnout-kiosk from main.cpp of the current folder.
function(turnout_program name)
    cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
    add_executable(${name} ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_DEPENDS} turnout_flags)
endfunction()

# turnout_test(common/store DEPENDS ...): one binary from tests/common/store/*_test.cpp and the helpers beside them.
# LABEL full: scripts/test runs it in the release build too; LABEL e2e: only there. SERIAL: not beside other tests.
function(turnout_test folder)
    cmake_parse_arguments(arg "SERIAL" "TIMEOUT;LABEL" "DEPENDS;PROGRAMS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp)
    if(NOT sources)
        return()
    endif()
    string(REPLACE "/" "_" name ${folder})
    add_executable(test_${name} ${sources})
    target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(test_${name} PRIVATE TURNOUT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        TURNOUT_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    target_link_libraries(test_${name} PRIVATE turnout::test_support ${arg_DEPENDS} GTest::gmock GTest::gtest_main turnout_flags)
    if(arg_PROGRAMS)
        add_dependencies(test_${name} ${arg_PROGRAMS})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    # One variable only: gtest_discover_tests() would take what stands after a semicolon for another property.
    set(options "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
    if(TURNOUT_SANITIZE STREQUAL "thread")
        set(options "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp")
    endif()
    gtest_discover_tests(test_${name} TEST_PREFIX "${folder}/" DISCOVERY_MODE PRE_TEST
        PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS ${arg_LABEL} RUN_SERIAL ${arg_SERIAL} ENVIRONMENT ${options})
endfunction()
include(GoogleTest)
