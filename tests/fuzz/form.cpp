// An urlencoded form: what is read must read the same after it was written again.
#include <cstdint>
#include <cstdlib>

#include "web/http/form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::web::http;
    auto fields = read_urlencoded({reinterpret_cast<const char*>(data), size});
    if (!fields)
        return 0;
    auto again = read_urlencoded(write_urlencoded(*fields));
    if (!again || !(*again == *fields))
        std::abort();
    return 0;
}
