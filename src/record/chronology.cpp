#include "record/chronology.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::record {

namespace {

constexpr std::array<std::string_view, 3> exactnesses{"on the day", "in the month", "in the year"};

Answer answer(std::string item, std::string label, std::string part, std::string type, Value value) {
    return {std::move(item), std::move(label), std::move(part), std::move(type), std::move(value)};
}

// Nothing is kept of what was left empty.
void add_words(Form& form, std::string item, std::string label, std::string part, const std::string& words) {
    if (!is_blank(words))
        form.answers.push_back(answer(std::move(item), std::move(label), std::move(part), "prose", Text{trim(words)}));
}

void add_what_a_row_says(Form& form, const std::string& what, const std::string& meant, const std::string& done) {
    add_words(form, "what", "What happened", "what-happened", what);
    add_words(form, "meant", "What it meant for you", "what-happened", meant);
    add_words(form, "done", "What was done", "what-happens-next", done);
}

std::string now(const StoryEntry& story, const char* item) { return words_now(story, item); }

Form form_named(std::string_view type, std::string name) {
    Form form;
    form.record_type = type;
    form.name = std::move(name);
    return form;
}

std::vector<std::string> cells_of(const StoodRow& row) { return {row.day, row.age, row.what, row.meant, row.done, row.source, row.entry.hex()}; }

Form stood_form(std::string_view type, std::string name, const std::vector<StoodRow>& rows) {
    auto form = form_named(type, std::move(name));
    Rows all;
    for (const auto& row : rows)
        all.rows.push_back(cells_of(row));
    form.answers.push_back(
        answer("rows", "What stood in it: date, age then, what happened, what it meant, what was done, source, entry", "for-professionals", "rows", all));
    return form;
}

} // namespace

std::string in_words(Day day, Exactly exactly) {
    auto words = calendar::in_words(day);
    auto after = [&] { words = words.substr(words.find(' ') + 1); };
    if (exactly != Exactly::OnTheDay)
        after();
    if (exactly == Exactly::InTheYear)
        after();
    return words;
}

std::string_view word_of(Exactly exactly) { return exactnesses[static_cast<std::size_t>(exactly)]; }

Form form_of(const PastEvent& event) {
    auto form = form_named(past_event_type, "Event from before");
    add_what_a_row_says(form, event.what, event.meant, event.done);
    add_words(form, "source", "Where we know it from", "what-others-said", event.source);
    add_words(form, "agency", "From the chronology of", "what-others-said", event.agency);
    form.answers.push_back(answer("exactly", "How exactly we know when", "about", "choice", Choices{{std::string(word_of(event.exactly))}}));
    if (!event.theme.empty())
        form.answers.push_back(answer("theme", "What it is about", "about", "choice", Choices{{event.theme}}));
    add_words(form, "held-back", "Why it is not told to you yet", "for-professionals", event.held_back);
    return form;
}

PastEvent past_event_in(const StoryEntry& story) {
    PastEvent event{story.day(),        Exactly::OnTheDay,    now(story, "what"),   now(story, "meant"),
                    now(story, "done"), now(story, "source"), now(story, "agency"), ""};
    const auto said = [&](const char* item) {
        const auto chosen = story.form() ? story.form()->chosen(item) : std::vector<std::string>{};
        return chosen.empty() ? std::string() : chosen.front();
    };
    const auto* exactly = std::ranges::find(exactnesses, said("exactly"));
    if (exactly != exactnesses.end() && !story.day_put_right()) // put right, it is a day
        event.exactly = static_cast<Exactly>(exactly - exactnesses.begin());
    event.theme = said("theme");
    event.held_back = now(story, "held-back");
    return event;
}

Form form_of(const ChronologyLine& line) {
    auto form = form_named(line_type, "Line of the chronology");
    form.answers.push_back(answer("in", "It stands in the chronology", "about", "yes-no", YesNo{line.is_in}));
    add_what_a_row_says(form, line.what, line.meant, line.done);
    add_words(form, "for-child", "Told to you", "what-happened", line.for_child);
    return form;
}

