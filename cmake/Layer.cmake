# fullcourt_layer(NAME DIRECTORY dependencies…): the static library of one layer, from every source in its folder.
# Its headers are reached from the root of src, as "model/plan.h". A layer without sources is still a target.
function(fullcourt_layer name directory)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${directory}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/${directory}/*.h")
    set(compiled ${sources})
    list(FILTER compiled INCLUDE REGEX "\\.cpp$")
    if(compiled)
        add_library(${name} STATIC ${sources})
        target_link_libraries(${name} PUBLIC ${ARGN} PRIVATE fullcourt_warnings)
        target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
    else()
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE ${ARGN})
        target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}/src")
    endif()
endfunction()

# fullcourt_private(NAME libraries…): links what only the layer's own sources may see.
function(fullcourt_private name)
    get_target_property(type ${name} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_link_libraries(${name} PRIVATE ${ARGN})
    endif()
endfunction()

# fullcourt_small(NAME): what runs once a frame and not in loops over accounts is built for size in the page.
function(fullcourt_small name)
    get_target_property(type ${name} TYPE)
    if(FULLCOURT_WEB AND NOT type STREQUAL "INTERFACE_LIBRARY")
        target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-Os>)
    endif()
endfunction()
