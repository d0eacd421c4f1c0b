# Code that is not Fullcourt's. Nothing is downloaded here: tools/setup puts the sources into the cache folder,
# and a folder of your own can be named instead with -DFULLCOURT_IMGUI_DIR=, -DFULLCOURT_CATCH2_DIR=, -DFULLCOURT_ZLIB_DIR= and
# -DFULLCOURT_QRCODEGEN_DIR=.

# fullcourt_folder(VARIABLE NAME FILE): the folder of a dependency's source, from the cache variable, the
# environment or the cache folder of tools/setup, in this order.
function(fullcourt_folder variable name file)
    set(folder "$ENV{${variable}}")
    if(NOT folder)
        set(folder "${fullcourt_cache}/sources/${name}")
    endif()
    set(${variable} "${folder}" CACHE PATH "Source of ${name}")
    if(NOT EXISTS "${${variable}}/${file}")
        message(FATAL_ERROR "${${variable}} does not hold ${file}: run tools/setup, or pass -D${variable}= with the folder of ${name}'s source")
    endif()
endfunction()

# --- Dear ImGui ---
fullcourt_folder(FULLCOURT_IMGUI_DIR imgui imgui.h)
file(STRINGS "${FULLCOURT_IMGUI_DIR}/imgui.h" imgui_version REGEX "define IMGUI_VERSION[ ]+\"")
string(REGEX REPLACE ".*\"([0-9.]+)[^\"]*\".*" "\\1" imgui_version "${imgui_version}")
if(imgui_version VERSION_LESS FULLCOURT_IMGUI_MINIMUM)
    message(FATAL_ERROR "Dear ImGui ${imgui_version} in ${FULLCOURT_IMGUI_DIR} is too old: ${FULLCOURT_IMGUI_MINIMUM} or later is needed")
endif()
message(STATUS "Dear ImGui ${imgui_version} from ${FULLCOURT_IMGUI_DIR}")

set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
if(FULLCOURT_WEB)
    list(APPEND imgui_sources backends/imgui_impl_opengl3.cpp)
elseif(EXISTS "${FULLCOURT_IMGUI_DIR}/backends/imgui_impl_null.cpp")
    list(APPEND imgui_sources backends/imgui_impl_null.cpp)
endif()
list(TRANSFORM imgui_sources PREPEND "${FULLCOURT_IMGUI_DIR}/")
add_library(imgui STATIC ${imgui_sources})
target_include_directories(imgui SYSTEM PUBLIC "${FULLCOURT_IMGUI_DIR}" "${FULLCOURT_IMGUI_DIR}/backends")
# The item hooks of the test engine feed the accessibility mirror; src/ui defines them.
target_compile_definitions(imgui PUBLIC
    IMGUI_ENABLE_TEST_ENGINE IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
    IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w $<$<BOOL:${FULLCOURT_WEB}>:-Oz;-fno-exceptions;-fno-rtti>)
# The program brings its own fonts.
target_compile_definitions(imgui PRIVATE IMGUI_DISABLE_DEFAULT_FONT)
# While Tab looks for the next item, a list clipper casts the edges of an empty rectangle, which are the greatest floats, to int,
# and then clamps what comes of it to the list.
if(FULLCOURT_SANITIZE)
    target_compile_options(imgui PRIVATE -fno-sanitize=float-cast-overflow)
endif()
if(FULLCOURT_WEB)
    target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
endif()

# --- nlohmann/json ---
# Debian's header lies among all of the machine's headers, which emcc must not see: a folder with a link to it does.
find_path(FULLCOURT_JSON_DIR nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH
    DOC "Folder that holds nlohmann/json.hpp")
if(NOT FULLCOURT_JSON_DIR)
    message(FATAL_ERROR "nlohmann/json is missing: run tools/setup, or pass -DFULLCOURT_JSON_DIR= with the folder that holds nlohmann/json.hpp")
endif()
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/include")
file(CREATE_LINK "${FULLCOURT_JSON_DIR}/nlohmann" "${CMAKE_BINARY_DIR}/include/nlohmann" SYMBOLIC)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/include")

# --- zlib: inflate and deflate alone, for share links ---
# Compiled in and not the machine's own, so that page and command line make the same links.
fullcourt_folder(FULLCOURT_ZLIB_DIR zlib zlib.h)
set(zlib_sources adler32.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c zutil.c)
list(TRANSFORM zlib_sources PREPEND "${FULLCOURT_ZLIB_DIR}/")
add_library(zlib STATIC ${zlib_sources})
target_include_directories(zlib SYSTEM PUBLIC "${FULLCOURT_ZLIB_DIR}")
target_compile_options(zlib PRIVATE -w $<$<BOOL:${FULLCOURT_WEB}>:-Oz>)

# --- QR codes, by Project Nayuki ---
# Its C: the C++ formats an error with streams, which would bring the page all of the standard library's locales.
fullcourt_folder(FULLCOURT_QRCODEGEN_DIR qr-code-generator c/qrcodegen.h)
add_library(qrcodegen STATIC "${FULLCOURT_QRCODEGEN_DIR}/c/qrcodegen.c")
target_include_directories(qrcodegen SYSTEM PUBLIC "${FULLCOURT_QRCODEGEN_DIR}/c")
target_compile_options(qrcodegen PRIVATE -w $<$<BOOL:${FULLCOURT_WEB}>:-Oz>)

# --- Catch2 ---
if(FULLCOURT_TESTS)
    fullcourt_folder(FULLCOURT_CATCH2_DIR catch2 extras/catch_amalgamated.cpp)
    add_library(catch2 STATIC "${FULLCOURT_CATCH2_DIR}/extras/catch_amalgamated.cpp")
    # <catch2/catch_test_macros.hpp> and its siblings are what tests include elsewhere; all lead to the one file.
    set(catch2_headers "${CMAKE_BINARY_DIR}/catch2-include")
    foreach(header catch_all catch_test_macros catch_approx catch_session catch_template_test_macros catch_tostring
            generators/catch_generators generators/catch_generators_all generators/catch_generators_range
            generators/catch_generators_random generators/catch_generators_adapters benchmark/catch_benchmark
            matchers/catch_matchers matchers/catch_matchers_all matchers/catch_matchers_string
            matchers/catch_matchers_floating_point matchers/catch_matchers_vector matchers/catch_matchers_predicate
            matchers/catch_matchers_range_equals matchers/catch_matchers_contains)
        file(CONFIGURE OUTPUT "${catch2_headers}/catch2/${header}.hpp" CONTENT "#include <catch_amalgamated.hpp>\n")
    endforeach()
    target_include_directories(catch2 SYSTEM PUBLIC "${FULLCOURT_CATCH2_DIR}/extras" "${catch2_headers}")
    target_compile_options(catch2 PRIVATE -w)
endif()
