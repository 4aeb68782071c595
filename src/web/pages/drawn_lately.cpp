#include "web/pages/drawn_lately.h"

#include <algorithm>

#include "base/text.h"
#include "record/said_of_family.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t most_shown = 10;
constexpr auto lately = std::chrono::days(7);
constexpr const char* at_the_table = "Undone where it was drawn";

std::vector<casework::SaidOfFamily> shown_lately(const access::OpenRecord& open, calendar::Day today) {
    auto all = casework::said_of_family_since(*open.family, open.who.worker, today - lately);
    std::erase_if(all, [&](const auto& one) { return open.child->person && std::ranges::find(one.not_told, *open.child->person) != one.not_told.end(); });
    if (all.size() > most_shown)
        all.resize(most_shown);
    return all;
}

Html press_to_undo(const casework::SaidOfFamily& said) {
    Button press{Phrase(html("Undo<span class=\"govuk-visually-hidden\"> {}</span>", said.words))};
    press.name = "then";
    press.value = "undo:" + said.entries.front().hex();
    press.classes = "govuk-button--secondary app-draw__undo";
    return button(press);
}

Html line_of(const casework::SaidOfFamily& said, std::string_view before) {
    return html("<div class=\"app-draw__lately\"><p class=\"govuk-body\">{}{}</p>{}</div>", before, said.words, press_to_undo(said));
}

} // namespace

Html drawn_lately(const access::OpenRecord& open, calendar::Day today, std::size_t drawn_people) {
    auto count = html("<p class=\"govuk-body\">{} family: {}.</p>", possessive(open.child->first_name()), plural(drawn_people, "person", "people"));
    const auto all = shown_lately(open, today);
    if (all.empty())
        return count;
    Html before;
    for (std::size_t at = 1; at < all.size(); ++at)
        before += line_of(all[at], "");
    auto rest = Html();
    if (all.size() > 1) {
        Details more;
        more.summary = "Drawn before that";
        more.content = before;
        rest = details(more);
    }
    return count + line_of(all.front(), "Last: ") + rest;
}

Result<casework::Writing> undone(const access::OpenRecord& open, const casework::Act& act, std::string_view entry) {
    const auto number = EntryId::parse(entry);
    for (const auto& said : casework::said_of_family_since(*open.family, act.author.worker, casework::today(act) - lately))
        if (number && said.entries.front() == *number)
            return casework::take_back(act, *open.family, said.entries, at_the_table);
    if (number && record::is_said(*open.family, *number))
        return refuse("undo", "This was changed since, or is more than a drawing: take it back under People, with the reason", "telling");
    return refuse("undo", "This was taken back already", "telling");
}

} // namespace lifestory::web::pages
