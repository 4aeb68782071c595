// What is built into the binary: the style sheet, the script, the icon, each under a name that holds its digest, and
// the demonstration's files. Made by tools/assets at build time; who serves it sets the headers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html/html.h"

namespace lifestory::web {

struct Asset {
    std::string_view name;         // as pages ask for it: "app.css"
    std::string_view path;         // as it is served: "/assets/app.3f9a02c1.css", for ever
    std::string_view content_type; // "text/css; charset=utf-8"
    std::string_view bytes;
    std::string_view gzip, brotli; // empty: no smaller than the bytes
};

struct DemoFile {
    std::string_view name; // "families.toml", relative to assets/demo
    std::string_view text;
};

const std::vector<Asset>& assets();
const Asset* find_asset(std::string_view path); // by the path it is served at; null: none
Url asset_path(std::string_view name);          // a name that is not built in is our mistake: asserted
const std::vector<DemoFile>& demo_files();      // by name, in order

} // namespace lifestory::web
