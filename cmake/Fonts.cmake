# The page's fonts, made from the installed Inter and Lucide by tools/fonts.py into the build folder.
set(fullcourt_fonts "${CMAKE_BINARY_DIR}/fonts")
set(FULLCOURT_INTER_DIR "/usr/share/fonts/opentype/inter" CACHE PATH "Folder with Inter-Regular.otf and Inter-SemiBold.otf")
set(lucide "${CMAKE_SOURCE_DIR}/node_modules/lucide-static/font")

foreach(weight Regular SemiBold)
    string(TOLOWER "inter-${weight}.ttf" file)
    if(NOT EXISTS "${FULLCOURT_INTER_DIR}/Inter-${weight}.otf")
        message(FATAL_ERROR "Inter-${weight}.otf is not in ${FULLCOURT_INTER_DIR}: run tools/setup, or pass -DFULLCOURT_INTER_DIR= with its folder")
    endif()
    add_custom_command(OUTPUT "${fullcourt_fonts}/${file}"
        COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/fonts.py" text "${FULLCOURT_INTER_DIR}/Inter-${weight}.otf" "${fullcourt_fonts}/${file}"
        DEPENDS "${CMAKE_SOURCE_DIR}/tools/fonts.py" "${FULLCOURT_INTER_DIR}/Inter-${weight}.otf"
        COMMENT "Font ${file}" VERBATIM)
endforeach()

if(NOT EXISTS "${lucide}/lucide.ttf")
    message(FATAL_ERROR "The icon font is missing from node_modules: run tools/setup (or npm ci)")
endif()
add_custom_command(OUTPUT "${fullcourt_fonts}/icons.ttf" "${CMAKE_BINARY_DIR}/generated/ui/icons.h"
    COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/fonts.py" icons "${lucide}" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
        "${fullcourt_fonts}/icons.ttf" "${CMAKE_BINARY_DIR}/generated/ui/icons.h"
    DEPENDS "${CMAKE_SOURCE_DIR}/tools/fonts.py" "${lucide}/lucide.ttf" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
    COMMENT "Icons" VERBATIM)
add_custom_target(fullcourt_icons DEPENDS "${CMAKE_BINARY_DIR}/generated/ui/icons.h")

# fullcourt_use_icons(TARGET): "ui/icons.h" can be included by it and by what links it.
function(fullcourt_use_icons target)
    get_target_property(type ${target} TYPE)
    set(scope PUBLIC)
    if(type STREQUAL "INTERFACE_LIBRARY")
        set(scope INTERFACE)
    endif()
    target_include_directories(${target} ${scope} "${CMAKE_BINARY_DIR}/generated")
    add_dependencies(${target} fullcourt_icons)
endfunction()
