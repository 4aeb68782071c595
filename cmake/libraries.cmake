# The libraries we stand on, all Debian packages (docs/decisions/0001-libraries.md), and the compiler's settings.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(GMIME REQUIRED gmime-3.0)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
find_library(SQLITECPP_LIBRARY SQLiteCpp REQUIRED)
find_package(fmt REQUIRED)
find_library(MIMALLOC_LIBRARY mimalloc REQUIRED)

add_library(settings INTERFACE)
target_compile_options(settings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Werror -Wnon-virtual-dtor
  -Wold-style-cast -Wimplicit-fallthrough -Wswitch-enum -Wno-missing-field-initializers>)
if(NOT LIFESTORY_TOGETHER) # what one file calls a thing may shade another's: asked when each is compiled by itself
  target_compile_options(settings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wshadow>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # The TRY macro is a statement expression; clang 14 misreads some brace initialisers of ours.
  target_compile_options(settings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-braces>
    "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>") # ccache knows a parsed header again by what is in it
endif()
target_link_options(settings INTERFACE -fuse-ld=mold)
target_include_directories(settings INTERFACE ${CMAKE_SOURCE_DIR}/src)
# g++ 12 has false alarms of these two under sanitizers and in inlined standard strings.
target_compile_options(settings INTERFACE $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict -Wno-maybe-uninitialized>)
if(LIFESTORY_SANITIZE) # with clang: it compiles this in half the time of g++, and the fuzz targets (cmake/fuzz.cmake) use the same build
  # The check of functions' types cannot be put into a coroutine by clang 14.
  target_compile_options(settings INTERFACE -fsanitize=address,undefined -fno-sanitize=function -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(settings INTERFACE -fsanitize=address,undefined)
else()
  target_link_libraries(settings INTERFACE -Wl,--push-state,--no-as-needed ${MIMALLOC_LIBRARY} -Wl,--pop-state) # instead of the C library's malloc
endif()
