# The libFuzzer targets (tests/fuzz), in a build folder of their own with clang: tests/fuzz/run makes it and runs them.
# Each is linked with the few sources it tries, compiled for it; a target is left out while its sources are not there.
set(FUZZ_CHECKS -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
function(fuzz_target name)
  set(sources "")
  foreach(source IN LISTS ARGN)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${source})
      return()
    endif()
    list(APPEND sources ${CMAKE_SOURCE_DIR}/${source})
  endforeach()
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp ${sources})
  target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_compile_options(fuzz_${name} PRIVATE ${FUZZ_CHECKS} -fsanitize=fuzzer-no-link)
  target_link_options(fuzz_${name} PRIVATE ${FUZZ_CHECKS} -fsanitize=fuzzer)
  target_link_libraries(fuzz_${name} PRIVATE OpenSSL::Crypto ICU::uc ICU::i18n Boost::json fmt::fmt PkgConfig::SODIUM
    Threads::Threads)
  set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  set_property(GLOBAL APPEND PROPERTY FUZZ_TARGETS fuzz_${name})
endfunction()

set(HTTP_PARSERS src/base/bytes.cpp src/web/http/characters.cpp src/web/http/fields.cpp src/web/http/form.cpp
  src/web/http/multipart.cpp src/web/http/negotiation.cpp src/web/http/request.cpp)
fuzz_target(http ${HTTP_PARSERS} src/web/http/head.cpp)
fuzz_target(form ${HTTP_PARSERS})
fuzz_target(multipart ${HTTP_PARSERS})
fuzz_target(header src/base/bytes.cpp src/calendar/day.cpp src/ledger/header.cpp)
fuzz_target(checkpoint src/base/bytes.cpp src/ledger/checkpoint.cpp)
fuzz_target(toml src/base/bytes.cpp src/base/text.cpp src/calendar/day.cpp src/policy/read/node.cpp
  src/policy/read/toml.cpp)
get_property(targets GLOBAL PROPERTY FUZZ_TARGETS)
add_custom_target(fuzz DEPENDS ${targets})
