# The libFuzzer targets (tests/fuzz), in a build folder of their own with clang: tests/fuzz/run makes it and runs them.
# They are linked with the few sources that they try, compiled for it.
file(GLOB genogram_sources CONFIGURE_DEPENDS src/genogram/*.cpp) # all but what reads our own record
list(FILTER genogram_sources EXCLUDE REGEX "(from_record|kinship)\\.cpp$")
set(FUZZ_CHECKS -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
file(GLOB prose_sources CONFIGURE_DEPENDS src/prose/*.cpp)
add_library(fuzzed STATIC EXCLUDE_FROM_ALL ${genogram_sources} ${prose_sources}
  src/base/bytes.cpp src/base/text.cpp src/calendar/day.cpp
  src/ledger/checkpoint.cpp src/ledger/header.cpp
  src/policy/read/node.cpp src/policy/read/toml.cpp
  src/web/http/characters.cpp src/web/http/fields.cpp src/web/http/form.cpp src/web/http/head.cpp
  src/web/http/multipart.cpp src/web/http/negotiation.cpp src/web/http/request.cpp)
target_include_directories(fuzzed PUBLIC src)
target_compile_options(fuzzed PUBLIC ${FUZZ_CHECKS} -fsanitize=fuzzer-no-link)
target_link_libraries(fuzzed PUBLIC OpenSSL::Crypto ICU::uc ICU::i18n Boost::json fmt::fmt PkgConfig::SODIUM
  Threads::Threads)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(fuzz_${name} PRIVATE fuzzed)
  target_link_options(fuzz_${name} PRIVATE ${FUZZ_CHECKS} -fsanitize=fuzzer)
  set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
endforeach()
