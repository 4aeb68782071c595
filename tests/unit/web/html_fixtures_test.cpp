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
    ASSERT_TRUE(std::filesystem::exists(folder))
        << "node_modules is not there: run npm ci first (bin/test does).";
    auto render = renderers().at(GetParam());
    std::size_t passed = 0;
    for (const auto& fixture : fixtures_of(GetParam())) {
        const auto& object = fixture.as_object();
        auto ours = tokens_of(render(object.at("options").as_object()).markup());
        auto theirs = tokens_of(text_in(object, "html"));
        EXPECT_EQ(printed(ours), printed(theirs)) << GetParam() << ": " << text_in(object, "name");
        passed += ours == theirs;
    }
    std::cout << GetParam() << ": " << passed << " fixtures as GOV.UK Frontend writes them\n";
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
