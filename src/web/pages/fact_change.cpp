#include "web/pages/fact_change.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/facts.h"
#include "web/pages/guidance.h"
#include "web/pages/number_kept.h"
#include "web/pages/who_said.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using casework::BasicItem;
using casework::FactSort;
using http::Call;
using http::Response;

constexpr std::string_view not_known = "Not known";

// One item, and of several the one that is to end.
struct Changing {
    access::OpenRecord open;
    BasicItem item;
    record::FactOverTime over;
    const record::FactSpell* ending = nullptr;

    bool is_said() const { return !over.now.empty(); }
    bool is_one_of_several() const { return record::holds_several(item.id); }
    bool is_always_so() const { return casework::has_no_beginning(item); }
    Url path() const { return fact_path(open.record, item.id); }
};

const record::FactSpell* spell_at(const record::FactOverTime& over, std::string_view entry) {
    auto found = std::ranges::find_if(over.now, [&](const auto& spell) { return spell.began->entry.hex() == entry; });
    return found == over.now.end() ? nullptr : &*found;
}

// Refused as "not-found" also when the one that is to end has ended.
Result<Changing> changing(const House& house, const Call& call, std::string_view of) {
    auto open = TRY(open_child(house, call));
    auto item = casework::basic_item(house.pack(), house.today(), call.parameter("fact"));
    if (!item || !may_change_fact(house, open, item->id))
        return refuse("not-found", "Page not found");
    Changing one{std::move(open), std::move(*item), {}, nullptr};
    one.over = fact_over_time(house, *one.open.child, one.item.id);
    if (!of.empty() && (!one.is_one_of_several() || !(one.ending = spell_at(one.over, of))))
        return refuse("not-found", "Page not found");
    return one;
}

// ---- the page

Html value_field(const House& house, const Asked& asked, const Changing& one) {
    const auto label = one.is_one_of_several() ? "What is it?" : one.is_said() ? "What is it now?" : one.item.label.c_str();
    auto hint =
        one.item.hint + (one.item.sort == FactSort::Line || one.item.sort == FactSort::Words ? " If nobody knows: “Not known”, and when you asked." : "");
    if (one.item.sort == FactSort::Words)
        return box(asked, "value", label, hint);
    if (one.item.sort == FactSort::Date)
        return ask_day(asked, "value", label);
    if (one.item.sort != FactSort::List)
        return short_box(asked, "value", label, trim(hint));
    Choosable choices;
    for (const auto& choice : one.item.choices)
        choices.emplace_back(choice.name, choice.code.empty() ? choice.name : fmt::format("{} ({})", choice.name, choice.code));
    if (!is_among(choices, std::string(not_known)))
        choices.emplace_back(not_known, not_known);
    return pick(asked, "value", label, choices, hint) + help_of_list(house, one.item.list);
}

Html when_fields(const Asked& asked, const Changing& one) {
    if (one.ending)
        return choose(asked, "how", "Has it ended, or was it wrong?", {{"ended", "It ended"}, {"wrong", "It was never so"}}) +
               ask_day(asked, "until", "Until which day?", "The last day. Not asked when it was never so.");
    if (one.is_always_so())
        return Html();
    if (!one.is_said() || one.is_one_of_several())
        return ask_day(asked, "since", "Since which day?", "As near as anybody can say.");
    return choose(asked, "how", "Has it changed, or was it wrong?", {{"changed", "It changed"}, {"wrong", "It was always wrong"}}) +
           ask_day(asked, "since", "From which day?", "Not asked when it was always wrong.");
}

Html what_it_says(const House& house, const Changing& one) {
    if (one.ending)
        return inset_text({paragraphs(value_in_words(house, one.item, one.ending->value())), {}, {}, {}});
    Html all;
    for (const auto& spell : one.over.now)
        all += paragraphs(value_in_words(house, one.item, spell.value()));
    return all.empty() ? Html() : inset_text({html("<p>It says now:</p>{}", all), {}, {}, {}});
}

Response change_page(const House& house, const Call& call, const Changing& one, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto fields = typed_in(call);
    propose_today(house, call, fields);
    Asked asked{fields, refusals};
    auto name = one.open.child->first_name();
    auto frame = child_frame(house, caller, one.open, fmt::format("{}: {}", one.item.label, name));
    frame.act = one.item.label;
    frame.refusals = refusals;
    frame.back = BackLink{facts_path(one.open.record), "The facts about " + name};
    auto of = one.ending ? hidden_input("of", one.ending->began->entry.hex()) : value_field(house, asked, one);
    auto content = of + when_fields(asked, one) + who_said_fields(caller, one.open, asked) +
                   ask_day(asked, "known-on", "When did we learn it?", "The day on which somebody here was told.") +
                   html("<p class=\"govuk-hint\">The old one stays, with its days.</p>") +
                   button_group({button({"Save the change"}), html("<a class=\"govuk-link\" href=\"{}\">Not now</a>", facts_path(one.open.record))});
    return shown(frame, html("<div class=\"app-readable\">{}{}</div>", what_it_says(house, one),
                             post_form({one.path(), caller.session.csrf, form_number(call).hex(), content})));
}

