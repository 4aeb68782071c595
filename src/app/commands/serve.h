// lifestory serve --data DIR --pack DIR [--port N] [--demo [--now TIME]]: answers until it is stopped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

namespace lifestory::app {

struct ServeCall {
    std::filesystem::path data, pack;
    std::optional<std::uint16_t> port; // else the settings'
    bool demo = false;
    std::string now; // London's clock, only ever with demo; empty: the machine's
};

int run_serve(const ServeCall& call, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
