// Finding what is built in; the list itself is made at build time by tools/assets/build.mjs.
#include "web/html/assets.h"

#include <algorithm>
#include <cassert>

namespace lifestory::web {

const Asset* find_asset(std::string_view path) {
    const auto& all = assets();
    auto found = std::find_if(all.begin(), all.end(), [&](const Asset& asset) { return asset.path == path; });
    return found == all.end() ? nullptr : &*found;
}

Url asset_path(std::string_view name) {
    const auto& all = assets();
    auto found = std::find_if(all.begin(), all.end(), [&](const Asset& asset) { return asset.name == name; });
    assert(found != all.end());
    return found == all.end() ? Url() : url(found->path);
}

} // namespace lifestory::web
