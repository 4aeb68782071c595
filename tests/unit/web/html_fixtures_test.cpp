// Every component held to GOV.UK Frontend's own fixtures: the same options give the same markup.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <gtest/gtest.h>

#include "unit/web/html_options.h"
#include "unit/web/html_tree.h"

namespace lifestory::web {

namespace {

const std::string folder = SOURCE_FOLDER "/node_modules/govuk-frontend/dist/govuk/components/";

// Fixtures that our types refuse on purpose, each with the reason; a name here that passes fails the test.
const std::map<std::string, std::string>& refused_on_purpose() {
    static const std::map<std::string, std::string> refused{};
    return refused;
}

JsonArray fixtures_of(const std::string& component) {
    std::ifstream file(folder + component + "/fixtures.json");
    std::stringstream text;
    text << file.rdbuf();
    auto json = boost::json::parse(text.str());
    return json.as_object().at("fixtures").as_array();
}

class Fixtures : public testing::TestWithParam<std::string> {};

} // namespace

TEST_P(Fixtures, give_the_markup_of_govuk_frontend) {
    ASSERT_TRUE(std::filesystem::exists(folder)) << "node_modules is not there: run npm ci first (bin/test does).";
    auto render = renderers().at(GetParam());
    std::size_t passed = 0, refused = 0;
    for (const auto& fixture : fixtures_of(GetParam())) {
        const auto& object = fixture.as_object();
        auto name = GetParam() + ": " + text_in(object, "name");
        auto ours = tokens_of(render(object.at("options").as_object()).markup());
        auto theirs = tokens_of(text_in(object, "html"));
        auto reason = refused_on_purpose().find(name);
        if (reason == refused_on_purpose().end()) {
            EXPECT_EQ(printed(ours), printed(theirs)) << name;
            passed += ours == theirs;
        } else {
            EXPECT_NE(ours, theirs) << name << " passes: take it off the list";
            ++refused;
            std::cout << "not supported: " << name << ": " << reason->second << "\n";
        }
    }
    std::cout << GetParam() << ": " << passed << " fixtures as GOV.UK Frontend writes them, " << refused
              << " not supported\n";
    RecordProperty("fixtures", static_cast<int>(passed));
    EXPECT_GT(passed, 0u);
}

INSTANTIATE_TEST_SUITE_P(Components, Fixtures, testing::ValuesIn([] {
                             std::vector<std::string> names;
                             for (const auto& [name, render] : renderers())
                                 names.push_back(name);
                             return names;
                         }()),
                         [](const auto& chosen) {
                             std::string name = chosen.param;
                             for (char& c : name)
                                 c = c == '-' ? '_' : c;
                             return name;
                         });

} // namespace lifestory::web
