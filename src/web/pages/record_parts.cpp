#include "web/pages/record_parts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/asked_if.h"
#include "web/pages/letter_draft.h"
#include "web/pages/record_items.h"
#include "web/pages/who_is_asked.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

enum class Asks { Everything, WhatIsForAll, WhatIsTheChilds };

struct Part {
    std::string_view id, title;
};

constexpr std::array parts_in_order{Part{"what-happened", "What happened"},
                                    Part{"what-you-told-me", "What you told me"},
                                    Part{"what-others-said", "What others said"},
                                    Part{"what-i-think", "What I think, and why"},
                                    Part{"decision", "What was decided, and why"},
                                    Part{"what-happens-next", "What happens next"},
                                    Part{"about", ""},
                                    Part{"for-professionals", ""}};

bool is_only_after_seen(const House& house, const DraftView& view, const policy::Item& item) {
    auto more = asked_if_seen(house, view, "not seen");
    return std::find(more.begin(), more.end(), &item) != more.end();
}

bool is_baby_or_without_words(const DraftView& view, calendar::Day today) {
    if (!view.open)
        return false;
    auto born = view.open->child->born();
    return (born && calendar::age_on(*born, today) < 2) || view.open->child->fact("speech") == "does not use words";
}

Html when_fields(const DraftView& view, const Refusals& refusals) {
    auto legend = is_letter(view) || is_written_letter(view) ? "The day of this letter" : view.type && view.type->is_like("visit") ? "When" : "When did it happen?";
    TextInput time;
    time.id = time.name = "when.time";
    time.value = field(view.draft.fields, "when.time");
    time.label.words = "At (if you know)";
    time.hint.words = "Like 16:30";
    time.classes = "govuk-input--width-4";
    time.error = error_at(refusals, "when.time");
    return date_input(date_boxes(view.draft.fields, "when", legend, refusals)) + text_input(time);
}

Html told_by_fields(const DraftView& view, const Refusals& refusals) {
    Checkboxes not_there;
    not_there.name = not_there.id_prefix = "not-there";
    not_there.values = lines_of(field(view.draft.fields, "not-there"));
    Choice choice;
    choice.words = "I was not there";
    choice.value = "yes";
    TextInput who;
    who.id = who.name = "told-by";
    who.value = field(view.draft.fields, "told-by");
    who.label.words = "Who was there and told you?";
    who.hint.words = "Full name, and who they are";
    who.error = error_at(refusals, "told-by");
    choice.revealed = text_input(who);
    not_there.choices.push_back(choice);
    not_there.classes = "govuk-checkboxes--small";
    Details writing_for;
    writing_for.summary = "I am writing for someone else";
    writing_for.content = checkboxes(not_there);
    writing_for.is_open = !not_there.values.empty();
    return details(writing_for);
}

// Notes say which meeting they are of.
Html belongs_to_field(const DraftView& view) {
    auto choices = can_belong_to(view);
    if (choices.empty())
        return Html();
    Select of;
    of.id = of.name = "belongs-to";
    of.value = belongs_to(view)->hex();
    of.label.words = "Which one is this about?";
    for (const auto* story : choices)
        of.options.push_back({capital(story->name()) + ", " + calendar::in_words(story->day()), story->entry.id.hex(), {}, {}, {}});
    return select(of);
}

std::string title_of_part(const House& house, const DraftView& view, const Part& part) {
    if (part.id == "about")
        return view.type->is_like("visit") ? "About this visit" : "About this record";
    if (is_letter(view) && part.id == "what-happened")
        return dear(view);
    if (is_written_letter(view) && part.id == "what-happened")
        return "The letter";
    if (is_letter(view) && part.id == "what-you-told-me")
        return ask_what_is_wanted(house, view);
    if (part.id == "what-you-told-me" && is_baby_or_without_words(view, house.today()))
        return "What you showed me";
    return std::string(part.title);
}

bool is_asked_in(const policy::Item& item, Asks asks) {
    return asks == Asks::Everything || (asks == Asks::WhatIsForAll) == !item.each_child;
}

Html items_of(const House& house, const DraftView& view, const Refusals& refusals, Asks asks, std::string_view part) {
    Html fields;
    for (const auto* item : can_be_asked(house, view))
        if (item->type != policy::ItemType::Prompt && is_asked_in(*item, asks) && (item->part == part || (item->part.empty() && part == "about")) &&
            !is_only_after_seen(house, view, *item))
            fields += asked_if(house, view, *item, item_fields({house, view, *item, refusals}) + (item->id == "invited" ? way_to_who_is_asked(view) : Html()));
    return fields;
}

