// A small town in a ledger of its own, for the door: Tilly and Reece Barrow with their nan, Ava Lind of another team,
// their workers and managers. Every name is invented.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "access/door.h"
#include "base/bytes.h"
#include "calendar/london.h"
#include "store/sqlite/index.h"
#include "store/sqlite/ledger.h"

namespace lifestory::contract {

using access::Act;
using access::Writing;
using calendar::Instant;

inline calendar::Day day(int month, unsigned number, int year = 2026) {
    return *calendar::day_of(year, static_cast<unsigned>(month), number);
}

class Town : public testing::Test {
protected:
    Town() : folder(std::filesystem::temp_directory_path() / ("door-" + to_hex(random_bytes(8)))), master(ledger::SecretKey::random()) {
        std::filesystem::create_directories(folder);
        open_store();
        build();
    }
    ~Town() override {
        door.reset();
        index.reset();
        ledger.reset();
        std::filesystem::remove_all(folder);
    }

    void open_store() {
        door.reset();
        index.reset();
        ledger.reset();
        auto opened = store::sqlite::open_ledger({.folder = folder, .master_key = master});
        ASSERT_TRUE(opened) << opened.refusal().message;
        ledger = std::move(*opened);
        index = std::make_unique<store::sqlite::SqliteIndex>(folder / "ledger.sqlite");
        door = std::make_unique<access::Door>(*ledger, *index, rules());
    }

    static access::Rules rules() {
        using access::Role;
        access::Rules rules;
        rules.roles = {{"social-worker", Role::Practitioner}, {"emergency-duty-worker", Role::Practitioner},
                       {"team-manager", Role::TeamManager}, {"head-of-service", Role::HeadOfService},
                       {"system-administrator", Role::Administrator}, {"business-support", Role::BusinessSupport}};
        rules.permissions = {{"find", "record", {"emergency-duty-worker"}},
                             {"correct", "entry", {"team-manager"}},
                             {"sign", "entry", {"author"}}};
        rules.letters = {"letter"};
        return rules;
    }

    std::filesystem::path folder;
    ledger::SecretKey master;
    std::unique_ptr<store::sqlite::SqliteLedger> ledger;
    std::unique_ptr<store::sqlite::SqliteIndex> index;
    std::unique_ptr<access::Door> door;

    Instant now = calendar::start_of(day(12, 23)) + std::chrono::hours(10);
    TeamNumber north = TeamNumber::random(), south = TeamNumber::random();
    WorkerNumber priya = WorkerNumber::random(), gareth = WorkerNumber::random(), denise = WorkerNumber::random(),
                 lena = WorkerNumber::random(), omar = WorkerNumber::random(), root = WorkerNumber::random();
    RecordNumber barrows = RecordNumber::random(), tilly = RecordNumber::random(), reece = RecordNumber::random(),
                 linds = RecordNumber::random(), ava = RecordNumber::random();
    PersonNumber tilly_person = PersonNumber::random(), reece_person = PersonNumber::random(),
                 nan = PersonNumber::random(), ava_person = PersonNumber::random();
    EntryId tillys_note;

    access::Visitor visitor(WorkerNumber worker, const std::string& session = "s1") { return *door->visitor(worker, session); }

    record::Said said_by(WorkerNumber worker) {
        record::Said said;
        auto author = door->authority()->author(worker);
        said.recorded_by = author ? *author : record::Author{worker, "First Administrator", "", ""};
        return said;
    }

    Writing in_child(WorkerNumber by, record::Content content) { return {EntryId::random(), said_by(by), std::move(content)}; }
    Writing in_family(WorkerNumber by, record::Content content) {
        return {EntryId::random(), said_by(by), std::move(content), Writing::Stream::Family};
    }

    void employ(WorkerNumber worker, const std::string& name, const std::string& role, TeamNumber team) {
        record::Worker content{worker, name, role, role, "01632 960 100", team};
        ASSERT_TRUE(door->append_to_authority(FormNumber::random(), {in_child(root, content)}, now));
    }
    void manage(WorkerNumber worker, WorkerNumber manager) {
        ASSERT_TRUE(door->append_to_authority(FormNumber::random(), {in_child(root, record::LineOfManagement{worker, manager})}, now));
    }

    record::CaseNote note(const std::string& words) {
        record::CaseNote content;
        content.form.record_type = "case-note";
        content.form.name = "Note";
        content.form.answers = {{"happened", "What happened", "what-happened", "prose", record::Text{words}}};
        return content;
    }

    void begin_child(RecordNumber family, RecordNumber child, PersonNumber person, const std::string& name,
                     const std::string& known_as, calendar::Day born, WorkerNumber worker) {
        record::Person who;
        who.person = person;
        who.full_name = name;
        who.known_as = known_as;
        who.born = born;
        who.child = child;
        access::Door::Opening opening{family, child, {}};
        if (ledger->length(family) == 0)
            opening.entries.push_back(in_family(worker, record::FamilyOpened{name}));
        opening.entries.push_back(in_family(worker, who));
        opening.entries.push_back(in_child(worker, record::ChildOpened{family, person}));
        opening.entries.push_back(in_child(worker, record::BasicDetail{"name", name, "", "", {}, {}}));
        opening.entries.push_back(in_child(worker, record::BasicDetail{"known-as", known_as, "", "", {}, {}}));
        opening.entries.push_back(in_child(worker, record::Allocation{worker, "", "allocated-worker", day(11, 2), {}}));
        auto opened = door->open_new(visitor(worker), FormNumber::random(), opening, now);
        ASSERT_TRUE(opened) << opened.refusal().message;
    }

    void build() {
        employ(root, "Rosa Tait", "system-administrator", north);
        ASSERT_TRUE(door->append_to_authority(FormNumber::random(), {in_child(root, record::Team{north, "Family Team North", "", "01632 960 110"}), in_child(root, record::Team{south, "Family Team South", "", "01632 960 111"})}, now));
        employ(denise, "Denise Achebe", "head-of-service", north);
        employ(gareth, "Gareth Holloway", "team-manager", north);
        employ(priya, "Priya Anand", "social-worker", north);
        employ(lena, "Lena Hart", "emergency-duty-worker", south);
        employ(omar, "Omar Reyes", "social-worker", south);
        manage(gareth, denise);
        manage(priya, gareth);
        begin_child(barrows, tilly, tilly_person, "Matilda Barrow", "Tilly", day(3, 14, 2015), priya);
        begin_child(barrows, reece, reece_person, "Reece Barrow", "", day(7, 1, 2012), priya);
        begin_child(linds, ava, ava_person, "Ava Lind", "", day(1, 9, 2019), omar);
        auto open = *door->open(visitor(priya), tilly, std::nullopt, now);
        record::Person grandmother;
        grandmother.person = nan;
        grandmother.full_name = "Maureen Barrow";
        record::Household home{"nans", "Nan's", "4 Mill Row", {nan, tilly_person}, day(1, 1, 2025), {}};
        ASSERT_TRUE(door->append(visitor(priya), open, Act::Write, {}, FormNumber::random(),
                                 {in_family(priya, grandmother), in_family(priya, record::Relationship{nan, tilly_person, "nan", {}, {}, false, ""}), in_family(priya, home)}, now));
        auto first = in_child(priya, note("Nan's is quiet."));
        tillys_note = first.id;
        auto signed_note = door->append(visitor(priya), open, Act::Sign, {{"case-note", "entry", "record"}}, FormNumber::random(), {first}, now);
        ASSERT_TRUE(signed_note) << signed_note.refusal().message;
    }
};

} // namespace lifestory::contract
