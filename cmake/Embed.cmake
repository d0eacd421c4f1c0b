# Files that are part of the program.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# fullcourt_embed(TARGET OUTPUT FORM HEADER FUNCTION files…): generates OUTPUT.cpp into TARGET.
# FORM files: `std::span<const File> FUNCTION()` with every file by its name.
# FORM bytes: `std::string_view FUNCTION()` with the bytes of the one file.
function(fullcourt_embed target output form header function)
    get_target_property(type ${target} TYPE)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/${output}.cpp")
    add_custom_command(OUTPUT "${source}"
        COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tools/embed.py" --form ${form} --header "${header}" --function "${function}" "${source}" ${ARGN}
        DEPENDS "${CMAKE_SOURCE_DIR}/tools/embed.py" ${ARGN}
        VERBATIM)
    if(type STREQUAL "INTERFACE_LIBRARY")
        add_library(${target}_${output} STATIC "${source}")
        target_include_directories(${target}_${output} PRIVATE "${CMAKE_SOURCE_DIR}/src")
        target_link_libraries(${target} INTERFACE ${target}_${output})
    else()
        target_sources(${target} PRIVATE "${source}")
    endif()
endfunction()
