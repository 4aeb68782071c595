#include "web/pages/file_lines.h"

#include <gtest/gtest.h>

#include "base/bytes.h"

namespace lifestory::web::pages {

namespace {

record::File drawing() { return {FileNumber::random(), "my drawing | for Nan.png", "PNG picture", 2048, to_hex(view(sha256("a drawing")))}; }

TEST(FileLine, is_read_as_it_was_written_also_with_a_bar_in_its_name) {
    auto file = drawing();
    EXPECT_EQ(file_in_line(line_of(file)), file);
}

TEST(FileLine, that_was_cut_or_made_up_is_none) {
    const auto line = line_of(drawing());
    for (std::size_t cut = 0; cut < line.find("PNG picture") + 12; ++cut)
        EXPECT_FALSE(file_in_line(line.substr(0, cut))) << line.substr(0, cut);
    EXPECT_FALSE(file_in_line("x" + line));
    auto file = drawing();
    file.sha256 = "not hexadecimal";
    EXPECT_FALSE(file_in_line(line_of(file)));
}

TEST(FileLine, says_its_size_as_people_do) {
    auto file = drawing();
    EXPECT_EQ(in_words(file), "PNG picture, 2 KB");
    file.length = 3 << 20;
    EXPECT_EQ(in_words(file), "PNG picture, 3.0 MB");
    file.length = 1;
    EXPECT_EQ(in_words(file), "PNG picture, 1 KB");
}

} // namespace

} // namespace lifestory::web::pages
