// What the pages share that write beside a signed entry (an addition, a comment, a correction, a copy given): the entry
// opened, a sentence of it chosen, fields with what was typed, and the appending. Each page has its own words.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "record/sentences.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

struct OpenEntry {
    access::OpenRecord open;
    const record::StoryEntry* story = nullptr; // of open.child

    EntryId id() const { return story->entry.id; }
    std::string record_type() const { return story->record_type(); }
    Url path() const;
    Url path_to(std::string_view act) const; // "/children/.../entries/.../addition"
    std::string name() const;                // "visit of 9 December 2026"
    bool may(const House& house, access::Act act) const;
};

// Refused as "not-found" when the caller may not see it, or it stands beside an entry and is none itself.
Result<OpenEntry> entry_opened(const House& house, const http::Call& call);

desk::Fields clean_fields(const http::Fields& sent);
desk::Fields typed_in(const http::Call& call); // of tick boxes with one name, each value on a line
std::string within_a_sentence(std::string noun); // "Visit" -> "visit"; "MASH enquiry" stays
std::string day_of(calendar::Instant at); // "9 December 2026", in London
std::string joined(const record::Author& author); // "Priya Anand, Social Worker, Family Team North"

// ---- a sentence of the entry
// Those that a reader sees and that words can stand beside; also those named in an asking.
std::vector<record::Sentence> sentences_in(const record::StoryEntry& story);
std::string code_of(const record::Sentence& sentence); // "happened:0:24"
std::optional<record::Sentence> sentence_of(const record::StoryEntry& story, std::string_view code);
std::string reads_now(const record::StoryEntry& story, const record::Sentence& sentence);

// ---- fields, with what was typed in them
struct Asked {
    const desk::Fields& fields;
    const Refusals& refusals;
};
using Choosable = std::vector<std::pair<std::string, std::string>>; // value and words

Html box(const Asked& asked, const std::string& name, std::string_view label, std::string_view hint = {});
Html short_box(const Asked& asked, const std::string& name, std::string_view label, std::string_view hint = {});
// The value "other" opens a box NAME.other.
Html choose(const Asked& asked, const std::string& name, std::string_view legend, const Choosable& choices);
Html choose_sentence(const Asked& asked, const std::string& name, std::string_view legend, const record::StoryEntry& story,
                     std::string_view of_whole = {});
std::string chosen(const desk::Fields& fields, const std::string& name); // or what was written in NAME.other
Refusals moved(Refusals refusals, std::string_view from, std::string_view to); // to the field that a page has

// ---- the page, and keeping
struct ActPage {
    std::string title;  // h1
    Html content;       // fields
    std::string button;
    Url action;
    Html before, after; // outside the form
};
http::Response act_page(const House& house, const http::Call& call, const OpenEntry& entry, const ActPage& page, const Refusals& refusals);

// Appends what an act wrote, and answers with the entry, where `done` is said. A form sent twice was kept the first time, whatever
// the act says of it now. Refused in words: the page again; else "Page not found".
using PageAgain = std::function<http::Response(const Refusals&)>;
http::Response keep(const House& house, const http::Call& call, const OpenEntry& entry, access::Act act, const Result<casework::Writing>& writing,
                    std::string_view done, const PageAgain& again);
// The same for what stands in the record and beside no entry: it goes on to `to`, pressed twice too.
struct Keeping {
    access::Act act;
    access::What what;
    Url to;
};
http::Response keep_in_record(const House& house, const http::Call& call, const access::OpenRecord& open, const Keeping& keeping,
                              const Result<casework::Writing>& writing, const PageAgain& again);
// act_of, with the number that this form's entry always has.
EntryId entry_of_form(FormNumber form); // by which a form that is sent twice is known again
casework::Act act_of_form(const House& house, const http::Call& call);
bool is_kept(const record::Child& child, const EntryId& entry);
bool is_kept(const record::Family& family, const EntryId& entry);
bool is_not_found(const Refusals& refusals);

} // namespace lifestory::web::pages
