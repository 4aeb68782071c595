#include "web/pages/pressed_words.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/differences.h"
#include "web/pages/draft_findings.h"
#include "web/pages/one_visit.h"
#include "web/pages/posted_words.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::string_view presses = "press.", puts_back = "put-back.";

// A box, or a row by what its fields begin with ("item.actions.2."), and the version of the draft in which it stood as it was.
struct Changed {
    std::string box;
    std::uint64_t before = 0;

    bool holds(const std::string& name) const { return box.ends_with('.') ? name.starts_with(box) : name == box; }
};

desk::Fields those_of(const Changed& changed, const desk::Fields& fields) {
    desk::Fields held;
    for (const auto& [name, words] : fields)
        if (changed.holds(name) && !words.empty())
            held.emplace(name, words);
    return held;
}

desk::Fields with(const Changed& changed, desk::Fields fields, const desk::Fields& held) {
    std::erase_if(fields, [&](const auto& one) { return changed.holds(one.first); });
    fields.insert(held.begin(), held.end());
    return fields;
}

// "12.item.happened"
std::optional<Changed> changed_in(std::string_view written) {
    Changed changed;
    auto read = std::from_chars(written.data(), written.data() + written.size(), changed.before);
    auto rest = written.substr(static_cast<std::size_t>(read.ptr - written.data()));
    if (read.ec != std::errc() || !rest.starts_with(".item."))
        return std::nullopt;
    changed.box = std::string(rest.substr(1));
    return changed;
}

std::string code_of(const Changed& changed) { return std::to_string(changed.before) + "." + changed.box; }

// How the box was; none when its words were changed again since, or that version is not kept any more.
std::optional<desk::Fields> words_before(const House& house, const desk::Draft& draft, const Changed& changed) {
    auto before = fields_at(house, draft, changed.before), after = fields_at(house, draft, changed.before + 1);
    const auto now = those_of(changed, draft.fields);
    if (!before || !after || those_of(changed, *after) != now || those_of(changed, *before) == now)
        return std::nullopt;
    return those_of(changed, *before);
}

// The draft that keeps the box: of a visit to several children what is the same for all has one of its own.
desk::Draft holder_of(const House& house, const DraftView& view, const std::string& box) {
    return view.for_all && is_for_all(*view.type, box) ? *view.for_all : *house.desk.draft(view.draft.draft);
}

// Saved as any words are: with what somebody else wrote meanwhile in the same box, a person settles it.
Response keep_box(const House& house, const Call& call, const DraftView& view, const Changed& changed, const desk::Fields& words, std::string_view query) {
    auto draft = holder_of(house, view, changed.box);
    auto saved = house.desk.save({draft.draft, draft.version, with(changed, draft.fields, words), draft.stopped_at, call.caller<Caller>().writer(), house.now()});
    if (!saved)
        return not_found(house);
    if (!saved->differences.empty())
        return redirect(path("/drafts/{}/differences", view.draft.draft.hex()));
    return http::see_other("/drafts/" + view.draft.draft.hex() + "/check" + std::string(query));
}

} // namespace

std::optional<Response> press_words(const House& house, const Call& call, const DraftView& view) {
    auto then = call.form.get("then");
    if (then.starts_with(presses)) {
        auto found = std::ranges::find(view.findings, then.substr(presses.size()), &DraftFinding::id);
        if (found == view.findings.end() || !found->press) // the words are gone already
            return redirect(path("/drafts/{}/check", view.draft.draft.hex()));
        const bool is_row = !found->row.empty();
        const Changed changed{is_row ? found->row : found->box, holder_of(house, view, found->box).version};
        const auto words = is_row ? desk::Fields() : desk::Fields{{found->box, after_press(field(view.draft.fields, found->box), *found)}};
        return keep_box(house, call, view, changed, words, "?changed=" + percent_encoded(code_of(changed)));
    }
    if (!then.starts_with(puts_back))
        return std::nullopt;
    auto changed = changed_in(then.substr(puts_back.size()));
    auto words = changed ? words_before(house, holder_of(house, view, changed->box), *changed) : std::nullopt;
    if (!words)
        return redirect(path("/drafts/{}/check", view.draft.draft.hex()));
    return keep_box(house, call, view, *changed, *words, "");
}

Html changed_words(const House& house, const Call& call, const DraftView& view) {
    auto changed = changed_in(call.request.query.get("changed"));
    if (!changed || !words_before(house, holder_of(house, view, changed->box), *changed))
        return Html();
    Button back{"Put them back"};
    back.name = "then";
    back.value = std::string(puts_back) + code_of(*changed);
    back.classes = "govuk-button--secondary";
    return inset_text({html("<p>The words are taken out of “{}”.</p>{}", label_of(house, view.draft, changed->box), button(back)), {}, {}, {}});
}

} // namespace lifestory::web::pages
