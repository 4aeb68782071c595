// What a folder of tables says, row by row (docs/formats/import.md): people, whose family they are of, what they are to each other,
// the work and the homes of each child, who works with them, and the notes. What may stand in a record is for family_in.h.
#pragma once

#include "app/bring_in/sheet.h"
#include "policy/pack.h"
#include "record/family.h"

namespace lifestory::app::bring_in {

using calendar::Day;

struct PersonIn {
    At at;
    std::string id;
    record::Person said; // without its number
    bool is_child = false;
    std::string not_the_same; // why this is not the child whom we know
    struct Fact {
        std::string column, id, value;
    };
    std::vector<Fact> facts;
};

struct TieIn {
    At at;
    std::string from, to;
    record::Relationship said; // without its numbers
};

struct SpellIn {
    At at;
    std::string id, person, record_type;
    Day started{};
    std::optional<Day> ended;
    std::vector<std::pair<std::string, record::Value>> answers; // by item
};

struct WorkerIn {
    At at;
    std::string person, full_name;
    Day from{};
};

// Of the basic record, with its days where the table has them.
struct FactIn {
    At at;
    std::string column, id, person, fact, value;
    std::optional<Day> since, until;
};

struct AddressIn {
    At at;
    std::string person, name, address; // name: "Home"
    std::optional<Day> since, until;
};

struct NoteIn {
    At at;
    std::string id, person, type, title, words, author, role;
    Day happened{};
    std::optional<std::chrono::minutes> at_time;
    std::optional<Day> written;
};

struct FamilyIn {
    std::string id, name;
    std::vector<std::size_t> persons; // of Source::persons, children first
    std::vector<std::size_t> ties;
    std::size_t rows = 0; // of ssd_family.csv
};

// Whose own row cannot be read: nothing of this child comes.
struct BrokenChild {
    At at;
    std::map<std::string, std::size_t> rows; // of the other files, which are left out
};

struct Source {
    std::vector<PersonIn> persons;
    std::vector<TieIn> ties;
    std::vector<SpellIn> spells;
    std::vector<FactIn> facts;
    std::vector<AddressIn> addresses;
    std::vector<WorkerIn> workers;
    std::vector<NoteIn> notes;
    std::vector<FamilyIn> families;
    std::map<std::string, std::size_t> person_at;
    std::map<std::string, BrokenChild> broken; // by the number in the other system
    std::map<std::string, std::vector<std::size_t>> spells_of, facts_of, addresses_of, workers_of, notes_of; // in the order of their days
};

Result<Source> read_source(const std::filesystem::path& folder, const policy::Pack& pack, Notes& notes);

} // namespace lifestory::app::bring_in
