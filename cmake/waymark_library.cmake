# waymark_add_folder(FOLDER): adds src/FOLDER when it has something to build.
function(waymark_add_folder folder)
  if(EXISTS "${PROJECT_SOURCE_DIR}/src/${folder}/CMakeLists.txt")
    add_subdirectory("${PROJECT_SOURCE_DIR}/src/${folder}" "${PROJECT_BINARY_DIR}/src/${folder}")
  endif()
endfunction()

# waymark_library(NAME [DEPS FOLDER…] [LINK TARGET…] [LINK_PRIVATE TARGET…])
# Makes the static library waymark_NAME of every .cpp file in and below the calling folder. DEPS are
# folders of src/ that this one's headers may include; LINK are other targets that its headers
# need, LINK_PRIVATE those that only its .cpp files include. A folder of headers alone becomes
# an interface library.
function(waymark_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS;LINK;LINK_PRIVATE")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(TRANSFORM arg_DEPS PREPEND "waymark_" OUTPUT_VARIABLE deps)
  if(sources)
    add_library(waymark_${name} STATIC ${sources})
    target_link_libraries(waymark_${name} PUBLIC ${deps} ${arg_LINK} PRIVATE waymark_options ${arg_LINK_PRIVATE})
    target_include_directories(waymark_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  else()
    add_library(waymark_${name} INTERFACE)
    target_link_libraries(waymark_${name} INTERFACE ${deps} ${arg_LINK})
    target_include_directories(waymark_${name} INTERFACE "${PROJECT_SOURCE_DIR}/src")
  endif()
endfunction()
