#include "web/pages/put_right.h"

#include <algorithm>

#include "calendar/london.h"
#include "casework/correct.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_put_right(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Correct) || entry.story->withdrawn())
        return refuse("not-found", "Page not found");
    return entry;
}

// ---- the day

Response day_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto before = html("<p class=\"govuk-body\">It stands with the day {}. That can still be read. What was met stays met; what is still due "
                       "is counted again.</p>", calendar::with_weekday(entry.story->day()));
    ActPage page;
    page.title = "Put the day right: " + entry.name();
    page.before = before;
    page.content = date_input(date_boxes(fields, "day", "On which day did it happen?", refusals)) + box(asked, "why", "Why?", "What showed that it was another day.") +
                   who_is_told(fields, entry);
    page.button = "Put the day right";
    page.action = entry.path_to("day");
    return act_page(house, call, entry, page, refusals);
}

Response show_day(const House& house, const Call& call) {
    auto entry = entry_to_put_right(house, call);
    return entry ? day_page(house, call, *entry, {}) : not_found(house);
}

Response put_day_right(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    if (!entry || !entry->may(house, access::Act::Correct))
        return not_found(house);
    auto fields = typed_in(call);
    auto day = read_day(fields, "day");
    if (!day || !*day)
        return day_page(house, call, *entry, day ? Refusals{refuse("missing", "Write the day on which it happened", "day.day")} : moved(day.refusals(), "day", "day.day"));
    auto writing = casework::put_day_right(act_of_form(house, call), *entry->open.child, entry->id(), **day, field(fields, "why"), told_in(fields, *entry));
    return keep(house, call, *entry, access::Act::Correct, writing, "day-right",
                [&](const Refusals& refusals) { return day_page(house, call, *entry, moved(refusals, "day", "day.day")); });
}

// ---- all of it

Response error_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    ActPage page;
    page.title = "Written in error: " + entry.name();
    page.before = html("<p class=\"govuk-body\">It stays in the record, marked as written in error. Nothing that is due counts from it, and it counts "
                       "as no visit. Only say this when nothing of the kind happened to {}.</p>", entry.open.child->first_name());
    page.content = choose(asked, "why", "Why?", {{"it did not happen", "it did not happen"},
                                                 {"it was written twice", "it was written twice"},
                                                 {std::string(casework::about_another_child), std::string(casework::about_another_child)},
                                                 {"other", "something else"}}) +
                   html("<p class=\"govuk-hint\">When it is about another child, {} does not see it on {} pages, and a Head of Service closes the words.</p>",
                        entry.open.child->first_name(), pronouns_of(*entry.open.child, *entry.open.family).possessive) +
                   who_is_told(fields, entry);
    page.button = "Say that it was written in error";
    page.action = entry.path_to("withdrawal");
    return act_page(house, call, entry, page, refusals);
}

Response show_error(const House& house, const Call& call) {
    auto entry = entry_to_put_right(house, call);
    return entry ? error_page(house, call, *entry, {}) : not_found(house);
}

Response withdraw(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    if (!entry || !entry->may(house, access::Act::Correct))
        return not_found(house);
    auto fields = typed_in(call);
    auto writing = casework::withdraw(act_of_form(house, call), *entry->open.child, entry->id(), chosen(fields, "why"), told_in(fields, *entry));
    return keep(house, call, *entry, access::Act::Correct, writing, "withdrawn",
                [&](const Refusals& refusals) { return error_page(house, call, *entry, refusals); });
}

} // namespace

Html ways_to_put_right(const House& house, const OpenEntry& entry) {
    if (!entry.may(house, access::Act::Correct) || entry.story->withdrawn())
        return Html();
    return html("<h2 class=\"govuk-heading-m\">Not the words?</h2><ul class=\"govuk-list govuk-list--spaced\">"
                "<li><a class=\"govuk-link\" href=\"{}\">The day is wrong</a></li>"
                "<li><a class=\"govuk-link\" href=\"{}\">All of it was written in error</a></li></ul>",
                entry.path_to("day"), entry.path_to("withdrawal"));
}

Html written_in_error(const record::StoryEntry& story) {
    const auto* withdrawn = story.withdrawn();
    if (!withdrawn)
        return Html();
    return inset_text({html("<p><strong>Written in error.</strong> {} said so on {}. Why: {}. It counts for nothing; it stays here so that everybody can see what was written.</p>",
                            joined(withdrawn->by), day_of(withdrawn->at), withdrawn->what.why), {}, {}, {}});
}

Html who_is_told(const desk::Fields& fields, const OpenEntry& entry) {
    auto who = entry.story->given_to();
    if (who.empty())
        return Html();
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = "tell";
    boxes.values = fields.contains("form_number") ? lines_of(field(fields, "tell")) : who;
    for (const auto& one : who) {
        Choice choice;
        choice.words = "tell " + one;
        choice.value = one;
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{"Who had the old words", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    return checkboxes(boxes);
}

std::vector<std::string> told_in(const desk::Fields& fields, const OpenEntry& entry) {
    auto had = entry.story->given_to();
    std::vector<std::string> tell;
    for (const auto& who : lines_of(field(fields, "tell")))
        if (std::ranges::find(had, who) != had.end())
            tell.push_back(who);
    return tell;
}

std::vector<http::Route> put_right_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/day", http::Reach::Worker, to(show_day)},
            {http::Method::Post, "/children/{child}/entries/{entry}/day", http::Reach::Worker, to(put_day_right)},
            {http::Method::Get, "/children/{child}/entries/{entry}/withdrawal", http::Reach::Worker, to(show_error)},
            {http::Method::Post, "/children/{child}/entries/{entry}/withdrawal", http::Reach::Worker, to(withdraw)}};
}

} // namespace lifestory::web::pages
