# The one program, build/lifestory.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
  add_executable(lifestory src/app/main.cpp)
  target_link_libraries(lifestory PRIVATE app)
  set_target_properties(lifestory PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endif()
