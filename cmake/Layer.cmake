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

# fullcourt_first(NAME patterns…): in the page, a first picture needs these sources of the layer; what only the others hold is in the
# part of the program that comes later (fullcourt_split in cmake/Page.cmake). A pattern is a regular expression on the name of a source
# without its ending. The two are compiled apart from each other.
function(fullcourt_first name)
    if(NOT FULLCOURT_WEB OR NOT FULLCOURT_UNITY)
        return()
    endif()
    list(JOIN ARGN "|" pattern)
    get_target_property(sources ${name} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    set(first_count 0)
    set(later_count 0)
    foreach(source IN LISTS sources)
        get_filename_component(stem "${source}" NAME_WE)
        if(stem MATCHES "^(${pattern})$")
            set(group first)
        else()
            set(group later)
            # One that is compiled by itself is known by its own name.
            get_filename_component(folder "${source}" DIRECTORY)
            get_filename_component(folder "${folder}" NAME)
            set_property(GLOBAL APPEND PROPERTY FULLCOURT_LATER "/${folder}/${stem}\\.cpp\\.o$")
        endif()
        math(EXPR batch "${${group}_count} / 24")
        math(EXPR ${group}_count "${${group}_count} + 1")
        set_property(SOURCE "${source}" PROPERTY UNITY_GROUP "${group}_${batch}")
    endforeach()
    set_target_properties(${name} PROPERTIES UNITY_BUILD_MODE GROUP)
    set_property(GLOBAL APPEND PROPERTY FULLCOURT_LATER "unity_later_[0-9]+_cxx")
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
        target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-Oz> -fno-rtti)
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
