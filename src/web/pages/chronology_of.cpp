#include "web/pages/chronology_of.h"

#include <algorithm>

#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/child_reading.h"
#include "web/pages/genogram.h"

namespace lifestory::web::pages {

namespace {

using chronology::Row;

// What the child was given to read; and of what was not, the line alone that a worker wrote for the child, unless it was said
// that the child does not read the entry yet.
std::vector<record::GivenEntry> told_to_child(const House& house, const access::OpenRecord& open, const Judged& judged) {
    auto told = given_entries(house, open, judged);
    for (const auto* line : record::standing(*open.child, record::line_type)) {
        const auto said = record::line_in(*line);
        const auto* story = open.child->find(said.of);
        if (!story || is_blank(said.for_child) || (story->release() && story->release()->how == "not-yet"))
            continue;
        if (std::ranges::find(told, story, &record::GivenEntry::story) == told.end())
            told.push_back({story, {story->record_type(), story->name(), {}}});
    }
    return told;
}

} // namespace

chronology::Chronology chronology_of(const House& house, const access::OpenRecord& open, const Judged& judged, ChronologyFor whom) {
    const auto reader = whom == ChronologyFor::Child ? chronology::Reader::Child : chronology::Reader::Worker;
    const auto told = whom == ChronologyFor::Child ? told_to_child(house, open, judged) : chronology::all_entries(*open.child);
    return chronology::derive_chronology({*open.child, *open.family, circumstances(house, judged, house.today()), told, reader});
}

std::string when_of(const Row& row) {
    const auto day = record::in_words(row.day, row.exactly);
    return row.until && *row.until != row.day ? "From " + day + " to " + calendar::in_words(*row.until) : day;
}

std::string age_then(const record::Child& child, const Row& row) {
    const auto born = child.born();
    if (!born)
        return "";
    if (row.exactly == record::Exactly::InTheYear && calendar::year_of(row.day) == calendar::year_of(*born))
        return "0";
    return row.day < *born ? "not born yet" : age_words(child, row.day);
}

std::string source_of(const Row& row) {
    std::string words;
    for (const auto& source : row.sources)
        if (const auto one = row.sources.size() == 1 ? source.name : source.name + ", " + calendar::in_words(source.day); !one.empty())
            words += (words.empty() ? "" : "; ") + one;
    return row.agency.empty() ? words : words + ". From the chronology of " + row.agency;
}

std::string gap_words(const chronology::Gap& gap, const std::string& name) {
    const auto days = " from " + calendar::in_words(gap.from) + " to " + calendar::in_words(gap.to) + ".";
    if (gap.brought_in == 0)
        return "No important event and nobody saw " + name + days;
    const bool is_one = gap.brought_in == 1;
    return "No important event" + days + " " + capital(plural(gap.brought_in, "note", "notes")) + " of these days " + (is_one ? "was" : "were") +
           " brought in from another system: read " + (is_one ? "it" : "them") + " to see whether anybody saw " + name + ".";
}

std::vector<record::StoodRow> stood_rows(const record::Child& child, const std::vector<Row>& rows) {
    std::vector<record::StoodRow> all;
    for (const auto& row : rows)
        all.push_back({when_of(row), age_then(child, row), row.what, row.meant, row.done, source_of(row), row.entry});
    return all;
}

const policy::Obligation* chronology_owed(const Judged& judged) {
    const policy::Obligation* first = nullptr;
    for (const auto& owed : judged.obligations) {
        const bool is_it = owed.is_open() && owed.due && !owed.what.empty() && owed.what.front().id == record::chronology_type;
        if (is_it && (!first || owed.due->day < first->due->day))
            first = &owed;
    }
    return first;
}

bool may_keep_chronology(const House& house, const access::OpenRecord& open) { return open.may(access::Act::Write, on_type(house, record::chronology_type)); }

Url chronology_path(RecordNumber child) { return path("/children/{}/chronology", child.hex()); }
Url chronology_path(RecordNumber child, std::string_view of) { return path("/children/{}/chronology/{}", child.hex(), of); }
Url row_path(RecordNumber child, const EntryId& row) { return path("/children/{}/chronology/rows/{}", child.hex(), row.hex()); }

Url source_path(RecordNumber child, const chronology::Source& source) {
    return source.from == chronology::From::TheFamily ? genogram_path(child) : path("/children/{}/entries/{}", child.hex(), source.entry.hex());
}

} // namespace lifestory::web::pages