ChronologyLine line_in(const StoryEntry& story) {
    ChronologyLine line;
    if (const auto* document = std::get_if<Document>(&story.entry.content); document && document->belongs_to)
        line.of = *document->belongs_to;
    const auto* in = story.form() ? story.form()->find("in") : nullptr;
    const auto* said = in ? std::get_if<YesNo>(&in->value) : nullptr;
    line.is_in = !said || said->yes;
    line.what = now(story, "what");
    line.meant = now(story, "meant");
    line.done = now(story, "done");
    line.for_child = now(story, "for-child");
    return line;
}

const StoryEntry* line_of_row(const Child& child, const EntryId& row) {
    const StoryEntry* newest = nullptr;
    for (const auto* story : standing(child, line_type))
        if (line_in(*story).of == row)
            newest = story;
    return newest;
}

Form edition_form(const std::vector<StoodRow>& rows) { return stood_form(edition_type, "Chronology as it stood", rows); }

Form copy_form(const std::vector<StoodRow>& rows, const std::string& from) {
    auto form = stood_form(chronology_copy_type, "Copy of the chronology", rows);
    add_words(form, "from", "Copied from the file of", "about", from);
    return form;
}

Form form_of(const Master& master) {
    auto form = form_named(master_type, "Where the chronology lies");
    form.answers.push_back(answer("lead", "On whose file, by number", "for-professionals", "choice", Choices{{master.lead.hex()}}));
    add_words(form, "name", "The chronology of brothers and sisters lies on the file of", "about", master.name);
    return form;
}

std::optional<Master> master_of(const Child& child) {
    const auto all = standing(child, master_type);
    const auto chosen = all.empty() ? std::vector<std::string>{} : all.back()->form()->chosen("lead");
    const auto lead = chosen.empty() ? Result<RecordNumber>(refuse("none", "")) : RecordNumber::parse(chosen.front());
    return lead ? std::optional(Master{*lead, now(*all.back(), "name")}) : std::nullopt;
}

std::vector<StoodRow> rows_in(const StoryEntry& edition) {
    std::vector<StoodRow> all;
    const auto* held = edition.form() ? edition.form()->find("rows") : nullptr;
    const auto* rows = held ? std::get_if<Rows>(&held->value) : nullptr;
    for (const auto& cells : rows ? rows->rows : std::vector<std::vector<std::string>>{}) {
        const auto cell = [&](std::size_t at) { return at < cells.size() ? cells[at] : std::string(); };
        auto entry = EntryId::parse(cell(6));
        all.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), entry ? *entry : EntryId{}});
    }
    return all;
}

Form reading_form(std::size_t rows) {
    auto form = form_named(chronology_type, "Chronology, read through");
    form.answers.push_back(answer("read-through", "It was read through, and is right and whole", "about", "yes-no", YesNo{true}));
    form.answers.push_back(answer("rows", "How many events stood in it", "about", "number", Text{std::to_string(rows)}));
    return form;
}

bool is_made_of_others(const Form& form) { return form.record_type != past_event_type && is_chronology_type(form.record_type); }

bool is_chronology_type(std::string_view record_type) {
    constexpr std::array all{past_event_type, line_type, chronology_type, edition_type, master_type, chronology_copy_type};
    return std::ranges::find(all, record_type) != all.end();
}

bool is_of_the_chronology(const StoryEntry& story) { return story.form() && is_chronology_type(story.form()->record_type); }

std::vector<const StoryEntry*> standing(const Child& child, std::string_view record_type) {
    std::vector<const StoryEntry*> all;
    for (const auto& story : child.story)
        if (const auto* form = story.form(); form && form->record_type == record_type && !story.withdrawn())
            all.push_back(&story);
    return all;
}

const StoryEntry* last_read_through(const Child& child) {
    const auto all = standing(child, chronology_type);
    return all.empty() ? nullptr : all.back();
}

} // namespace lifestory::record
