# Each room is a static library that may use the rooms before it and no other; tools/arrows checks the includes.
set(ROOMS base calendar ledger prose record policy index access casework chronology genogram export desk store web app)
set(ABOVE "")
set(BEGIN <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map>
  <utility> <variant> <vector> <boost/json.hpp>) # what every file of a room starts with, parsed once
set(MUCH_TRIED "^(calendar|ledger|record|policy|genogram)$") # their properties are tried on very many inputs: under sanitizers, too, they are compiled to run fast
# Some files of a program are compiled as one: what all of them begin with, and make of templates, is made once. Which go together hangs on
# their names alone, so that a new file joins others and moves none. Two that go together may not give one name to two things.
function(compile_together target sources)
  if(NOT LIFESTORY_TOGETHER OR NOT sources OR target STREQUAL "prose") # each of prose's files has a Finder
    return()
  endif()
  list(LENGTH sources files)
  set(groups 1)
  while(files GREATER 14)
    math(EXPR groups "${groups} * 2")
    math(EXPR files "${files} / 2")
  endwhile()
  foreach(source IN LISTS sources)
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${source})
    string(MD5 digest ${name})
    string(SUBSTRING ${digest} 0 6 digits)
    math(EXPR group "0x${digits} % ${groups}")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>) # a class of one file may hold what is of that file alone
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
foreach(room IN LISTS ROOMS)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/app/main\\.cpp$")
  if(LIFESTORY_SANITIZE) # pages are tried in the plain build alone, with the library's own checks: they are a third of all that there is to compile
    list(FILTER sources EXCLUDE REGEX "/web/pages/")
  endif()
  if(sources)
    add_library(${room} STATIC ${sources})
    compile_together(${room} "${sources}")
    target_link_libraries(${room} PUBLIC settings ${ABOVE})
    if(LIFESTORY_SANITIZE)
      target_compile_options(${room} PRIVATE -fsanitize=fuzzer-no-link)
      target_compile_definitions(${room} PRIVATE _GLIBCXX_ASSERTIONS) # an empty optional that is read: no sanitizer sees it
      if(room MATCHES "${MUCH_TRIED}")
        target_compile_options(${room} PRIVATE -O1)
      endif()
      if(room STREQUAL "record") # made of templates for every kind of entry: with -O1 these two alone take two minutes
        set_source_files_properties(${CMAKE_SOURCE_DIR}/src/record/codec.cpp ${CMAKE_SOURCE_DIR}/src/record/packed.cpp
          PROPERTIES COMPILE_OPTIONS -O0 SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
      endif()
    endif()
    if(room MATCHES "^(access|casework|web|app)$") # what they do is little beside the rooms below: they compile in two thirds of the time
      target_compile_options(${room} PRIVATE $<$<CONFIG:Release>:-O1>)
    endif()
    if(room STREQUAL "web")
      target_compile_definitions(web PRIVATE _GLIBCXX_ASSERTIONS) # an index out of range ends the program: it never reads what lies beside
      # Every page starts from these: parsed once, a page compiles in two thirds of the time.
      target_precompile_headers(web PRIVATE <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <ranges>
        <set> <span> <string> <string_view> <variant> <vector> <boost/json.hpp> <fmt/format.h>
        ${CMAKE_SOURCE_DIR}/src/web/html/components.h ${CMAKE_SOURCE_DIR}/src/web/pages/acting.h)
    elseif(room STREQUAL "base" OR (LIFESTORY_SANITIZE AND room STREQUAL "calendar"))
      target_precompile_headers(${room} PRIVATE ${BEGIN})
    elseif(LIFESTORY_SANITIZE AND room MATCHES "${MUCH_TRIED}")
      target_precompile_headers(${room} REUSE_FROM calendar)
    else()
      target_precompile_headers(${room} REUSE_FROM base)
    endif()
  else()
    add_library(${room} INTERFACE)
    target_link_libraries(${room} INTERFACE settings ${ABOVE})
  endif()
  list(PREPEND ABOVE ${room})
endforeach()
target_link_libraries(base PUBLIC OpenSSL::Crypto ICU::uc ICU::i18n Boost::json fmt::fmt Threads::Threads)
if(TARGET ledger)
  get_target_property(kind ledger TYPE)
  if(kind STREQUAL "STATIC_LIBRARY")
    target_link_libraries(ledger PUBLIC PkgConfig::SODIUM)
  endif()
endif()
foreach(pair "desk:PkgConfig::SODIUM" "desk:PkgConfig::OATH" "store:PkgConfig::SQLITE" "store:${SQLITECPP_LIBRARY}"
        "store:PkgConfig::SODIUM" "web:OpenSSL::SSL" "web:Boost::url" "web:PkgConfig::ICAL"
        "export:PkgConfig::ZIP" "app:PkgConfig::CURL")
  string(REGEX MATCH "^[a-z]+" room ${pair})
  string(REGEX REPLACE "^[a-z]+:" "" library ${pair})
  get_target_property(kind ${room} TYPE)
  if(kind STREQUAL "STATIC_LIBRARY")
    target_link_libraries(${room} PUBLIC ${library})
  else()
    target_link_libraries(${room} INTERFACE ${library})
  endif()
endforeach()
target_link_libraries(casework PUBLIC PkgConfig::ZIP PRIVATE PkgConfig::XML ${GMIME_LINK_LIBRARIES}) # to look into Office files, and to take e-mails apart
target_include_directories(casework SYSTEM PRIVATE ${GMIME_INCLUDE_DIRS}) # without its definitions, which the parsed headers do not have
target_link_libraries(genogram PRIVATE PkgConfig::ZIP PkgConfig::XML) # of its reader of GenoPro's files alone
