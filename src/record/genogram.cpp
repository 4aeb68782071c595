#include "record/genogram.h"

#include <algorithm>

#include "base/text.h"
#include "record/chronology.h"

namespace lifestory::record {

namespace {

Rows rows_of(const std::vector<AroundUs>& all) {
    Rows rows;
    for (const auto& one : all)
        rows.rows.push_back(one.whom.empty() ? std::vector<std::string>{one.name, one.how} : std::vector<std::string>{one.name, one.how, one.whom});
    return rows;
}

std::vector<AroundUs> around_in(const Form& form, const char* item) {
    std::vector<AroundUs> all;
    const auto* answer = form.find(item);
    if (const auto* rows = answer ? std::get_if<Rows>(&answer->value) : nullptr)
        for (const auto& cells : rows->rows)
            all.push_back({cells.empty() ? std::string() : cells[0], cells.size() > 1 ? cells[1] : std::string(), cells.size() > 2 ? cells[2] : std::string()});
    return all;
}

} // namespace

Form form_of(const KeptGenogram& kept) {
    Form form;
    form.record_type = genogram_type;
    form.name = "Family, drawn";
    form.answers.push_back({"with", "Drawn together with", "about", "prose", Text{join(kept.with, "\n")}});
    if (!kept.services.empty())
        form.answers.push_back({"services", "Services around the family, and how they are found", "about", "rows", rows_of(kept.services)});
    if (!kept.themes.empty())
        form.answers.push_back({"themes", "What is on the family's mind", "about", "rows", rows_of(kept.themes)});
    if (kept.at_night)
        form.answers.push_back({"at-night", "Whom to ring at night, by number", "for-professionals", "choice", Choices{{kept.at_night->hex()}}});
    form.answers.push_back({"as-drawn", "The family as it was drawn, in words", "for-professionals", "prose", Text{kept.as_drawn}});
    return form;
}

KeptGenogram genogram_in(const StoryEntry& story) {
    KeptGenogram kept;
    const auto* form = story.form();
    if (!form)
        return kept;
    for (const auto& name : split(words_now(story, "with"), '\n'))
        if (!is_blank(name))
            kept.with.push_back(trim(name));
    kept.services = around_in(*form, "services");
    kept.themes = around_in(*form, "themes");
    if (const auto chosen = form->chosen("at-night"); !chosen.empty())
        if (const auto number = PersonNumber::parse(chosen.front()))
            kept.at_night = *number;
    kept.as_drawn = words_now(story, "as-drawn");
    return kept;
}

const StoryEntry* genogram_on(const Child& child, Day day) {
    const StoryEntry* newest = nullptr;
    for (const auto* story : standing(child, genogram_type))
        if (story->day() <= day && (!newest || story->day() >= newest->day()))
            newest = story;
    return newest;
}

std::vector<std::string> said_since(const StoryEntry& kept, const Child& child, const Family& family) {
    std::vector<std::string> all;
    const auto add = [&](const auto& history, const std::string& what) {
        if (history.said.back().number > kept.entry.number && std::find(all.begin(), all.end(), what) == all.end())
            all.push_back(what);
    };
    const auto name = [&](const PersonNumber& number) {
        const auto* person = family.person(number);
        return person ? person->full_name : std::string("somebody");
    };
    for (const auto& one : family.people)
        add(one, one.now().full_name);
    for (const auto& one : family.relationships)
        add(one, name(one.now().from) + " and " + name(one.now().to));
    for (const auto& one : family.households)
        add(one, one.now().name + ", and who lives there");
    for (const auto& one : child.allocations)
        add(one, one.now().full_name + "’s work");
    return all;
}

} // namespace lifestory::record