// Counted again by the script where a part has nothing that is asked (asked.js).
Html numbered(int number) { return html("<span class=\"app-part__number\">{}</span> ", number); }

Html for_professionals(const DraftView& view, const Html& number, const Html& fields) {
    Details apart;
    apart.classes = "app-part-apart";
    apart.summary = html("{}For professionals (not written to {}; {} can still ask to read it)", number, view.first_name(),
                         view.open ? pronouns_of(*view.open->child, *view.open->family).subject : "the child");
    apart.content = fields;
    return details(apart);
}

constexpr std::size_t most_items = 1000, last = 1'000'000;

std::size_t place_of_part(std::string_view part) {
    auto found = std::ranges::find(parts_in_order, part.empty() ? "about" : part, &Part::id);
    return static_cast<std::size_t>(found - parts_in_order.begin());
}

// Of a visit to several children what is the same for all stands before what is each child's own.
std::size_t place_of_item(const DraftView& view, std::string_view field) {
    const auto id = field.substr(0, field.find('.'));
    for (std::size_t i = 0; i < view.type->items.size(); ++i) {
        const auto& item = view.type->items[i];
        if (item.id == id)
            return (view.for_all && item.each_child ? last / 2 : 0) + place_of_part(item.part) * most_items + i + 2;
    }
    return last;
}

} // namespace

std::size_t place_on_page(const DraftView& view, std::string_view field) {
    if (field.empty())
        return 0;
    if (field.starts_with("item."))
        return place_of_item(view, field.substr(5));
    const auto about = place_of_part("about") * most_items;
    if (field.starts_with("belongs-to"))
        return about;
    if (field.starts_with("when."))
        return view.for_all ? 1 : about + 1;
    if (field == "told-by" || field == "known-on")
        return view.for_all ? last / 2 - 1 : about + most_items - 1;
    return last;
}

Html record_parts(const House& house, const DraftView& view, const Refusals& refusals) {
    Html all;
    int number = 0;
    for (const auto& part : parts_in_order) {
        auto fields = items_of(house, view, refusals, Asks::Everything, part.id);
        if (part.id == "about")
            fields = belongs_to_field(view) + when_fields(view, refusals) + fields + told_by_fields(view, refusals);
        if (fields.empty())
            continue;
        if (is_letter(view) && part.id == "what-happened")
            fields = letter_hint(view) + fields + below_the_letter(house, view, refusals);
        if (is_letter(view) && part.id == "what-others-said") { // asked together with what the child wanted
            all += html("<div class=\"app-part\" id=\"part-{}\">{}</div>", part.id, fields);
            continue;
        }
        ++number;
        if (part.id == "for-professionals")
            all += for_professionals(view, numbered(number), fields);
        else
            all += html("<section class=\"app-part\" id=\"part-{}\"><h2 class=\"govuk-heading-m\">{}{}</h2>{}</section>", part.id, numbered(number),
                        title_of_part(house, view, part), fields);
    }
    return all;
}

Html parts_for_all(const House& house, const DraftView& view, const Refusals& refusals) {
    auto fields = when_fields(view, refusals);
    for (const auto& part : parts_in_order)
        fields += items_of(house, view, refusals, Asks::WhatIsForAll, part.id);
    return fields + told_by_fields(view, refusals);
}

Html parts_of_child(const House& house, const DraftView& view, const Refusals& refusals) {
    Html all;
    for (const auto& part : parts_in_order) {
        auto fields = items_of(house, view, refusals, Asks::WhatIsTheChilds, part.id);
        if (part.id == "for-professionals" && !fields.empty())
            all += for_professionals(view, Html(), fields);
        else if (!fields.empty())
            all += html("<section class=\"app-part\" id=\"part-{}{}\"><h3 class=\"govuk-heading-s\">{}<span class=\"govuk-visually-hidden\">: {}</span></h3>{}</section>",
                        view.prefix, part.id, title_of_part(house, view, part), view.first_name(), fields);
    }
    return all;
}

Html due_of_draft(const DraftView& view) {
    auto words = due_words(view);
    if (words.empty() || !view.open)
        return Html();
    if (view.draft.version == 0) // its sum has an address once there is a draft
        return html("<p class=\"govuk-body app-due\" id=\"due-line\"><span id=\"due-words\">{}</span></p>", words);
    return due_line({words, path("/drafts/{}/due", view.draft.draft.hex())});
}

} // namespace lifestory::web::pages
