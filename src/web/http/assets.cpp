#include "web/http/assets.h"

#include "base/bytes.h"
#include "web/http/negotiation.h"

namespace lifestory::web::http {

namespace {

struct Encoded {
    std::string_view coding;
    std::string_view bytes;
};

Encoded smallest(const Asset& asset, std::string_view accepted) {
    if (!asset.brotli.empty() && takes_encoding(accepted, "br"))
        return {"br", asset.brotli};
    if (!asset.gzip.empty() && takes_encoding(accepted, "gzip"))
        return {"gzip", asset.gzip};
    return {"", asset.bytes};
}

// Each encoding is a representation of its own, and has a tag of its own (RFC 9110, 8.8.3.3).
std::string tag_of(std::string_view plain, std::string_view coding) {
    return "\"" + std::string(plain) + (coding.empty() ? "" : "-") + std::string(coding) + "\"";
}

} // namespace

Assets::Assets(std::vector<Asset> assets) {
    for (auto& asset : assets) {
        auto tag = to_hex(view(sha256(asset.bytes))).substr(0, 32);
        auto path = asset.path;
        m_assets.emplace(std::move(path), Stored{std::move(asset), std::move(tag)});
    }
}

std::optional<Response> Assets::answer(const Request& request) const {
    auto found = is_safe(request.method) ? m_assets.find(request.path) : m_assets.end();
    if (found == m_assets.end())
        return std::nullopt;
    const auto& [asset, plain_tag] = found->second;
    auto [coding, bytes] = smallest(asset, request.header("accept-encoding"));
    auto tag = tag_of(plain_tag, coding);
    Response response;
    response.caching = asset.caching;
    response.headers.add("ETag", tag);
    response.headers.add("Vary", "Accept-Encoding");
    if (matches_tag(request.header("if-none-match"), tag)) {
        response.status = 304;
        response.content_type.clear();
        return response;
    }
    response.content_type = asset.content_type;
    if (!coding.empty())
        response.headers.add("Content-Encoding", std::string(coding));
    response.body = std::string(bytes);
    return response;
}

} // namespace lifestory::web::http