Response show_change(const House& house, const Call& call) {
    auto one = changing(house, call, call.request.query.get("of"));
    return one ? change_page(house, call, *one, {}) : not_found(house);
}

// ---- reading and keeping

struct ReadChange : DaysRead {
    record::BasicDetail detail;
    std::optional<calendar::Day> known_on;
};

void read_value(const desk::Fields& fields, const Changing& one, ReadChange& read) {
    auto& value = read.detail.value;
    value = one.ending ? one.ending->value() : trim(field(fields, "value"));
    if (one.item.sort != FactSort::Date)
        return;
    auto day = read.day(fields, "value");
    value = day ? calendar::iso(*day) : "";
}

void read_when(const desk::Fields& fields, const Changing& one, ReadChange& read) {
    auto how = field(fields, "how");
    bool asks_how = one.ending || (one.is_said() && !one.is_one_of_several() && !one.is_always_so());
    if (asks_how && how != "changed" && how != "ended" && how != "wrong")
        read.refusals.push_back(refuse("how", one.ending ? "Say whether it ended or was never so" : "Say whether it changed or was always wrong", "how"));
    read.detail.was_wrong = (asks_how && how == "wrong") || (one.is_always_so() && one.is_said());
    if (one.is_always_so() && !one.is_said())
        read.detail.since = read.known_on;
    else if (one.ending && how == "ended") {
        read.detail.until = read.day(fields, "until");
        if (read.refusals.empty() && !read.detail.until)
            read.refusals.push_back(refuse("until", "Say until which day", "until.day"));
    } else if (!one.ending && !read.detail.was_wrong)
        read.detail.since = read.day(fields, "since");
}

ReadChange read_change(const Caller& caller, const Changing& one, const desk::Fields& fields) {
    ReadChange read;
    read.detail.fact = one.item.id;
    read.known_on = read.day(fields, "known-on");
    read_value(fields, one, read);
    read_when(fields, one, read);
    auto who = read_who_said(caller, one.open, fields);
    if (who) {
        read.detail.said_by = who->said_by;
        read.detail.how_known = who->how_known;
    } else
        read.refusals.push_back(who.refusal());
    return read;
}

// At the boxes of this page, each field once: what could not be read is not missing as well.
Refusals at_boxes(const Changing& one, const Refusals& of_form, Refusals of_act) {
    for (auto [from, to] : {std::pair{"known-on", "known-on.day"}, {"since", "since.day"}, {"until", "until.day"}})
        of_act = moved(std::move(of_act), from, to);
    if (one.item.sort == FactSort::Date)
        of_act = moved(std::move(of_act), "value", "value.day");
    Refusals all = of_form;
    auto is_said = [&](const std::string& name) {
        return std::ranges::any_of(all, [&](const Refusal& said) {
            return said.field == name || (name == "said-by" && said.field == "said-by.words") || (name == "since.day" && said.field == "how");
        });
    };
    for (auto& refusal : of_act)
        if (!is_said(refusal.field))
            all.push_back(std::move(refusal));
    return all;
}

Response save_change(const House& house, const Call& call) {
    auto one = changing(house, call, "");
    if (!one)
        return not_found(house);
    auto act = act_of_form(house, call);
    Keeping keeping{access::Act::Change, on_fact(house, one->item.id), done(facts_path(one->open.record), "fact-kept")};
    auto of = said(call, "of");
    if (!of.empty() && !is_kept(*one->open.child, act.id) && !(one->ending = spell_at(one->over, of)))
        return not_found(house);
    auto read = read_change(call.caller<Caller>(), *one, typed_in(call));
    auto writing = casework::change_item(act, house.pack(), *one->open.child, read.detail, read.known_on);
    auto of_act = writing ? kept_for_another(house, call.caller<Caller>(), one->open.record, read.detail) : writing.refusals();
    auto refusals = at_boxes(*one, read.refusals, std::move(of_act));
    if (refusals.empty())
        casework::say_of_person(act, *one->open.family, *one->open.child, *writing);
    return keep_in_record(house, call, one->open, keeping, refusals.empty() ? writing : Result<casework::Writing>(refusals),
                          [&](const Refusals& again) { return change_page(house, call, *one, again); });
}

} // namespace

std::vector<http::Route> fact_change_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/facts/{fact}/change", http::Reach::Worker, to(show_change)},
            {http::Method::Post, "/children/{child}/facts/{fact}/change", http::Reach::Worker, to(save_change)}};
}

} // namespace lifestory::web::pages
