#include "web/pages/proposed_item.h"

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

Choice choice_of(std::string words, std::string value) {
    Choice choice;
    choice.words = words;
    choice.value = std::move(value);
    return choice;
}

Html change(const policy::Item& item) {
    return html("<span class=\"app-change\">Change<span class=\"govuk-visually-hidden\"> the {}</span></span>", fold(item.label));
}

Html radios_of(const AskedItem& asked) {
    Radios radios;
    radios.name = radios.id_prefix = name_of(asked);
    radios.value = field(asked.view.draft.fields, radios.name);
    auto as_proposed = choice_of("As it is proposed", "");
    as_proposed.is_checked = radios.value.empty();
    radios.choices.push_back(as_proposed);
    for (const auto& one : asked.item.choices)
        radios.choices.push_back(choice_of(capital(one.name), one.name));
    radios.fieldset = Fieldset{{asked.item.label, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.hint.words = help_beside(asked);
    radios.error = error_at(asked.refusals, radios.name);
    radios.classes = "govuk-radios--small";
    return web::radios(radios);
}

} // namespace

std::string proposed_words(const DraftView& view, const policy::Item& item) {
    auto label = item.label + ": ";
    if (auto chosen = field(view.draft.fields, view.prefix + name_of(item)); !chosen.empty())
        return label + chosen + ".";
    const auto* proposed = proposed_for(view, item);
    if (!proposed)
        return label + "follows from whether " + view.first_name() + " was seen.";
    auto why = proposed->because.empty() ? std::string() : " Why: " + join(proposed->because, ", ") + ".";
    return label + proposed->value + "." + why;
}

Html proposed_choice(const AskedItem& asked) {
    Details line;
    line.id = "change-" + name_of(asked);
    line.classes = "app-proposed";
    line.summary = html("<span id=\"proposed-{}{}\">{}</span> {}", asked.view.prefix, asked.item.id, proposed_words(asked.view, asked.item), change(asked.item));
    line.content = radios_of(asked);
    line.is_open = !error_at(asked.refusals, name_of(asked)).words.empty();
    return details(line);
}

JsonObject proposed_json(const DraftView& view) {
    JsonObject words;
    for (const auto* item : view.asked)
        if (!item->proposed.empty())
            words[view.prefix + item->id] = proposed_words(view, *item);
    return words;
}

Html proposed_lines(const DraftView& view) {
    Html lines;
    for (const auto* item : view.asked)
        if (!item->proposed.empty())
            lines += html("<p class=\"govuk-body\">{} <a class=\"govuk-link\" href=\"{}\">Change<span class=\"govuk-visually-hidden\"> the {}</span></a></p>",
                          proposed_words(view, *item), url("/drafts/" + view.draft.draft.hex() + "#" + name_of(*item)), fold(item->label));
    return lines;
}

} // namespace lifestory::web::pages
