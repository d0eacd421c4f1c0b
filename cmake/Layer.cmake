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
        fullcourt_together(${name})
    else()
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE ${ARGN})
        target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}/src")
    endif()
endfunction()

# fullcourt_together(NAME): compiles the sources some at a time. What they include costs more than they do themselves, and so
# it is read once for all of them: a whole build takes a quarter of the time, and clang-tidy reads many sources in little more than the time for few.
# Off while one works on single files.
function(fullcourt_together name)
    if(FULLCOURT_UNITY)
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)
    endif()
endfunction()

# fullcourt_private(NAME libraries…): links what only the layer's own sources may see.
function(fullcourt_private name)
    get_target_property(type ${name} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_link_libraries(${name} PRIVATE ${ARGN})
    endif()
endfunction()

# fullcourt_small(NAME [CATCHES]): in the page the layer is built for size, which is what a first visit waits for, and, unless
# it catches something, without landing pads: an exception that reaches the browser ends the page in either case.
function(fullcourt_small name)
    get_target_property(type ${name} TYPE)
    if(FULLCOURT_WEB AND NOT type STREQUAL "INTERFACE_LIBRARY")
        target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-Oz>)
        if(NOT "CATCHES" IN_LIST ARGN)
            target_compile_options(${name} PRIVATE -fno-exceptions)
        endif()
    endif()
endfunction()

# fullcourt_fast(sources…): these are built for speed, whatever their layer is built for.
function(fullcourt_fast)
    if(FULLCOURT_WEB)
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-O2>)
    elseif(FULLCOURT_SANITIZE)
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -O1)
    endif()
endfunction()
