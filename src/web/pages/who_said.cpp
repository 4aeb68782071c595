#include "web/pages/who_said.h"

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/owed.h"
#include "web/pages/record_items.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view seen = "seen", document = "document", somebody = "somebody";

std::string person_in_words(const access::OpenRecord& open, const record::Person& person) {
    const auto& child = *open.child;
    auto who = child.person ? open.family->who_to(person.person, *child.person, calendar::london_day(open.at)) : std::string();
    return who.empty() ? person.full_name : fmt::format("{}, {} {}", person.full_name, possessive(child.first_name()), who);
}

// Only who reads the record is offered its people.
Choosable people_to_choose(const access::OpenRecord& open) {
    Choosable all;
    if (sees_all(open))
        for (const auto& one : open.family->people) {
            const auto& person = one.now();
            bool is_child = open.child->person == person.person;
            all.emplace_back("person:" + person.person.hex(), is_child ? open.child->first_name() : person_in_words(open, person));
        }
    return all;
}

} // namespace

Html who_said_fields(const Caller& caller, const access::OpenRecord& open, const Asked& asked) {
    auto choices = people_to_choose(open);
    choices.emplace_back(seen, "I saw it (" + caller.author().full_name + ")");
    choices.emplace_back(document, "A document");
    choices.emplace_back(somebody, "Somebody else");
    return pick(asked, "said-by", "Who said so?", choices) + short_box(asked, "said-by.words", "Which document, or who else?",
                                                                       "Leave it empty if you chose a person. Of somebody else: full name and who they are.");
}

Result<WhoSaid> read_who_said(const Caller& caller, const access::OpenRecord& open, const desk::Fields& fields) {
    auto chosen = field(fields, "said-by");
    auto words = trim(field(fields, "said-by.words"));
    if (chosen == seen)
        return WhoSaid{caller.author().full_name, "seen"};
    if (chosen == document || chosen == somebody) {
        if (words.empty())
            return refuse("said-by", chosen == document ? "Say which document" : "Write who said so: full name and who they are", "said-by.words");
        return WhoSaid{words, chosen == document ? "document" : "told"};
    }
    for (const auto& [value, who] : people_to_choose(open))
        if (value == chosen)
            return WhoSaid{who, "told"};
    return refuse("said-by", "Say who said so", "said-by");
}

Html ask_day(const Asked& asked, const std::string& name, std::string_view legend, std::string_view hint) {
    auto boxes = date_boxes(asked.fields, name, legend, asked.refusals);
    boxes.hint.words = hint;
    return date_input(boxes);
}

std::optional<calendar::Day> DaysRead::day(const desk::Fields& fields, const std::string& name, std::string_view if_missing) {
    auto day = read_day(fields, name);
    if (!day)
        refusals.push_back(day.refusal());
    else if (!*day && !if_missing.empty())
        refusals.push_back(refuse("missing", std::string(if_missing), name + ".day"));
    return day ? *day : std::nullopt;
}

void propose_today(const House& house, const http::Call& call, desk::Fields& fields) {
    if (!call.form.has("form_number"))
        write_day(fields, "known-on", house.today());
}

} // namespace lifestory::web::pages
