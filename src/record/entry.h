// An entry: who wrote it, judged by which pack, about when (said.h), and one of the closed kinds of content. All acts
// are entries, a correction or a reading too; nothing is ever changed. A new kind is a struct in kinds/, a name in
// the variant here, and an answer wherever the compiler then asks for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "record/kinds/authority.h"
#include "record/kinds/case_note.h"
#include "record/kinds/child.h"
#include "record/kinds/correction.h"
#include "record/kinds/disagreement.h"
#include "record/kinds/document.h"
#include "record/kinds/endorsement.h"
#include "record/kinds/episode.h"
#include "record/kinds/family.h"
#include "record/kinds/help.h"
#include "record/kinds/lateness.h"
#include "record/kinds/meeting.h"
#include "record/kinds/read.h"
#include "record/kinds/release.h"
#include "record/kinds/visit.h"

namespace lifestory::record {

using Kinds = std::variant<Worker, Team, LineOfManagement, PackAccepted, HolidayDeclared, HelpAsked, HelpAnswered,
                           FamilyOpened, Person, Relationship, Household, ChildOpened, BasicDetail, Allocation, Episode,
                           Visit, CaseNote, Meeting, Document, ChildsView, Disagreement, Endorsement, Comment, Addition,
                           CorrectionAsked, Correction, ToldOfCorrection, Closing, Release, SharingGiven, LatenessGiven,
                           Read>;

// One of them. Copied, moved and ended in entry.cpp: the compiler makes that of thirty kinds once, not for every file.
struct Content : Kinds {
    using Kinds::Kinds;
    Content();
    Content(const Content& other);
    Content(Content&& other) noexcept;
    Content& operator=(const Content& other);
    Content& operator=(Content&& other) noexcept;
    ~Content();
    bool operator==(const Content& other) const;
};

struct Entry {
    EntryNumber number = 0;
    EntryId id;
    RecordNumber record;
    std::uint64_t place = 0;
    FormNumber form;
    Instant recorded_at{};
    Said said;
    Content content;
    bool operator==(const Entry&) const = default;
};

// Which kinds stand in which stream.
enum class StreamKind { Child, Family, Authority, Looks };

std::string kind_of(const Content& content);           // "visit", the word in the JSON
StreamKind stream_of(const Content& content);
const Form* form_of(const Content& content);           // of the form-bearing kinds; else null
const std::optional<Lateness>* lateness_of(const Content& content); // of what is signed with one; else null
const std::vector<Kept>* kept_of(const Content& content); // findings that its writer kept; null: it is not signed with any
std::optional<EntryId> about_of(const Content& content); // the entry that this one stands beside; else none
bool is_signed_work(const Content& content);            // a visit, note, meeting or document that a manager reads

// Lists of functions, one a kind, for std::visit.
template <class... Functions>
struct Cases : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Cases(Functions...) -> Cases<Functions...>;

} // namespace lifestory::record
