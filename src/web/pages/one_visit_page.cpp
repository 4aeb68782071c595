#include "web/pages/one_visit_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/record_form.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/asked_if.h"
#include "web/pages/child_cards.h"
#include "web/pages/draft_findings.h"
#include "web/pages/record_parts.h"

namespace lifestory::web::pages {

namespace {

// A part is ready when nothing but what its signing page asks stands against it.
bool is_ready(const House& house, const Caller& caller, const DraftView& view) {
    if (!view.when_refusals.empty() || !view.read.refusals.empty())
        return false;
    auto written = casework::record_form(act_of(house, caller), *view.open->child, {*view.type, view.asked}, filled_of(view, caller, house));
    return written || std::ranges::all_of(written.refusals(), [](const auto& refusal) { return refusal.field.starts_with("late.") || refusal.field.starts_with("release"); });
}

bool has_own_words(const DraftView& view) {
    return std::ranges::any_of(view.draft.fields, [&](const auto& one) {
        std::string_view name = one.first;
        name.remove_prefix(name.starts_with(view.prefix) ? view.prefix.size() : 0);
        return name.starts_with("item.") && !is_for_all(*view.type, name) && !is_blank(one.second);
    });
}

std::string state_of(const House& house, const Caller& caller, const DraftView& view) {
    if (view.draft.signed_as)
        return "signed";
    if (!has_own_words(view))
        return "not started";
    return is_ready(house, caller, view) ? "ready" : "begun";
}

std::string state_in_words(const House& house, const Caller& caller, const DraftView& view) { return fmt::format("{}: {}", view.first_name(), state_of(house, caller, view)); }

std::vector<DraftView> views_of_others(const House& house, const Caller& caller, const desk::Draft& draft) {
    std::vector<DraftView> views;
    for (auto& other : other_parts(house, caller, draft))
        views.push_back(view_with(house, caller, std::move(other.draft), std::move(other.open)));
    return views;
}

Button press(Phrase words, const char* what, const desk::Draft& draft) {
    Button press{std::move(words)};
    press.name = "then";
    press.value = fmt::format("{}:{}", what, draft.draft.hex());
    press.classes = "govuk-button--secondary";
    press.attributes.add("formnovalidate");
    return press;
}

// "Tilly: ready · Reece: not started": each press keeps what was written, and goes on with that child's part.
Html whose_part(const House& house, const Caller& caller, const DraftView& view, const std::vector<DraftView>& others) {
    Html lines = html("<li><strong data-state-of=\"{}\">{}</strong></li>", view.draft.draft.hex(), state_in_words(house, caller, view));
    for (const auto& other : others) {
        auto words = state_in_words(house, caller, other);
        auto way = press(Phrase(words), "part", other.draft);
        way.attributes.add("data-state-of", other.draft.draft.hex());
        lines += other.draft.signed_as ? html("<li>{}</li>", words) : html("<li>{}</li>", button(way));
    }
    return html("<h2 class=\"govuk-heading-s\" id=\"whose-part\">Each child has a part, checked and signed by itself</h2>"
                "<ul class=\"govuk-list app-whose-part\" aria-labelledby=\"whose-part\">{}</ul>",
                lines);
}

Html due_beside(const DraftView& view) {
    auto words = due_words(view);
    return words.empty() ? Html()
                         : html("<p class=\"govuk-body app-due\"><a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, how this was counted for {}</span></a></p>",
                                path("/drafts/{}/due", view.draft.draft.hex()), words, view.first_name());
}

// "Start Reece's from Tilly's", as long as nothing of Reece's is written.
Html start_from(const DraftView& view, const std::vector<const DraftView*>& others) {
    std::vector<std::string> whose;
    for (const auto* other : others)
        if (!other->draft.signed_as && has_own_words(*other))
            whose.push_back(possessive(other->first_name()));
    if (whose.empty() || has_own_words(view))
        return Html();
    return button(press(Phrase("Start " + possessive(view.first_name()) + " from " + in_a_row(whose)), "start", view.draft));
}

Html own_part(const House& house, const DraftView& view, const Refusals& refusals, const std::vector<const DraftView*>& others) {
    bool is_beside = !view.prefix.empty();
    Html check;
    if (is_beside)
        check = button(press(Phrase("Check and sign " + possessive(view.first_name())), "check", view.draft));
    return html("<section class=\"app-own-part{}\"><h2 class=\"govuk-heading-m\">{} own part</h2>{}{}{}{}</section>", is_beside ? " app-own-part--beside" : "",
                possessive(view.first_name()), is_beside ? words_of_child(*view.open, house.today()) + due_beside(view) : due_of_draft(view), start_from(view, others), parts_of_child(house, view, refusals), check);
}

// What is the same for all, as the page has it: over which version, and which items.
Html as_shown(const House& house, const DraftView& view, const std::optional<DraftView>& other) {
    std::vector<std::string> shows;
    for (const auto* item : can_be_asked(house, view))
        if (!item->each_child)
            shows.push_back(item->id);
    auto beside = other ? hidden_input("version." + other->prefix, std::to_string(other->draft.version)) : Html();
    return hidden_input("version.all", std::to_string(view.for_all->version)) + hidden_input("shows", join(shows, " ")) + beside;
}

// In what is the same for all, another child's part looks for one thing: whether it is private to somebody else.
bool is_of_that_part(const DraftView& other, const DraftFinding& found) {
    return !is_for_all(*other.type, found.box) || found.finding.category == prose::Category::OtherChild;
}

} // namespace

Html also_visited(const House& house, const Caller& caller, const DraftView& view) {
    auto children = could_be_visited_too(house, caller, view);
    if (children.empty())
        return Html();
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = "also";
    boxes.values = lines_of(field(view.draft.fields, "also"));
    for (const auto& open : children) {
        Choice choice;
        choice.words = open.child->first_name();
        choice.value = open.record.hex();
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{view.type->is_like("visit") ? "Also visited?" : "Also about?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    boxes.hint.words = "What is the same for all is then typed once, and each child has a part and a record of their own.";
    boxes.classes = "govuk-checkboxes--small";
    Button go_on{"Give each child a part"};
    go_on.name = "then";
    go_on.value = "also";
    go_on.classes = "govuk-button--secondary";
    go_on.attributes.add("formnovalidate");
    return html("<div class=\"app-also\">{}{}</div>", checkboxes(boxes), button(go_on));
}

std::optional<DraftView> part_beside(const House& house, const Caller& caller, const DraftView& view) {
    if (!view.for_all || view.with.size() != 1)
        return std::nullopt;
    for (auto& other : other_parts(house, caller, view.draft)) {
        if (other.draft.signed_as)
            continue;
        auto open = house.door.open(caller.visitor, other.open.record, std::nullopt, house.now());
        if (!open)
            continue;
        auto prefix = prefix_of(open->record);
        auto beside_it = view_with(house, caller, std::move(other.draft), std::move(*open));
        beside_it.prefix = prefix;
        beside_it.draft.fields = beside(beside_it.draft.fields, prefix);
        for (const auto& [name, words] : view.draft.fields) // as it was typed, where it could not be saved
            if (name.starts_with(prefix))
                beside_it.draft.fields[name] = words;
        std::erase_if(beside_it.findings, [&](const auto& found) { return !is_of_that_part(beside_it, found); });
        for (auto& found : beside_it.findings) {
            found.id = prefix + found.id;
            if (!is_for_all(*beside_it.type, found.box))
                found.box = prefix + found.box;
        }
        return beside_it;
    }
    return std::nullopt;
}

JsonObject states_json(const House& house, const Caller& caller, const DraftView& view) {
    JsonObject states{{view.draft.draft.hex(), state_in_words(house, caller, view)}};
    for (const auto& other : views_of_others(house, caller, view.draft))
        states[other.draft.draft.hex()] = state_in_words(house, caller, other);
    return states;
}

void show_findings_of(DraftView& view, const DraftView& other) {
    view.findings.insert(view.findings.end(), other.findings.begin(), other.findings.end());
    std::stable_partition(view.findings.begin(), view.findings.end(), [](const auto& found) { return found.finding.category == prose::Category::OtherChild; });
}

std::string heading_of_visit(const House& house, const Caller& caller, const DraftView& view) {
    std::vector<std::string> names{view.first_name()};
    for (const auto& other : other_parts(house, caller, view.draft))
        names.push_back(other.open.child->first_name());
    return view.type->is_like("visit") ? "Record a visit to " + in_a_row(names) : capital(view.type->name) + ", " + in_a_row(names);
}

Html parts_of_visit(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals) {
    auto others = views_of_others(house, caller, view.draft);
    auto beside_it = part_beside(house, caller, view);
    auto shown = view;
    if (beside_it)
        show_findings_of(shown, *beside_it);
    std::vector<const DraftView*> all_others, this_one{&view};
    for (const auto& other : others)
        all_others.push_back(&other);
    auto for_all = html("<section class=\"app-part\" id=\"part-for-all\"><h2 class=\"govuk-heading-m\">What is the same for all</h2>"
                        "<p class=\"govuk-hint\">Plain facts, typed once: they stand in the record of each child. No \"you\", and nothing that is private to one of them.</p>{}</section>",
                        parts_for_all(house, view, refusals));
    auto own = own_part(house, view, refusals, all_others) + (beside_it ? own_part(house, *beside_it, {}, this_one) : Html());
    return as_shown(house, view, beside_it) + findings_side(shown) + also_visited(house, caller, view) + whose_part(house, caller, view, others) + for_all +
           html("<div class=\"app-own-parts{}\">{}</div>", beside_it ? " app-own-parts--two" : "", own);
}

Html others_to_write_to(const House& house, const Caller& caller, const desk::Draft& part) {
    Html lines;
    for (const auto& other : other_parts(house, caller, part)) {
        auto name = other.open.child->first_name();
        if (!other.draft.signed_as)
            lines += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", path("/drafts/{}", other.draft.draft.hex()),
                          (part.record_type == "visit" ? "Write to " + name + " about the same visit" : "Write " + possessive(name) + " part of the same meeting"));
    }
    return lines.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", lines);
}

} // namespace lifestory::web::pages
