// A multipart form: the first line of the input is its boundary. No bytes may appear that were not sent, and a file's
// name never leads out of its folder.
#include <cstdint>
#include <cstdlib>

#include "web/http/form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::web::http;
    std::string_view input(reinterpret_cast<const char*>(data), size);
    auto line = input.find('\n');
    if (line == std::string_view::npos)
        return 0;
    auto form = read_multipart(input.substr(line + 1), input.substr(0, line));
    if (!form)
        return 0;
    std::size_t held = 0;
    for (const auto& [name, value] : form->fields)
        held += name.size() + value.size();
    for (const auto& upload : form->uploads) {
        held += upload.field.size() + upload.bytes.size();
        if (upload.file_name.find_first_of("/\\") != std::string::npos)
            std::abort();
    }
    if (held > size)
        std::abort();
    return 0;
}
