// A pack's file: whatever its bytes, it is read or refused with its line; nothing else may happen.
#include <cstdint>
#include <cstdlib>

#include "policy/read/node.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::policy;
    Problems problems;
    auto node = parse_toml({reinterpret_cast<const char*>(data), size}, "fuzz.toml", problems);
    if (!node && problems.empty())
        std::abort();
    return 0;
}
