# The page: src/main.cpp with the web platform, linked to fullcourt.js and fullcourt.wasm.
# tools/package.mjs makes the publishable folder of these and of shell.html.
fullcourt_layer(fullcourt_platform_web platform/web fullcourt_platform imgui)
fullcourt_small(fullcourt_platform_web)

# How a page is linked; that of the platform's own tests is linked the same way.
add_library(fullcourt_page_options INTERFACE)
target_link_options(fullcourt_page_options INTERFACE
    -Oz
    # tools/split_page.py goes by the names of functions, and takes them away.
    --profiling-funcs -Wl,--no-demangle
    -sENVIRONMENT=web
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=${FULLCOURT_WEB_STACK}
    -sFILESYSTEM=1 -lidbfs.js
    # The page's policy forbids eval.
    -sDYNAMIC_EXECUTION=0
    -sEXIT_RUNTIME=0 -sASSERTIONS=0
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sTEXTDECODER=2
    # A function is compiled when it is first called. Without the limit all views become one, since each is called from one place, and
    # the first frame waits for the compilation of every view. Of functions that are the same one would be kept, maybe in the part that
    # comes later: tools/split_page.py has them found in each part.
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=30,--skip-pass=duplicate-function-elimination
    # Debian ships no HTML minifier.
    -sMINIFY_HTML=0)

# Each file in web/ is an Emscripten JavaScript library, one per concern of the browser; those in web/start/ run
# before all else, also where the program itself cannot.
file(GLOB libraries CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*.js")
file(GLOB start CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/start/*.js")
foreach(library IN LISTS libraries)
    target_link_options(fullcourt_page_options INTERFACE "SHELL:--js-library \"${library}\"")
endforeach()
foreach(script IN LISTS start)
    target_link_options(fullcourt_page_options INTERFACE "SHELL:--pre-js \"${script}\"")
endforeach()

include(Licences)

# fullcourt_page(TARGET NAME sources…): a page named NAME.js, with the licences of what is inside beside it.
function(fullcourt_page target name)
    add_executable(${target} ${ARGN})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .js LINK_DEPENDS "${libraries};${start};${fullcourt_licences}")
    add_dependencies(${target} fullcourt_licences)
    add_custom_command(TARGET ${target} POST_BUILD
        COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${fullcourt_licences}" "$<TARGET_FILE_DIR:${target}>/licences.txt" VERBATIM)
    target_link_libraries(${target} PRIVATE fullcourt_platform_web fullcourt_page_options fullcourt_warnings)
    fullcourt_small(${target})
endfunction()

# fullcourt_split(TARGET NAME): what fullcourt_first() did not name goes from NAME.wasm to NAME-later.wasm.
function(fullcourt_split target name)
    set(objects)
    foreach(layer base model edit analysis io exports app ui platform_web)
        list(APPEND objects "$<TARGET_OBJECTS:fullcourt_${layer}>")
    endforeach()
    foreach(library imgui zlib qrcodegen)
        list(APPEND objects "$<TARGET_OBJECTS:${library}>")
    endforeach()
    file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}-objects.txt" CONTENT "$<JOIN:${objects},\n>\n")
    get_property(later GLOBAL PROPERTY FULLCOURT_LATER)
    list(APPEND later "/zlib\\.dir/" "/qrcodegen\\.dir/")
    add_custom_command(TARGET ${target} POST_BUILD VERBATIM
        COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/split_page.py" "${name}.wasm" "${name}-later.wasm" "${name}-objects.txt" ${later}
        WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${CMAKE_SOURCE_DIR}/tools/split_page.py")
endfunction()

if(EXISTS "${CMAKE_SOURCE_DIR}/src/main.cpp")
    fullcourt_page(fullcourt_page fullcourt main.cpp)
    target_link_libraries(fullcourt_page PRIVATE fullcourt_ui)
    fullcourt_split(fullcourt_page fullcourt)
else()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src")
    message(STATUS "src/main.cpp is not there: the page is not built")
endif()

if(FULLCOURT_TESTS AND EXISTS "${CMAKE_SOURCE_DIR}/tests/browser/platform_page.cpp")
    fullcourt_page(fullcourt_platform_page platform-page "${CMAKE_SOURCE_DIR}/tests/browser/platform_page.cpp")
    fullcourt_embed(fullcourt_platform_page platform_page_font bytes ui/assets.h interRegular "${fullcourt_fonts}/inter-regular.ttf")
    set_target_properties(fullcourt_platform_page PROPERTIES EXCLUDE_FROM_ALL ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
endif()

# What the start of the page is held against (tests/bench/first_frame.mjs); built when asked for.
if(FULLCOURT_TESTS AND EXISTS "${CMAKE_SOURCE_DIR}/tests/browser/bare_page.cpp")
    add_executable(fullcourt_bare_page EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/browser/bare_page.cpp")
    set_target_properties(fullcourt_bare_page PROPERTIES OUTPUT_NAME bare-page SUFFIX .js RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    # With the font of Dear ImGui, which ours is without.
    add_library(imgui_with_font STATIC EXCLUDE_FROM_ALL $<TARGET_PROPERTY:imgui,SOURCES>)
    target_include_directories(imgui_with_font SYSTEM PUBLIC $<TARGET_PROPERTY:imgui,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(imgui_with_font PUBLIC $<TARGET_PROPERTY:imgui,INTERFACE_COMPILE_DEFINITIONS>)
    target_compile_options(imgui_with_font PRIVATE -w -Os -fno-exceptions -fno-rtti)
    target_link_libraries(fullcourt_bare_page PRIVATE imgui_with_font fullcourt_warnings)
    target_link_options(fullcourt_bare_page PRIVATE -Oz -sENVIRONMENT=web -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH
        -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sASSERTIONS=0 -sTEXTDECODER=2 -sMINIFY_HTML=0)
    fullcourt_small(fullcourt_bare_page)
endif()
