// The shell of a page, the pages for trouble in their words, and what is built into the binary.
#include <fstream>

#include <gtest/gtest.h>

#include "unit/pages/page_gallery.h"
#include "web/html/assets.h"
#include "web/pages/errors.h"

namespace lifestory::web {

namespace {

bool holds(const Html& page, std::string_view words) {
    return page.markup().find(words) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view words) {
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

PageFrame nobody() {
    return {.installation = {.subtitle = "demonstration: invented people", .policy_line = "Northmere"}};
}

} // namespace

TEST(Page, is_titled_by_act_child_and_lifestory) {
    auto frame = frame_of_gallery();
    EXPECT_EQ(title_of(frame), "Record a visit, Tilly, Lifestory");
    frame.refusals.push_back(refuse("required", "Write what happened", "happened"));
    EXPECT_EQ(title_of(frame), "Error: Record a visit, Tilly, Lifestory");
    EXPECT_EQ(title_of({}), "Lifestory");
}

TEST(Page, has_one_heading_a_way_past_the_header_and_no_inline_script_or_style) {
    auto whole = page(frame_of_gallery(), writing_page());
    EXPECT_EQ(count(whole.markup(), "<h1"), 1u);
    EXPECT_TRUE(holds(whole, "href=\"#content\" class=\"govuk-skip-link\""));
    EXPECT_TRUE(holds(whole, "<html lang=\"en-GB\""));
    EXPECT_FALSE(holds(whole, " style="));
    EXPECT_FALSE(holds(whole, "<style"));
    EXPECT_EQ(count(whole.markup(), "<script"), 1u);
}

TEST(Page, lists_what_to_mend_in_the_order_of_its_fields) {
    auto frame = frame_of_gallery();
    frame.refusals = {refuse("no", "Last", "where"), refuse("no", "First", "happened"), refuse("no", "Of the whole", ""), refuse("no", "Of what is not there", "gone")};
    auto whole = page(frame, html("<input id=\"happened\"><input id=\"where\">")).markup();
    std::size_t at = 0;
    for (const char* words : {"Of the whole", "Of what is not there", "First", "Last"}) {
        auto found = whole.find(words, at);
        ASSERT_NE(found, std::string::npos) << words;
        at = found;
    }
}

TEST(Page, shows_the_team_to_managers_only_and_nothing_to_nobody) {
    auto frame = frame_of_gallery();
    EXPECT_TRUE(holds(page(frame, {}), "href=\"/team\""));
    frame.signed_in->home = HomeOf::Worker;
    EXPECT_FALSE(holds(page(frame, {}), "href=\"/team\""));
    EXPECT_FALSE(holds(page(nobody(), {}), "Find a child"));
}

TEST(Page, keeps_the_order_of_its_foot) {
    auto whole = page(nobody(), {}).markup();
    auto help = whole.find(">Help</a> 01632 960 100, 8am to 6pm"),
         accessibility = whole.find(">Accessibility</a>"),
         policy = whole.find(">The policy in force: Northmere</a>");
    ASSERT_NE(help, std::string::npos);
    EXPECT_LT(help, accessibility);
    EXPECT_LT(accessibility, policy);
}

TEST(Page, is_read_without_slant_by_whoever_chose_so) {
    auto frame = frame_of_gallery();
    EXPECT_FALSE(holds(page(frame, {}), "app-upright"));
    frame.signed_in->slant = Slant::Upright;
    EXPECT_TRUE(holds(page(frame, {}), "app-upright"));
}

TEST(NotFound, says_all_of_it_in_this_order_and_nothing_of_the_page_asked_for) {
    auto asked = nobody();
    asked.first_name = "Tilly";
    asked.refusals.push_back(refuse("no", "Tilly is restricted"));
    auto page = not_found_page(asked);
    std::size_t at = 0;
    for (const char* words :
         {"Page not found</h1>",
          "It may not exist, or it may not be yours to see. Nothing is wrong with your account.",
          "A child is in danger now and you need their record?", "Open a record in an emergency",
          "Need help? 01632 960 100."}) {
        auto found = page.markup().find(words, at);
        ASSERT_NE(found, std::string::npos) << words;
        at = found;
    }
    EXPECT_FALSE(holds(page, "Tilly"));
    EXPECT_EQ(page, not_found_page(nobody()));
}

TEST(Unavailable, says_only_what_is_true) {
    auto bare = unavailable_page(nobody(), {});
    EXPECT_TRUE(holds(bare, "Lifestory is not available just now."));
    EXPECT_TRUE(holds(bare, "What you saved is safe."));
    EXPECT_FALSE(holds(bare, "kept on this device"));
    EXPECT_FALSE(holds(bare, "We expect it back"));
    auto full = unavailable_page(nobody(), {.kept_on_device = true, .back_at = "11:15"});
    EXPECT_TRUE(holds(full, "What you saved is safe. What you were writing is kept on this device."));
    EXPECT_TRUE(holds(full, "We expect it back at 11:15."));
    EXPECT_TRUE(holds(full, "A child in danger? Use the emergency pack, or ring 01632 960 140."));
}

TEST(OurMistake, gives_a_number_and_the_way_back_to_the_words) {
    auto page = our_mistake_page(nobody(), {"K7M-24F", "10:42", "/drafts/1"});
    EXPECT_TRUE(holds(page, "Sorry, something went wrong here. Not with what you did."));
    EXPECT_TRUE(holds(page, "Your words up to 10:42 are saved."));
    EXPECT_TRUE(holds(page, "href=\"/drafts/1\""));
    EXPECT_TRUE(holds(page, "If it happens again, give this number: K7M-24F."));
    EXPECT_FALSE(holds(our_mistake_page(nobody(), {"K7M-24F", "", ""}), "are saved"));
}

TEST(Assets, are_named_by_their_bytes_and_hold_nothing_of_govuks_brand) {
    ASSERT_GE(assets().size(), 3u);
    for (const auto& asset : assets()) {
        EXPECT_EQ(find_asset(asset.path), &asset);
        EXPECT_EQ(asset_path(asset.name).text(), asset.path);
        EXPECT_FALSE(asset.bytes.empty());
        EXPECT_LE(asset.brotli.size(), asset.bytes.size());
        for (const char* brand : {"GDS Transport", "@font-face", "crown"})
            EXPECT_EQ(asset.bytes.find(brand), std::string_view::npos) << asset.name << " " << brand;
    }
    EXPECT_EQ(find_asset("/assets/app.css"), nullptr);
    EXPECT_EQ(assets()[0].gzip.substr(0, 2), "\x1f\x8b");
}

TEST(Gallery, is_written_for_people_to_look_at_when_asked) {
    auto show = frame_of_gallery();
    show.act = "All components";
    show.saved = SavedLine{"10:42"};
    auto all = page(show, gallery()), writing = page(show, writing_page());
    EXPECT_TRUE(holds(all, "Start here"));
    EXPECT_TRUE(holds(writing, "Things to look at"));
    if (const char* folder = std::getenv("LIFESTORY_GALLERY")) {
        std::ofstream(std::string(folder) + "/gallery.html") << all.markup();
        std::ofstream(std::string(folder) + "/writing.html") << writing.markup();
        std::ofstream(std::string(folder) + "/not-found.html") << not_found_page(show).markup();
        for (const auto& asset : assets())
            std::ofstream(folder + std::string(asset.path)) << asset.bytes;
    }
}

} // namespace lifestory::web
