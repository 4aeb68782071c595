#include "web/pages/start_from.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/sentences.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/one_visit.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// One sentence of another child's part, by a code that names it.
struct Offered {
    std::string code, item, words;
    std::string from; // the child that it was written to
    std::vector<std::string> names; // of the other children, that stand in it
};

struct Starting {
    desk::Draft draft;
    access::OpenRecord open;
    const policy::RecordType* type = nullptr;
    std::vector<Offered> offered; // by item, in the order of the page
};

std::vector<std::string> sentences_in(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& span : record::sentences(text))
        found.push_back(text.substr(span.begin, span.end - span.begin));
    return found;
}

std::string code_of(const DraftId& from, const std::string& item, const std::string& words) {
    return to_hex(view(sha256(fmt::format("{}\n{}\n{}", from.hex(), item, words)))).substr(0, 24);
}

// Only what the worker wrote: the child's own words are that child's.
void offer(Starting& starting, const std::vector<OtherPart>& others) {
    for (const auto& item : starting.type->items) {
        if (item.type != policy::ItemType::Prose || !item.each_child)
            continue;
        for (const auto& other : others)
            for (const auto& words : sentences_in(field(other.draft.fields, "item." + item.id)))
                starting.offered.push_back({code_of(other.draft.draft, item.id, words), item.id, words, other.open.child->first_name(), names_in(words, others)});
    }
}

Result<Starting> starting_of(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = TRY(own_draft(house, call));
    const auto* type = house.pack().record_type(draft.record_type);
    if (!type || !draft.record || !draft.same_for_all || draft.signed_as || draft.put_away)
        return refuse("not-found", "There is no such draft.");
    auto open = TRY(house.door.open(caller.visitor, *draft.record, std::nullopt, house.now()));
    Starting starting{draft, std::move(open), type, {}};
    offer(starting, other_parts(house, caller, draft));
    return starting;
}

Html ticks_of(const Starting& starting, const policy::Item& item) {
    Checkboxes boxes;
    boxes.name = "sentence";
    boxes.id_prefix = "sentence-" + item.id;
    for (const auto& one : starting.offered) {
        if (one.item != item.id)
            continue;
        Choice choice;
        choice.words = one.words;
        choice.value = one.code;
        if (!one.names.empty())
            choice.hint.words = fmt::format("This names {}. Is it {} to read?", in_a_row(one.names), possessive(starting.open.child->first_name()));
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{item.label, "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    boxes.classes = "govuk-checkboxes--small";
    return boxes.choices.empty() ? Html() : checkboxes(boxes);
}

Response start_page(const House& house, const Call& call, const Starting& starting, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto name = starting.open.child->first_name();
    std::vector<std::string> whose;
    for (const auto& one : starting.offered)
        if (std::ranges::find(whose, possessive(one.from)) == whose.end())
            whose.push_back(possessive(one.from));
    auto frame = frame_for(house, caller);
    frame.act = "Start from another child's words";
    frame.heading = whose.empty() ? Phrase("Start " + possessive(name)) : Phrase("Start " + possessive(name) + " from " + in_a_row(whose));
    frame.first_name = name;
    frame.back = BackLink{path("/drafts/{}", starting.draft.draft.hex()), "Back to writing"};
    frame.refusals = refusals;
    if (starting.offered.empty())
        return shown(frame, html("<p class=\"govuk-body\">Nothing is written to another child on this visit yet.</p>"));
    Html ticks;
    for (const auto& item : starting.type->items)
        ticks += ticks_of(starting, item);
    Button copy{Phrase("Copy what is ticked to " + possessive(name) + " part")};
    return shown(frame, html("<p class=\"govuk-body-l\">Tick what is also {} to read.</p>", possessive(name)) +
                            post_form({path("/drafts/{}/start", starting.draft.draft.hex()), caller.session.csrf, starting.draft.form.hex(),
                                       hidden_input("version", std::to_string(starting.draft.version)) + ticks + button(copy)}));
}

Response show_start(const House& house, const Call& call) {
    auto starting = starting_of(house, call);
    return starting ? start_page(house, call, *starting, {}) : not_found(house);
}

// Behind what stands there. A sentence that stands there already is not written twice: pressed twice, it is copied once.
desk::Fields with_copied(const Starting& starting, const std::vector<std::string>& ticked) {
    auto fields = starting.draft.fields;
    for (const auto& one : starting.offered) {
        auto& words = fields["item." + one.item];
        auto there = sentences_in(words);
        if (std::ranges::find(ticked, one.code) == ticked.end() || std::ranges::find(there, one.words) != there.end())
            continue;
        words = words.empty() ? one.words : fmt::format("{} {}", words, one.words);
    }
    return fields;
}

Response start(const House& house, const Call& call) {
    auto starting = starting_of(house, call);
    if (!starting)
        return not_found(house);
    auto ticked = call.form.all("sentence");
    if (ticked.empty())
        return start_page(house, call, *starting, {refuse("nothing-ticked", "Tick the sentences to copy, or go back to writing", "sentence-happened")});
    const auto& draft = starting->draft;
    auto saved = house.desk.save({draft.draft, draft.version, with_copied(*starting, ticked), draft.stopped_at, call.caller<Caller>().writer(), house.now()});
    return saved ? redirect(path("/drafts/{}", draft.draft.hex())) : not_found(house);
}

} // namespace

std::vector<http::Route> start_from_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/drafts/{draft}/start", Reach::Worker, to(show_start)}, {Method::Post, "/drafts/{draft}/start", Reach::Worker, to(start)}};
}

} // namespace lifestory::web::pages
