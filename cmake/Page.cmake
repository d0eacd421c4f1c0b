# The page: src/main.cpp with the web platform, linked to fullcourt.js and fullcourt.wasm.
# tools/package.mjs makes the publishable folder of these, and of shell.html.
file(GLOB main CONFIGURE_DEPENDS main.cpp)
file(GLOB web_platform CONFIGURE_DEPENDS platform/web/*.cpp platform/web/*.h)
file(GLOB libraries CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*.js")
file(GLOB start CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/start/*.js")

if(NOT main)
    message(STATUS "src/main.cpp is not there yet: the page is not built")
    return()
endif()

add_executable(fullcourt_page ${main} ${web_platform})
set_target_properties(fullcourt_page PROPERTIES OUTPUT_NAME fullcourt SUFFIX .js)
target_link_libraries(fullcourt_page PRIVATE fullcourt_ui fullcourt_warnings)
fullcourt_small(fullcourt_page)

target_link_options(fullcourt_page PRIVATE
    -O3
    -sENVIRONMENT=web
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=${FULLCOURT_WEB_STACK}
    -sFILESYSTEM=1 -lidbfs.js
    -sDYNAMIC_EXECUTION=0
    -sEXIT_RUNTIME=0 -sASSERTIONS=0
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sTEXTDECODER=2
    -sMINIFY_HTML=0)

# Each file in web/ is an Emscripten JavaScript library, one per concern of the browser.
foreach(library IN LISTS libraries)
    target_link_options(fullcourt_page PRIVATE "SHELL:--js-library \"${library}\"")
endforeach()
# Those in web/start/ run before all else, also where the program itself cannot.
foreach(script IN LISTS start)
    target_link_options(fullcourt_page PRIVATE "SHELL:--pre-js \"${script}\"")
endforeach()
set_target_properties(fullcourt_page PROPERTIES LINK_DEPENDS "${libraries};${start}")
