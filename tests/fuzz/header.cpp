// An entry's plain header: one accepted spelling, so what is read is written with the same bytes.
#include <cstdint>
#include <cstdlib>

#include "ledger/header.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::ledger;
    std::string_view text(reinterpret_cast<const char*>(data), size);
    auto header = read_header(text);
    if (header && write(*header) != text)
        std::abort();
    return 0;
}
