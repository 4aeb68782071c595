// The command line as other programs call it: statuses, shapes, one plain sentence on errors.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/command_line.h"
#include "base/bytes.h"
#include "base/json.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct Said {
    int status;
    std::string out, err;
    std::vector<std::string> lines() const { return split(out.substr(0, out.size() - 1), '\n'); }
};

Said say(std::vector<std::string> words) {
    std::vector<const char*> arguments{"lifestory"};
    for (const auto& word : words)
        arguments.push_back(word.c_str());
    std::ostringstream out, err;
    int status = app::run_command_line(static_cast<int>(arguments.size()), arguments.data(), out, err);
    return {status, out.str(), err.str()};
}

std::string pack(const std::string& id) { return (fs::path(SOURCE_FOLDER) / "packs" / id).string(); }

std::vector<std::string> keys_of(const std::string& line) {
    std::vector<std::string> keys;
    const auto json = parse_json(line);
    for (const auto& [key, value] : json->as_object())
        keys.emplace_back(key);
    return keys;
}

TEST(CommandLine, SaysWhatEachCommandTakes) {
    for (const std::string command : {"serve", "check", "due", "timescales", "check-pack", "clauses", "verify", "rebuild", "doctor", "genogram", "import"}) {
        auto said = say({command, "--help"});
        EXPECT_EQ(said.status, 0) << command;
        EXPECT_THAT(said.out, HasSubstr("lifestory " + command));
        EXPECT_EQ(said.err, "");
    }
}

TEST(CommandLine, DrawsAFamilyFromAGedcomFileWithoutAnInstallation) {
    const auto folder = fs::temp_directory_path() / ("genogram-" + to_hex(random_bytes(8)));
    fs::create_directories(folder);
    const auto file = (folder / "pell.ged").string(), drawing = (folder / "out.svg").string(), text = (folder / "out.txt").string();
    std::ofstream(file) << "0 HEAD\n1 DATE 23 DEC 2026\n0 @I1@ INDI\n1 NAME Ada /Pell/\n1 SEX F\n1 BIRT\n2 DATE 3 MAR 2015\n0 TRLR\n";
    auto said = say({"genogram", "--gedcom", file, "--focus", "@I1@", "-o", drawing, "--text", text});
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_EQ(said.out + said.err, "");
    const auto contents = [](const std::string& of) {
        std::ostringstream all;
        all << std::ifstream(of).rdbuf();
        return all.str();
    };
    EXPECT_THAT(contents(drawing), HasSubstr("Genogram: the family of Ada Pell"));
    EXPECT_THAT(contents(drawing), HasSubstr("As it stood on 23 December 2026"));
    EXPECT_THAT(contents(text), HasSubstr("About Ada Pell, female, born 3 March 2015, aged 11."));
    EXPECT_EQ(say({"genogram", "--gedcom", file, "--focus", "@I9@", "-o", drawing}).err, "@I9@ is nobody in this file; its people begin with @I1@.\n");
    EXPECT_EQ(say({"genogram", "--gedcom", file, "--focus", "@I9@", "-o", drawing}).status, 1);
    EXPECT_EQ(say({"genogram", "--gedcom", file + "x", "-o", drawing}).status, 1);
    const auto written = (folder / "out.ged").string(), again = (folder / "again.ged").string();
    EXPECT_EQ(say({"genogram", "--gedcom", file, "--focus", "@I1@", "-o", written, "--version", "5.5.1"}).status, 0);
    EXPECT_EQ(say({"genogram", "--gedcom", written, "-o", again, "--version", "5.5.1"}).status, 0);
    EXPECT_THAT(contents(written), testing::AllOf(testing::HasSubstr("1 _FOCUS @I1@"), testing::HasSubstr("2 VERS 5.5.1")));
    EXPECT_EQ(contents(again), contents(written));
    EXPECT_EQ(say({"genogram", "--gedcom", file, "-o", written, "--version", "6"}).status, 2);
    EXPECT_EQ(say({"genogram", "--genopro", file, "-o", drawing}).err, "Line 1: the file is no XML that we can read; export it from GenoPro again.\n");
    EXPECT_EQ(say({"genogram", "--genopro", file, "--gedcom", file, "-o", drawing}).status, 2);
    EXPECT_EQ(say({"genogram", "--gedcom", file}).status, 2);
    EXPECT_EQ(say({"genogram", "--gedcom", file, "-o", drawing, "--on", "Christmas"}).status, 2);
    fs::remove_all(folder);
}

