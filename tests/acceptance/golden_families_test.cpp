// Twelve invented families as the command line draws them, kept as pictures: what changes in a drawing is read as code is.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include <unistd.h>

#include <gtest/gtest.h>

#include "app/commands/genogram.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;

std::string file_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string drawn(const fs::path& gedcom, const fs::path& to) {
    app::GenogramCall call;
    call.gedcom = gedcom;
    call.out = to;
    std::ostringstream out, err;
    EXPECT_EQ(app::run_genogram(call, out, err), 0) << gedcom << err.str();
    return file_of(to);
}

} // namespace

TEST(GoldenFamilies, AreDrawnAsTheyWereLookedAt) {
    const auto drawing = fs::temp_directory_path() / ("lifestory-golden-" + std::to_string(::getpid()) + ".svg");
    std::size_t families = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_FOLDER) / "tests/golden/families")) {
        if (entry.path().extension() != ".ged")
            continue;
        ++families;
        auto golden = entry.path();
        golden.replace_extension(".svg");
        const auto now = drawn(entry.path(), drawing);
        if (std::getenv("LIFESTORY_RENEW_GOLDEN"))
            std::ofstream(golden, std::ios::binary) << now;
        EXPECT_EQ(now, file_of(golden)) << golden << ": run this test once with LIFESTORY_RENEW_GOLDEN=1 and look at what changed";
        EXPECT_EQ(drawn(entry.path(), drawing), now) << "the same family gives the same bytes";
    }
    fs::remove(drawing);
    EXPECT_EQ(families, 12u);
}

} // namespace lifestory::acceptance
