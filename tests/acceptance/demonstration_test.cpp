// The demonstration fills an empty folder, and everything that is promised of a ledger holds of it.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>

#include "acceptance/home.h"
#include "access/door.h"
#include "access/owing.h"
#include "access/rules.h"
#include "app/commands/verify.h"
#include "app/demo/fill.h"
#include "app/demo/steps.h"
#include "desk/passwords.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Demonstration : public Home {
protected:
    void fill(std::string_view clock) {
        now = london_time(clock);
        auto read = app::demo::read_data(app::demo::built_in_files(), now);
        ASSERT_TRUE(read) << read.refusal().message;
        data = std::move(*read);
        auto accepted = app::accept_pack(*installation, pack(), app::demo::begins(data));
        ASSERT_TRUE(accepted) << accepted.refusal().message;
        policies = std::move(*accepted);
        auto filled = app::demo::fill(*installation, *policies.pack, data, now);
        if (!filled)
            for (const auto& refusal : filled.refusals())
                ADD_FAILURE() << refusal.message;
    }

    access::Visitor visitor(access::Door& door, const std::string& email) {
        auto account = installation->desk().account_by_email(email);
        return *door.visitor(account->worker, "acceptance");
    }

    calendar::Instant now{};
    app::demo::Data data;
    app::Policies policies;
};

TEST_F(Demonstration, FillsAndVerifyRebuildAndTheDiskKeepTheirPromises) {
    fill("2026-12-23T10:40");
    if (HasFailure())
        return;
    auto& ledger = installation->ledger();
    EXPECT_GT(ledger.size(), 1000u);
    EXPECT_EQ(installation->index().children().size(), 17u);

    const auto before = installation->index().dump();
    ASSERT_TRUE(ledger.rebuild());
    EXPECT_EQ(installation->index().dump(), before);

    access::Owing owing(ledger, installation->index(), policies.books);
    EXPECT_EQ(owing.bring_up_to_date(access::Owing::Which::All, now).records, 17u);
    const auto owed = installation->index().dump_owed();
    EXPECT_THAT(owed, testing::AllOf(testing::HasSubstr("frequency.visited"), testing::HasSubstr(" met "), testing::HasSubstr(" due ")));
    EXPECT_EQ(owing.rebuild(now).records, 17u);
    EXPECT_EQ(installation->index().dump_owed(), owed);

    // A day later what is open is counted from the outlines beside the lists, and then all from the entries.
    const auto tomorrow = now + std::chrono::days(1);
    EXPECT_GT(owing.bring_up_to_date(access::Owing::Which::All, tomorrow).records, 12u);
    const auto from_outlines = installation->index().dump_owed();
    owing.rebuild(tomorrow);
    EXPECT_EQ(installation->index().dump_owed(), from_outlines);

    std::ostringstream out, err;
    EXPECT_EQ(app::run_verify(folder, "", "", out, err), 0) << out.str() << err.str();

    // Marker words: of a signed visit, of a draft, of a name. Each stands in the data, and nowhere on the disk.
    for (const std::string words : {"Bring a food parcel", "I am a Family Support Worker", "the mug but it had flowers", "Matilda Barrow"}) {
        const auto files = app::demo::built_in_files();
        EXPECT_TRUE(std::ranges::any_of(files, [&](const auto& file) { return file.text.find(words) != std::string::npos; })) << words;
        for (const auto& file : fs::recursive_directory_iterator(folder))
            EXPECT_EQ(contents(file.path()).find(words), std::string::npos) << words << " lies in " << file.path();
    }
}

TEST_F(Demonstration, ASocialWorkerSignsInAndOpensTheRecordsOfHerChildren) {
    fill("2026-12-23T10:40");
    if (HasFailure())
        return;
    access::Door door(installation->ledger(), installation->index(), access::rules_of(*policies.pack));
    auto account = installation->desk().account_by_email("priya.anand@northmere.example");
    ASSERT_TRUE(account);
    EXPECT_TRUE(desk::Passwords().matches(account->password, app::demo::password()));
    auto priya = visitor(door, "priya.anand@northmere.example");
    std::vector<std::string> names;
    for (auto child : door.caseload(priya.who.worker, now)) {
        auto open = door.open(priya, child, std::nullopt, now);
        ASSERT_TRUE(open);
        names.push_back(open->child->name());
    }
    EXPECT_THAT(names, testing::UnorderedElementsAre("Tilly Barrow", "Reece Barrow", "Ava O'Dowd", "Finn O'Dowd", "Kian Rafferty", "Orla Rafferty"));
    EXPECT_EQ(installation->desk().drafts_of(priya.who.worker).size(), 3u);
}

TEST_F(Demonstration, IsMovedByWholeWeeksToItsClockAndNeverBeyondIt) {
    const auto clock = london_time("2027-03-16T09:00"); // a Tuesday
    auto moved = app::demo::read_data(app::demo::built_in_files(), clock);
    ASSERT_TRUE(moved);
    EXPECT_EQ(calendar::written(calendar::london(moved->anchor)), "2027-03-10T10:40");
    for (const auto& step : app::demo::steps_of(*moved, clock))
        EXPECT_LE(step.at, clock);
    for (const auto& family : moved->families)
        for (const auto& entry : family.entries) {
            const auto* happened = entry.answers ? entry.answers->find("happened") : nullptr;
            EXPECT_TRUE(!happened || happened->text.find("{day:") == std::string::npos) << entry.id;
        }
}

TEST_F(Demonstration, SaysFileAndLineOfWhatIsWrongInItsDataAndStoresNothing) {
    now = london_time("2026-12-23T10:40");
    auto files = app::demo::built_in_files();
    for (auto& file : files)
        if (auto at = file.text.find("type = \"visit\""); file.name == "barrow.toml" && at != std::string::npos)
            file.text.replace(at, 14, "type = \"vizit\"");
    auto read = app::demo::read_data(files, now);
    ASSERT_TRUE(read);
    auto accepted = app::accept_pack(*installation, pack(), app::demo::begins(*read));
    ASSERT_TRUE(accepted);
    const auto before = installation->ledger().size();
    auto filled = app::demo::fill(*installation, *accepted->pack, *read, now);
    ASSERT_FALSE(filled);
    EXPECT_THAT(filled.refusal().message, testing::MatchesRegex("barrow\\.toml:[0-9]+: vizit: the pack has no record type of this id"));
    EXPECT_EQ(installation->ledger().size(), before);
    EXPECT_FALSE(installation->desk().has_accounts());
}

} // namespace

} // namespace lifestory::acceptance
