#include "web/pages/facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/home_facts.h"
#include "web/pages/owed.h"
#include "web/pages/spells.h"

namespace lifestory::web::pages {

namespace {

using casework::BasicItem;
using casework::FactSort;
using http::Call;
using http::Response;
using record::FactSpell;

struct Reading {
    const House& house;
    const access::OpenRecord& open;
    const Judged& judged;
};

std::string days_of(const BasicItem& item, const FactSpell& spell) {
    if (spell.was_never_so)
        return "put right: it was never so";
    if (casework::has_no_beginning(item))
        return "said on " + calendar::in_words(spell.began->known_on.value_or(calendar::london_day(spell.began->at)));
    if (spell.since && spell.until)
        return fmt::format("from {} until {}", calendar::in_words(*spell.since), calendar::in_words(*spell.until));
    if (spell.until)
        return "until " + calendar::in_words(*spell.until);
    return spell.since ? "since " + calendar::in_words(*spell.since) : std::string("since when is not known");
}

// Of several at once each has its own way to end.
Html ending_link(const Reading& reading, const BasicItem& item, const FactSpell& spell) {
    if (!record::holds_several(item.id) || spell.ended || !may_change_fact(reading.house, reading.open, item.id))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">It has ended<span class=\"govuk-visually-hidden\">: {}, {}</span></a></p>",
                path("/children/{}/facts/{}/change?of={}", reading.open.record.hex(), item.id, spell.began->entry.hex()), item.label, first(spell.value(), 60));
}

Html spell_lines(const Reading& reading, const BasicItem& item, const FactSpell& spell) {
    auto source = source_of(spell.began->what);
    auto said_by = source.empty() ? std::string() : " Said by: " + source + ".";
    auto value = item.sort == FactSort::Words ? paragraphs(value_in_words(reading.house, item, spell.value()))
                                              : html("<p class=\"govuk-body\">{}</p>", value_in_words(reading.house, item, spell.value()));
    return html("{}<p class=\"govuk-body app-quiet\">{}.{} {}</p>", value, capital(days_of(item, spell)), said_by, put_in(reading.open, reading.judged, {spell.began->entry, spell.began->by.full_name, spell.began->at}));
}

Html before_of(const Reading& reading, const BasicItem& item, const record::FactOverTime& over) {
    if (over.before.empty())
        return Html();
    Html all;
    for (const auto& spell : over.before)
        all += html("<li>{}</li>", spell_lines(reading, item, spell));
    Details before;
    before.summary = Phrase(html("Before ({})<span class=\"govuk-visually-hidden\">: {}</span>", over.before.size(), item.label));
    before.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", all);
    return details(before);
}

SummaryRow row_of(const Reading& reading, const BasicItem& item) {
    auto over = fact_over_time(reading.house, *reading.open.child, item.id);
    Html now;
    for (const auto& spell : over.now)
        now += spell_lines(reading, item, spell) + ending_link(reading, item, spell);
    if (over.now.empty())
        now = html("<p class=\"govuk-body app-quiet\">Nothing holds now.</p>");
    SummaryRow row{{Phrase(item.label), {}}, {Phrase(now + before_of(reading, item, over)), {}}, {}, std::vector<Action>{}, {}};
    if (may_change_fact(reading.house, reading.open, item.id))
        row.actions->push_back({fact_path(reading.open.record, item.id), record::holds_several(item.id) ? "Add" : "Change", item.label, {}, {}});
    return row;
}

bool is_said(const Reading& reading, const BasicItem& item) { return reading.open.child->facts.contains(item.id); }

// What nobody has written down takes one line, each with the way to write it.
Html not_said(const Reading& reading, std::string_view group, const std::vector<BasicItem>& items) {
    Html links;
    for (const auto& item : items)
        if (item.group == group && !is_said(reading, item) && may_change_fact(reading.house, reading.open, item.id))
            links += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", fact_path(reading.open.record, item.id), item.label);
    if (links.empty())
        return Html();
    return html("<p class=\"govuk-body\">Not written down yet:</p><ul class=\"govuk-list app-list-in-line\">{}</ul>", links);
}

Html group_of(const Reading& reading, std::string_view group, const std::vector<BasicItem>& items) {
    SummaryList list;
    for (const auto& item : items)
        if (item.group == group && is_said(reading, item) && may_read_fact(reading.house, reading.open, item.id))
            list.rows.push_back(row_of(reading, item));
    bool is_whole = sees_all(reading.open);
    auto homes = group == "Home and household" && is_whole ? home_facts(reading.open, reading.house.today()) : Html();
    auto spells = is_whole ? spells_of_group(reading.house, reading.open, reading.judged, group) : Html();
    auto rows = list.rows.empty() ? Html() : summary_list(list);
    auto all = homes + rows + not_said(reading, group, items) + spells;
    if (all.empty())
        return Html();
    auto whose = pronouns_of(*reading.open.child, *reading.open.family).possessive;
    auto title = group == "Identity" ? fmt::format("Identity, in {} own words", whose) : std::string(group);
    return html("<section class=\"app-facts\"><h2 class=\"govuk-heading-m\">{}</h2>{}</section>", title, all);
}

// What the policy asks first, and nobody has written down yet.
Html still_missing(const House& house, const access::OpenRecord& open, const std::vector<BasicItem>& items) {
    static const std::vector<std::string_view> asked_first{"known-as", "gender", "religion", "ethnicity", "first-language", "disability"};
    Html rows;
    std::size_t known = 0;
    for (const auto& item : items)
        if (std::ranges::find(asked_first, item.id) != asked_first.end()) {
            if (!fact_over_time(house, *open.child, item.id).now.empty())
                ++known;
            else
                rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", fact_path(open.record, item.id), item.label);
        }
    if (rows.empty())
        return Html();
    return inset_text({html("<p>{} of {} of what is asked of every child is written down. Still to ask:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>",
                            known, asked_first.size(), rows),
                       {},
                       {},
                       {}});
}

Response show_facts(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !may_read_facts(house, *open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto judged = judge(house, *open);
    auto frame = child_frame(house, caller, *open, "The facts about " + open->child->first_name());
    frame.act = "Facts";
    frame.banner = banner_for(house, *open, done_code(call));
    frame.print = print_frame(house, caller, *open, "Facts");
    auto items = casework::basic_items(house.pack(), house.today());
    Html all;
    for (auto group : casework::groups_of_facts())
        all += group_of({house, *open, judged}, group, items);
    auto missing = sees_all(*open) ? still_missing(house, *open, items) : Html();
    return shown(frame, child_navigation(*open, "facts") + missing + all);
}

} // namespace

Url facts_path(RecordNumber child) { return path("/children/{}/facts", child.hex()); }
Url fact_path(RecordNumber child, std::string_view fact) { return path("/children/{}/facts/{}/change", child.hex(), fact); }

access::What on_fact(const House& house, std::string_view fact) {
    return on_type(house, house.pack().record_type(fact) ? fact : std::string_view("child-details"));
}

bool may_change_fact(const House& house, const access::OpenRecord& open, std::string_view fact) { return open.may(access::Act::Change, on_fact(house, fact)); }

bool may_read_fact(const House& house, const access::OpenRecord& open, std::string_view fact) { return sees_all(open) || may_change_fact(house, open, fact); }

bool may_read_facts(const House& house, const access::OpenRecord& open) {
    auto items = casework::basic_items(house.pack(), house.today());
    return std::ranges::any_of(items, [&](const auto& item) { return may_read_fact(house, open, item.id); });
}

std::string value_in_words(const House& house, const BasicItem& item, const std::string& value) {
    if (auto day = item.sort == FactSort::Date ? calendar::parse_day(value) : Result<calendar::Day>(refuse("none", "")); day)
        return calendar::in_words(*day);
    auto code = casework::code_of_value(house.pack(), item.id, value);
    return code.empty() ? value : fmt::format("{} ({})", value, code);
}

std::string source_of(const record::BasicDetail& detail) {
    if (detail.how_known == "seen")
        return detail.said_by + ", who saw it";
    return detail.how_known == "document" ? "a document, " + detail.said_by : detail.said_by;
}

Html put_in(const access::OpenRecord& open, const Judged& judged, const PutIn& said) {
    for (const auto& owed : judged.obligations)
        if (owed.starting == said.entry && owed.state == policy::State::MetLate && sees_all(open))
            return html(
                "Put in by {} on {}, <a class=\"govuk-link\" href=\"{}\">late by {}<span class=\"govuk-visually-hidden\">: how this was counted</span></a>.",
                said.by, day_of(said.at), due_path(open.record, owed), owed.late_by);
    return html("Put in by {} on {}.", said.by, day_of(said.at));
}

record::FactOverTime fact_over_time(const House& house, const record::Child& child, std::string_view fact) {
    auto history = child.facts.find(std::string(fact));
    return history == child.facts.end() ? record::FactOverTime{} : record::over_time(history->second, house.today());
}

std::vector<http::Route> facts_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/facts", http::Reach::Worker, to(show_facts)}};
}

} // namespace lifestory::web::pages
