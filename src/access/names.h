// The names of children and of the people of their families, held in memory alone: found by name, also misspelt, in any
// script, by date of birth, or both. Who may find whom is the door's to say.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"
#include "record/entry.h"

namespace lifestory::access {

// What somebody typed into the box: words, and a date of birth if one stands among them.
struct Wanted {
    std::string typed;
    std::vector<std::string> words; // folded, in plain letters
    std::optional<calendar::Day> born;
    bool operator==(const Wanted&) const = default;
};
Wanted wanted(const std::string& typed);

struct Named {
    RecordNumber family;
    PersonNumber person;
    std::optional<RecordNumber> child;
    std::string full_name, known_as;
    std::optional<calendar::Day> born, expected;
    bool operator==(const Named&) const = default;

    std::string name() const; // "Tilly Barrow"
};

// Why somebody was found: in words for the page, "sounds like "tilley barow"".
struct Match {
    Named who;
    std::string why;
    int distance = 0; // 0: exactly so; the list is in this order
};

class Names {
public:
    Names();
    ~Names();

    void learn(const record::Entry& entry); // of any kind; those that name nobody are passed over
    std::vector<Match> search(const Wanted& wanted) const;
    std::vector<Named> exactly(const std::string& name, calendar::Day born) const; // children alone
    std::vector<Named> children_of(RecordNumber family) const;
    Named of_child(RecordNumber child) const; // empty: not known
    std::string who_to(const PersonNumber& from, const PersonNumber& to) const; // "nan"; empty: not said so
    std::size_t people() const;

private:
    struct Held;
    std::unique_ptr<Held> m_held;
};

} // namespace lifestory::access
