# The licences of what is inside the page, as they came with each part: tools/licences.py makes one text of them, which
# the page opens from "About this page". The names are those that it lists (src/ui/about_dialog.cpp).
set(fullcourt_licences "${CMAKE_BINARY_DIR}/generated/licences.txt")
set(licence_words "")
set(licence_files "")

# fullcourt_licence(NAME KEPT files…): the first file that is there. KEPT is the package that tools/setup kept it of, if any.
function(fullcourt_licence name kept)
    set(candidates ${ARGN})
    if(kept)
        list(APPEND candidates "${fullcourt_cache}/licences/${kept}")
    endif()
    foreach(file IN LISTS candidates)
        if(EXISTS "${file}")
            list(APPEND licence_words "${name}=${file}")
            list(APPEND licence_files "${file}")
            set(licence_words "${licence_words}" PARENT_SCOPE)
            set(licence_files "${licence_files}" PARENT_SCOPE)
            return()
        endif()
    endforeach()
    list(JOIN candidates ", " tried)
    message(FATAL_ERROR "The licence of ${name} is at none of ${tried}: run tools/setup, or put its text there")
endfunction()

set(system "${EMSCRIPTEN_ROOT_PATH}/system/lib")
fullcourt_licence("Dear ImGui" "" "${FULLCOURT_IMGUI_DIR}/LICENSE.txt")
fullcourt_licence("JSON for Modern C++" nlohmann-json3-dev
    "${FULLCOURT_JSON_DIR}/LICENSE.MIT" "${FULLCOURT_JSON_DIR}/../LICENSE.MIT" "${FULLCOURT_JSON_DIR}/../share/doc/nlohmann-json3-dev/copyright")
fullcourt_licence("zlib" "" "${FULLCOURT_ZLIB_DIR}/LICENSE" "${FULLCOURT_ZLIB_DIR}/zlib.h")
fullcourt_licence("QR Code generator" "" "${FULLCOURT_QRCODEGEN_DIR}/c/qrcodegen.h")
fullcourt_licence("Inter" fonts-inter
    "${FULLCOURT_INTER_DIR}/LICENSE.txt" "${FULLCOURT_INTER_DIR}/OFL.txt" "/usr/share/doc/fonts-inter/copyright")
fullcourt_licence("Lucide" "" "${CMAKE_SOURCE_DIR}/node_modules/lucide-static/LICENSE")
fullcourt_licence("Emscripten, musl, libc++" emscripten "${EMSCRIPTEN_ROOT_PATH}/LICENSE" "/usr/share/doc/emscripten/copyright")
fullcourt_licence("Emscripten, musl, libc++" "" "${system}/libc/musl/COPYRIGHT")

add_custom_command(OUTPUT "${fullcourt_licences}"
    COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/licences.py" "${fullcourt_licences}" ${licence_words}
    DEPENDS "${CMAKE_SOURCE_DIR}/tools/licences.py" ${licence_files}
    COMMENT "Licences" VERBATIM)
add_custom_target(fullcourt_licences DEPENDS "${fullcourt_licences}")
