# Language, warnings and flags that hold for every target, and the pinned versions.

# tools/versions.env is shared with the shell scripts: every KEY=VALUE there becomes FULLCOURT_KEY here.
file(STRINGS "${CMAKE_SOURCE_DIR}/tools/versions.env" fullcourt_versions REGEX "^[A-Z]")
foreach(line IN LISTS fullcourt_versions)
    string(REGEX MATCH "^([A-Z][A-Z0-9_]*)=(.*)$" matched "${line}")
    set(FULLCOURT_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tools/versions.env")

option(FULLCOURT_TESTS "Build the tests" ON)
option(FULLCOURT_SANITIZE "Address and undefined behaviour sanitizers, and the fuzzers (clang)" OFF)
option(FULLCOURT_UNITY "Compile several sources at a time: faster as a whole, slower for a single file" ON)
option(FULLCOURT_BENCH "Build the benchmarks" OFF)
option(FULLCOURT_WERROR "Treat warnings in Fullcourt's own code as errors" ON)

set(FULLCOURT_WEB ${EMSCRIPTEN})
if(FULLCOURT_WEB AND EMSCRIPTEN_VERSION VERSION_LESS FULLCOURT_EMSCRIPTEN_MINIMUM)
    message(FATAL_ERROR "Emscripten ${EMSCRIPTEN_VERSION} is too old: ${FULLCOURT_EMSCRIPTEN_MINIMUM} or later is needed")
endif()

# Emscripten's default of 64 kB is overrun by values that are nested deeply but within what restore() admits.
set(FULLCOURT_WEB_STACK 1MB)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

# Where tools/setup keeps what it fetched.
if(DEFINED ENV{FULLCOURT_CACHE})
    set(fullcourt_cache "$ENV{FULLCOURT_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(fullcourt_cache "$ENV{XDG_CACHE_HOME}/fullcourt")
else()
    set(fullcourt_cache "$ENV{HOME}/.cache/fullcourt")
endif()

find_program(FULLCOURT_CCACHE ccache)
mark_as_advanced(FULLCOURT_CCACHE)
# Under Emscripten ccache is put inside emcc (EM_COMPILER_WRAPPER, see tools/in-root), before the compiler it wraps.
if(FULLCOURT_CCACHE AND NOT FULLCOURT_WEB)
    set(CMAKE_C_COMPILER_LAUNCHER "${FULLCOURT_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${FULLCOURT_CCACHE}")
endif()

# Every engine and every native build computes the same scores: no fused multiply-add.
add_compile_options(-ffp-contract=off)
if(FULLCOURT_WEB)
    add_compile_options(-fwasm-exceptions -msimd128)
    add_link_options(-fwasm-exceptions)
endif()
if(FULLCOURT_SANITIZE)
    set(fullcourt_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_compile_options(${fullcourt_sanitizers})
    add_link_options(${fullcourt_sanitizers} -fuse-ld=lld)
endif()

# Warnings for Fullcourt's own code; what comes from elsewhere is included as system headers.
add_library(fullcourt_warnings INTERFACE)
target_compile_options(fullcourt_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wundef
    # Of files that are compiled together, a local name may be that of another file's constant.
    $<IF:$<NOT:$<BOOL:${FULLCOURT_UNITY}>>,-Wshadow,$<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>>
    # GCC takes a std::optional that is empty for one that was not initialised; the sanitizers and clang-tidy watch instead.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # {.role = "row", .row = 2} leaves the other members at their defaults on purpose.
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast -Wno-missing-field-initializers>
    $<$<CXX_COMPILER_ID:Clang>:-Wunreachable-code -Wrange-loop-analysis -Wnewline-eof -Wno-missing-designated-field-initializers>
    $<$<BOOL:${FULLCOURT_WERROR}>:-Werror>)
