// Of one family's rows the entries that its records gain: each held to what the same act of a worker is held to, numbered by what the
// other system called it, so that a row brought in twice is one entry. All of a family is one append: it comes in whole or not at all.
#pragma once

#include "app/bring_in/source.h"
#include "casework/act.h"
#include "ledger/ledger.h"
#include "record/authority.h"
#include "record/child.h"

namespace lifestory::app::bring_in {

// Numbers made of what the other system calls a thing, under a secret of the installation: the same again, and not to be guessed.
class Numbers {
public:
    Numbers(Bytes secret, std::string source) : m_secret(std::move(secret)), m_source(std::move(source)) {}
    template <class Number>
    Number number(std::string_view kind, std::string_view id) const {
        return Number::from_bytes(sixteen_bytes(kind, id));
    }

private:
    std::string sixteen_bytes(std::string_view kind, std::string_view id) const;
    Bytes m_secret;
    std::string m_source;
};

struct Bringing {
    const ledger::Ledger& ledger;
    const policy::Pack& pack;
    const record::Authority& authority;
    const Numbers& numbers;
    std::string source;          // "Mosaic"
    record::Author author;       // "Brought in from Mosaic"
    record::JudgedBy judged_by;
    calendar::Instant now{};
    const std::map<std::string, std::string>& held; // children who are not brought in, by the other system's number, and why
};

enum class Came { New, Grown, AlreadyHere, Held };

struct ChildCame {
    std::size_t person = 0; // of Source::persons
    RecordNumber record;
    Came came = Came::Held;
    std::map<std::string, std::size_t> carried; // rows of each file that stand in the record now
    std::vector<Missing> missing;               // beside those found when the rows were read
};

struct FamilyCame {
    std::optional<ledger::Append> append; // none: nothing is new
    std::vector<ChildCame> children;
    std::map<std::string, std::size_t> carried; // rows of each file that say something of the family and not of one child
    std::vector<Missing> missing;         // of nobody's record
    std::size_t notes = 0;                // new ones
};

// `notes` holds what was found when the rows were read; it is told of in each child's entry.
FamilyCame bring_in(const Bringing& bringing, const Source& source, const FamilyIn& family, const Notes& notes);

} // namespace lifestory::app::bring_in
