# Emscripten's own CMake toolchain, found through the emcc on the PATH (Debian's or an emsdk's).
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE fullcourt_emscripten OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT fullcourt_emscripten)
    message(FATAL_ERROR "There is no Emscripten on the PATH: build the page with tools/run, or by tools/in-root cmake --preset web")
endif()
include("${fullcourt_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
