// A fresh installation in a folder of its own, taken away afterwards: what acceptance tests start from.
#pragma once

#include <filesystem>
#include <memory>

#include <gtest/gtest.h>

#include "app/demo/fill.h"
#include "app/installation.h"
#include "calendar/london.h"

namespace lifestory::acceptance {

inline calendar::Instant london_time(std::string_view written) { return calendar::instant_of(*calendar::parse_wall(written)); }

class Home : public testing::Test {
protected:
    Home() : folder(std::filesystem::temp_directory_path() / ("lifestory-" + to_hex(random_bytes(8)))) { open(); }
    ~Home() override {
        installation.reset();
        std::error_code error;
        std::filesystem::remove_all(folder, error);
    }

    void open() {
        installation.reset();
        auto opened = app::Installation::open(folder, app::FirstStart::Make, store::sqlite::Opening::ForWriting);
        if (!opened)
            throw std::runtime_error(opened.refusal().message);
        installation = std::move(*opened);
    }

    static std::filesystem::path pack() { return std::filesystem::path(SOURCE_FOLDER) / "packs/model"; }

    std::filesystem::path folder;
    std::unique_ptr<app::Installation> installation;
};

} // namespace lifestory::acceptance
