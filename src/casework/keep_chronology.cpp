#include "casework/keep_chronology.h"

#include "base/text.h"
#include "calendar/london.h"
#include "record/address.h"

namespace lifestory::casework {

namespace {

using record::Document;

// Whatever of it is read by somebody who may not know where the child lives.
void check_addresses(Refusing& refusing, std::initializer_list<std::pair<const char*, const std::string*>> boxes) {
    for (const auto& [name, words] : boxes)
        refusing.unless(!record::has_postcode(*words), name, "Leave the address out: say who the child went to live with, not where", "CAM-133");
}

Writing document(const Act& act, const record::Child& child, record::Form form, Day day, std::optional<EntryId> belongs_to = std::nullopt) {
    Document document;
    document.form = std::move(form);
    document.belongs_to = belongs_to;
    auto one = written(act, child.record, std::move(document));
    one.said.happened_on = day;
    return {std::move(one)};
}

} // namespace

Result<Writing> add_past_event(const Act& act, const record::Child& child, const record::PastEvent& event) {
    Refusing refusing;
    refusing.unless(event.day <= today(act), "day", "Choose a day that has been");
    refusing.unless(!is_blank(event.what), "what", "Write what happened");
    refusing.unless(!is_blank(event.source), "source", "Say where we know it from: a letter, a file, a person by name", "CAM-120");
    check_addresses(refusing, {{"what", &event.what}, {"meant", &event.meant}, {"done", &event.done}});
    if (refusing.has_any())
        return refusing.all();
    auto writing = document(act, child, record::form_of(event), event.day);
    writing.front().said.told_by = trim(event.source);
    writing.front().said.known_on = today(act);
    return writing;
}

Result<Writing> add_parents_event(const Act& act, const record::Child& child, record::PastEvent event, const ParentsStory& story) {
    const bool is_told = story.how == ToTheChild::Told;
    event.theme = record::parents_theme;
    event.held_back = is_told ? std::string() : trim(story.words);
    Refusing refusing;
    auto writing = add_past_event(act, child, event);
    if (!writing)
        refusing.add(writing.refusals());
    refusing.unless(!is_blank(story.words), is_told ? "for-child" : "held-back",
                    is_told ? "Tell it to the child, in words for their book" : "Say why the child is not told of it yet", "LEI-079");
    if (is_told)
        check_addresses(refusing, {{"for-child", &story.words}});
    if (refusing.has_any())
        return refusing.all();
    if (is_told) {
        auto line = document(act, child, record::form_of(record::ChronologyLine{writing->front().id, true, {}, {}, {}, trim(story.words)}), today(act), writing->front().id);
        line.front().id = id_of(act, 1);
        writing->push_back(std::move(line.front()));
    }
    return writing;
}

Result<Writing> add_agency_events(const Act& act, const record::Child& child, const std::vector<record::PastEvent>& events) {
    Refusing refusing;
    Writing all;
    const bool is_named = !events.empty() && !is_blank(events.front().agency);
    refusing.unless(is_named, "agency", "Say whose chronology it is", "CAM-119");
    refusing.unless(events.empty() || !is_blank(events.front().source), "source", "Say where we know it from: who sent it, and when", "CAM-120");
    for (const auto& event : events) {
        auto one = add_past_event(act, child, event);
        if (one) {
            one->front().id = id_of(act, static_cast<unsigned>(all.size()));
            all.push_back(std::move(one->front()));
        } else
            for (const auto& refusal : one.refusals())
                refusing.unless(refusal.field == "source", "rows", record::in_words(event.day, event.exactly) + ": " + refusal.message, refusal.clause);
    }
    if (refusing.has_any())
        return refusing.all();
    return all;
}

Result<Writing> tell_row(const Act& act, const record::Child& child, const record::ChronologyLine& line, Standing standing) {
    Refusing refusing;
    refusing.unless(line.is_in || standing == Standing::MayGo, "in", "The policy has this event in every chronology; it can be told in other words, and stays",
                    "CAM-132");
    check_addresses(refusing, {{"what", &line.what}, {"meant", &line.meant}, {"done", &line.done}, {"for-child", &line.for_child}});
    if (const auto* before = record::line_of_row(child, line.of)) {
        auto same = record::line_in(*before);
        refusing.unless(same != line, "", "Nothing is changed yet");
    }
    if (refusing.has_any())
        return refusing.all();
    return document(act, child, record::form_of(line), today(act), line.of);
}

Result<Writing> read_chronology_through(const Act& act, const record::Child& child, std::size_t rows) {
    return document(act, child, record::reading_form(rows), today(act));
}

Result<Writing> say_master(const Act& act, const record::Child& child, const record::Family& family, RecordNumber lead) {
    const auto* person = family.person_of(lead);
    if (!person)
        return refuse("lead", "Choose the child on whose file it lies", "lead", "CAM-129");
    if (const auto said = record::master_of(child); said && said->lead == lead)
        return refuse("lead", "It is said to lie there already", "lead");
    return document(act, child, record::form_of(record::Master{lead, person->full_name}), today(act));
}

Result<Writing> copy_chronology(const Act& act, const record::Child& child, const std::vector<record::StoodRow>& rows, const std::string& from) {
    Refusing refusing;
    refusing.unless(!rows.empty(), "keep", "There is nothing to copy: leave at least one row ticked", "CAM-130");
    for (const auto& row : rows)
        refusing.unless(!record::has_postcode(row.what), "told." + row.entry.hex(), "Leave the address out: say who the child went to live with, not where", "CAM-133");
    if (refusing.has_any())
        return refusing.all();
    return document(act, child, record::copy_form(rows, from), today(act));
}

Result<Writing> keep_edition(const Act& act, const record::Child& child, const std::vector<record::StoodRow>& rows) {
    if (rows.empty())
        return refuse("rows", "There is nothing in the chronology to keep yet");
    return document(act, child, record::edition_form(rows), today(act));
}

} // namespace lifestory::casework
