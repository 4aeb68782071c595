# What is built into the binary: made by tools/assets/build.mjs from assets/ and the pinned npm packages, and listed by
# src/web/html/assets.h. Made again when anything in assets/ or tools/assets/ has changed.
find_program(NODE node REQUIRED)
get_target_property(kind web TYPE)
if(kind STREQUAL "STATIC_LIBRARY")
  file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/* ${CMAKE_SOURCE_DIR}/tools/assets/*)
  set(asset_folder ${CMAKE_BINARY_DIR}/assets)
  add_custom_command(
    OUTPUT ${asset_folder}/assets_bytes.S ${asset_folder}/assets_list.cpp
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/assets/build.mjs ${asset_folder}
    DEPENDS ${asset_sources} ${CMAKE_SOURCE_DIR}/package-lock.json
    COMMENT "Building style sheet and script"
    VERBATIM)
  target_sources(web PRIVATE ${asset_folder}/assets_bytes.S ${asset_folder}/assets_list.cpp)
  # The assembler does not say which files it takes in.
  set_source_files_properties(${asset_folder}/assets_bytes.S PROPERTIES OBJECT_DEPENDS ${asset_folder}/assets_list.cpp)
endif()
