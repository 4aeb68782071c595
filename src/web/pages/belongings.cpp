#include "web/pages/belongings.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

constexpr std::string_view given_back_type = "given-back";
constexpr std::string_view kept_for_the_child = "yours, and we keep it for you"; // of the list "belongings"

bool is_kept_for_the_child(const StoryEntry& story) {
    const auto* form = story.form();
    auto chosen = form ? form->chosen("belongs") : std::vector<std::string>();
    return !story.withdrawn() && std::find(chosen.begin(), chosen.end(), kept_for_the_child) != chosen.end();
}

const StoryEntry* giving_back_of(const record::Child& child, const EntryId& kept) {
    for (const auto& story : child.story)
        if (const auto* document = std::get_if<record::Document>(&story.entry.content))
            if (story.record_type() == given_back_type && document->belongs_to == kept && !story.withdrawn())
                return &story;
    return nullptr;
}

// The thing is there once, however often a newer picture of it was put in; what was given back stays as it was.
bool has_newer_version(const record::Child& child, const EntryId& kept) {
    return !giving_back_of(child, kept) && std::ranges::any_of(child.story, [&](const auto& story) {
        const auto* document = std::get_if<record::Document>(&story.entry.content);
        return document && document->belongs_to == kept && is_kept_for_the_child(story) && story.record_type() != given_back_type;
    });
}

std::string what_it_is(const StoryEntry& story) {
    auto what = join(story.form()->chosen("what-it-is"), ", ");
    return capital(what.empty() ? story.name() : what);
}

std::string where_it_is(const StoryEntry& story) {
    for (const auto& answer : story.form()->answers)
        if (const auto* files = std::get_if<record::Files>(&answer.value); files && !files->kept_at.empty())
            return files->kept_at;
    return "where it is was not written down";
}

std::string words_of_item(const StoryEntry& story, std::string_view item) {
    const auto* answer = story.form()->find(item);
    return answer ? record::words_of(*answer) : std::string();
}

bool may_give_back(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(given_back_type) && open.may(access::Act::Write, on_type(house, given_back_type));
}

Html way_to_give_back(const House& house, const Caller& caller, const access::OpenRecord& open, const StoryEntry& kept) {
    if (!may_give_back(house, open))
        return Html();
    auto words = html("Write down that it was given back<span class=\"govuk-visually-hidden\">: {}, {}</span>", what_it_is(kept), calendar::in_words(kept.day()));
    Button give{Phrase(words)};
    give.classes = "govuk-button--secondary";
    return post_form({path("/children/{}/entries/{}/giving-back", open.record.hex(), kept.entry.id.hex()), caller.session.csrf, FormNumber::random().hex(), button(give), "", "", {}});
}

Html state_of(const access::OpenRecord& open, const Belonging& one) {
    if (!one.given_back)
        return html("Here since {}: {}", calendar::in_words(one.kept->day()), where_it_is(*one.kept));
    const auto& back = *one.given_back;
    return html("<a class=\"govuk-link\" href=\"{}\">Given back on {}</a> to {}; {}", path("/children/{}/entries/{}", open.record.hex(), back.entry.id.hex()),
                calendar::in_words(back.day()), words_of_item(back, "to-whom"), words_of_item(back, "copy"));
}

Response begin_giving_back(const House& house, const Call& call) {
    auto open = open_entry(house, call);
    const auto* kept = open ? open->child->find(entry_at(call)) : nullptr;
    if (!kept || kept->entry.id != entry_at(call) || !sees_all(*open) || !may_give_back(house, *open) || !is_kept_for_the_child(*kept) ||
        giving_back_of(*open->child, kept->entry.id))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), open->record, std::string(given_back_type)}, house.now());
    if (!draft)
        return not_found(house);
    desk::Fields fields{{"belongs-to", kept->entry.id.hex()}};
    put_day(fields, "when", house.today());
    if (draft->version == 0 && !house.desk.save({draft->draft, 0, fields, "", caller.writer(), house.now()})) // else it was pressed twice
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

} // namespace

std::vector<Belonging> belongings_in(const record::Child& child) {
    std::vector<Belonging> all;
    for (const auto& story : child.story)
        if (is_kept_for_the_child(story) && !has_newer_version(child, story.entry.id))
            all.push_back({&story, giving_back_of(child, story.entry.id)});
    std::stable_sort(all.begin(), all.end(), [](const Belonging& left, const Belonging& right) {
        return std::tuple(left.given_back != nullptr, left.kept->day()) < std::tuple(right.given_back != nullptr, right.kept->day());
    });
    return all;
}

Html belongings_list(const House& house, const Caller& caller, const access::OpenRecord& open) {
    const auto all = belongings_in(*open.child);
    if (all.empty())
        return Html();
    SummaryList list;
    for (const auto& one : all) {
        auto value = html("<p class=\"govuk-body\">{}</p>", state_of(open, one)) + (one.given_back ? Html() : way_to_give_back(house, caller, open, *one.kept));
        list.rows.push_back({{Phrase(what_it_is(*one.kept)), ""}, {Phrase(value), ""}, "", {}, ""});
    }
    return html("<h2 class=\"govuk-heading-m\" id=\"belongings\">What belongs to {}</h2>", open.child->first_name()) + summary_list(list);
}

Html belongings_to_give_back(const access::OpenRecord& open) {
    const auto all = belongings_in(*open.child);
    auto here = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.given_back; }));
    if (here == 0)
        return Html();
    return html("<p class=\"govuk-body\">We keep <a class=\"govuk-link\" href=\"{}\">{} of {}</a>, to be given back.</p>", path("/children/{}/documents#belongings", open.record.hex()),
                plural(here, "thing", "things"), possessive(open.child->first_name()));
}

std::vector<http::Route> belongings_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Post, "/children/{child}/entries/{entry}/giving-back", http::Reach::Worker, to(begin_giving_back)}};
}

} // namespace lifestory::web::pages
