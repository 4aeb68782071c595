// Style sheets, scripts and pictures that lie in memory, built into the program: served in the smallest encoding
// the browser takes, kept by it for ever where the name is made from the bytes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/request.h"
#include "web/http/response.h"

namespace lifestory::web::http {

struct Asset {
    std::string path; // "/assets/lifestory-5f2a9c.css"
    std::string content_type;
    std::string_view bytes; // these three live as long as the program
    std::string_view gzip;  // empty where there is none
    std::string_view brotli;
    Caching caching = Caching::Immutable;
};

class Assets {
public:
    Assets() = default;
    explicit Assets(std::vector<Asset> assets);

    bool has(std::string_view path) const { return m_assets.contains(path); }

    // Nothing when there is no such asset; 304 where If-None-Match has it already.
    std::optional<Response> answer(const Request& request) const;

private:
    struct Stored {
        Asset asset;
        std::string tag; // of the plain bytes
    };
    std::map<std::string, Stored, std::less<>> m_assets;
};

} // namespace lifestory::web::http