TEST(CommandLine, RefusesABadCallInOneSentenceWithStatusTwo) {
    const std::vector<std::vector<std::string>> bad{{}, {"speak"}, {"serve"}, {"due", "--pack", pack("rochdale")},
                                                    {"due", "--pack", pack("rochdale"), "--clause", "ROC-142", "--at", "Christmas"},
                                                    {"serve", "--data", "no-such-folder", "--pack", pack("model"), "--now", "2026-12-23T10:00"},
                                                    {"serve", "--data", "no-such-folder", "--pack", pack("model"), "--port", "99999"},
                                                    {"verify", "--data", "no-such-folder", "--record", "12"}};
    for (const auto& words : bad) {
        auto said = say(words);
        EXPECT_EQ(said.status, 2) << join(words, " ");
        EXPECT_EQ(said.out, "");
        EXPECT_EQ(std::ranges::count(said.err, '\n'), 1) << said.err;
        EXPECT_TRUE(said.err.ends_with(".\n")) << said.err;
    }
}

TEST(CommandLine, CountsFiveWorkingDaysOverChristmasAndSaysHow) {
    auto said = say({"due", "--pack", pack("rochdale"), "--clause", "ROC-142", "--at", "2026-12-23T10:00"});
    ASSERT_EQ(said.status, 0) << said.err;
    auto line = parse_json(said.out)->as_object();
    EXPECT_EQ(text_in(line, "due"), "2027-01-04");
    EXPECT_THAT(text_in(line, "explanation"), HasSubstr("5 working days"));
    EXPECT_THAT(keys_of(said.out), testing::ElementsAre("clause", "due", "explanation", "rules"));
}

TEST(CommandLine, TakesSeveralFacts) {
    auto said = say({"due", "--pack", pack("cambridgeshire"), "--clause", "CAM-048", "--at", "2026-12-22T16:30", "--given",
                     "status=child-protection-plan", "--given", "item.significant=no"});
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_EQ(text_in(parse_json(said.out)->as_object(), "due"), "2026-12-24");
}

TEST(CommandLine, SaysNoToWhatCannotBeRead) {
    EXPECT_EQ(say({"check-pack", "there-is-no-such-pack"}).status, 1);
    EXPECT_EQ(say({"verify", "--data", "there-is-no-such-installation"}).status, 1);
    EXPECT_EQ(say({"due", "--pack", pack("rochdale"), "--clause", "ROC-999", "--at", "2026-12-23T10:00"}).status, 1);
    EXPECT_EQ(say({"check", "--pack", pack("national"), "there-is-no-such-text.txt"}).status, 1);
}

TEST(CommandLine, SaysYesToEveryPackOfOurs) {
    for (const std::string id : {"national", "rochdale", "cambridgeshire", "leicestershire", "liquidlogic-authority", "model"}) {
        auto said = say({"check-pack", pack(id)});
        EXPECT_EQ(said.status, 0) << id << ": " << said.err;
    }
}

TEST(CommandLine, PrintsTimescalesAndClausesAsLinesOfJson) {
    auto timescales = say({"timescales", "--pack", pack("rochdale")});
    ASSERT_EQ(timescales.status, 0);
    for (const auto& line : timescales.lines())
        EXPECT_THAT(keys_of(line), testing::IsSupersetOf({"id", "kind", "clause"})) << line;
    auto clauses = say({"clauses", "--pack", pack("rochdale")});
    ASSERT_EQ(clauses.status, 0);
    for (const auto& line : clauses.lines())
        EXPECT_THAT(keys_of(line), testing::IsSupersetOf({"clause", "answer", "how", "cases"})) << line;
    EXPECT_THAT(clauses.out, HasSubstr("tests/acceptance/rochdale/ROC-142.toml"));
}

TEST(CommandLine, FindsAnUnexplainedAcronymByItsBytes) {
    const auto file = fs::temp_directory_path() / ("note-" + to_hex(random_bytes(4)) + ".txt");
    std::ofstream(file) << "Your EHCP came today.";
    auto said = say({"check", "--pack", pack("national"), file.string()});
    fs::remove(file);
    ASSERT_EQ(said.status, 0) << said.err;
    auto line = parse_json(said.lines().front())->as_object();
    EXPECT_EQ(text_in(line, "category"), "acronym");
    EXPECT_EQ(number_in(line, "start"), 5);
    EXPECT_EQ(number_in(line, "end"), 9);
    EXPECT_THAT(keys_of(said.lines().front()), testing::ElementsAre("id", "start", "end", "category", "severity", "message", "suggestion"));
}

} // namespace

} // namespace lifestory::acceptance
