// What stands in assets/demo, read and moved to its clock: an invented authority and its families, as plain values that
// name each other by id. Making entries of it is fill.h's.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/london.h"
#include "policy/read/node.h"
#include "record/kinds/signing.h"

namespace lifestory::app::demo {

using calendar::Day;
using calendar::Instant;
using policy::Node;

// Where it stands in the files, for errors.
struct Stands {
    const Node* at = nullptr;
};

struct TeamOf : Stands {
    std::string id, name, area, telephone;
};

struct WorkerOf : Stands {
    std::string id, name, designation, role, team, manager, email, telephone;
    bool sign_in = false;
};

// A supervision, a team's meeting: one entry for each worker it is about, or one of a team.
struct WorkOf : Stands {
    std::string type, by, talked_about, agreed;
    std::vector<std::string> about;
    Day happened{};
};

struct PersonOf : Stands {
    std::string id, name, known_as, pronouns, telephone, note;
    std::optional<Day> born, expected, died;
    bool child = false;
};

struct RelationshipOf : Stands {
    std::string from, to, kind, told_by;
    std::optional<Day> since, until;
    bool parental_responsibility = false;
};

struct HouseholdOf : Stands {
    std::string id, name, address;
    std::vector<std::string> members;
    std::optional<Day> since, until;
};

struct DetailOf : Stands {
    std::string child, fact, value, instead_of, said_by;
    Day since{};
};

struct AllocationOf : Stands {
    std::string child, worker, relationship;
    Day from{};
    std::optional<Day> until;
};

struct EpisodeOf : Stands {
    std::string id, child, type;
    Day started{};
    std::optional<Day> ended;
    const Node* answers = nullptr;
};

struct EntryOf : Stands {
    std::string id, type, by, told_by;
    std::vector<std::string> children;
    Day happened{};
    std::optional<std::chrono::minutes> at_time;
    Instant recorded{};
    std::optional<Day> known;
    std::optional<record::Lateness> late;
    const Node* answers = nullptr;
    std::map<std::string, const Node*> each; // by child
    std::vector<std::string> speaks_of;      // of a letter: ids of entries
};

// Something beside an entry; which members hold anything follows from the kind.
struct AfterOf : Stands {
    std::string kind, entry, by, child, words, whose, sort, item, sentence, right_words, why, how, reason, warning, to, agreement;
    Instant recorded{};
    std::vector<std::string> tell;
    std::optional<Day> on, look_again;
    bool asked = false;
};

struct DraftOf : Stands {
    std::string owner, child, type, stopped_at;
    std::optional<Day> happened;
    std::optional<std::chrono::minutes> at_time;
    Instant updated{};
    const Node* answers = nullptr;
};

struct FamilyOf : Stands {
    std::string id, name;
    std::vector<PersonOf> people;
    std::vector<RelationshipOf> relationships;
    std::vector<HouseholdOf> households;
    std::vector<DetailOf> details;
    std::vector<AllocationOf> allocations;
    std::vector<EpisodeOf> episodes;
    std::vector<EntryOf> entries;
    std::vector<AfterOf> afters;
    std::vector<DraftOf> drafts;

    const PersonOf* person(std::string_view person) const;
    const EntryOf* entry(std::string_view entry) const;
};

struct Data {
    std::string authority;
    Instant anchor{}; // moved
    std::vector<TeamOf> teams;
    std::vector<WorkerOf> workers;
    std::vector<WorkOf> work;
    std::vector<FamilyOf> families;
    std::vector<std::unique_ptr<Node>> texts; // what `at` and `answers` point into

    const WorkerOf* worker(std::string_view worker) const;
    const TeamOf* team(std::string_view team) const;
};

struct DataFile {
    std::string name, text; // "barrow.toml"
};

// Refuses with every error at once, each "file:line: what is wrong; what was expected".
Result<Data> read_data(const std::vector<DataFile>& files, Instant now);
std::vector<DataFile> built_in_files();

} // namespace lifestory::app::demo
