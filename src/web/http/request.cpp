#include "web/http/request.h"

#include "base/bytes.h"

namespace lifestory::web::http {

std::string_view name_of(Method method) {
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    }
    return "";
}

bool is_safe(Method method) { return method == Method::Get || method == Method::Head; }

std::string fresh_reference() {
    constexpr std::string_view signs = "ABCDEFGHJKLMNPQRTUVWXYZ2346789"; // read aloud on the telephone: no I, O, S, 0, 1, 5
    std::string reference;
    while (reference.size() < 7) {
        for (char c : random_bytes(8)) {
            auto octet = static_cast<unsigned char>(c);
            if (octet >= 8 * signs.size() || reference.size() == 7) // beyond the last whole multiple: not even
                continue;
            if (reference.size() == 3)
                reference += '-';
            reference += signs[octet % signs.size()];
        }
    }
    return reference;
}

} // namespace lifestory::web::http
