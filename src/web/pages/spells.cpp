#include "web/pages/spells.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/episode.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/facts.h"
#include "web/pages/guidance.h"
#include "web/pages/home_of_placement.h"
#include "web/pages/who_said.h"
#include "web/pages/work_finished.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using policy::ItemType;
using policy::RecordType;
using record::Episode;
using record::EpisodeHistory;

bool is_among_facts(const RecordType& type) { return casework::is_one_at_a_time(type.id) || (type.built_in == "episode" && type.id != "episode"); }

std::string_view group_of(const RecordType& type) {
    if (type.id == casework::placement_type)
        return "Home and household";
    return type.id == "alternative-education" ? "School" : "Legal";
}

bool may_change(const House& house, const access::OpenRecord& open, const std::string& type) { return open.may(access::Act::Change, on_type(house, type)); }

std::string said_in(const record::Answer& answer) {
    if (const auto* text = std::get_if<record::Text>(&answer.value))
        return text->words;
    if (const auto* choices = std::get_if<record::Choices>(&answer.value))
        return join(choices->chosen, ", ");
    const auto* yes_no = std::get_if<record::YesNo>(&answer.value);
    return yes_no ? yes_no->yes ? "yes" : "no" : "";
}

// ---- reading

struct SpellReading {
    const House& house;
    const access::OpenRecord& open;
    const Judged& judged;
};

// Who said so is kept with the entry, not with the interval.
std::string said_by(const access::OpenRecord& open, const EntryId& entry) {
    const auto* story = open.child->find(entry);
    const auto told_by = story ? trim(story->entry.said.told_by) : std::string();
    return told_by.empty() ? std::string() : " Said by: " + told_by + ".";
}

Html lines_of_spell(const SpellReading& reading, const record::Beside<Episode>& said, const Html& of_home) {
    const auto& now = said.what;
    Html lines;
    for (const auto& answer : now.form.answers)
        if (auto words = said_in(answer); !words.empty())
            lines += html("<p class=\"govuk-body\">{}: {}</p>", answer.label, words);
    auto days = now.ended ? fmt::format("From {} until {}", calendar::in_words(now.started), calendar::in_words(*now.ended))
                          : "Since " + calendar::in_words(now.started);
    return html("{}{}<p class=\"govuk-body app-quiet\">{}.{} {}</p>", lines, of_home, days, said_by(reading.open, said.entry),
                put_in(reading.open, reading.judged, {said.entry, said.by.full_name, said.at}));
}

Html said_before(const SpellReading& reading, const EpisodeHistory& episode) {
    const auto& said = episode.history.said;
    std::vector<Html> before;
    for (auto one = said.rbegin() + 1; one < said.rend(); ++one)
        before.push_back(lines_of_spell(reading, *one, Html()));
    if (episode.now().form.record_type == casework::placement_type)
        for (auto& lines : home_said_before(reading.open, episode.episode))
            before.push_back(std::move(lines));
    if (before.empty())
        return Html();
    Html rows;
    for (const auto& one : before)
        rows += html("<li>{}</li>", one);
    Details earlier;
    earlier.summary = Phrase(html("What was said before ({})<span class=\"govuk-visually-hidden\">: {}, {}</span>", before.size(),
                                  episode.now().form.name, calendar::in_words(episode.now().started)));
    earlier.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return details(earlier);
}

Html spell_card(const SpellReading& reading, const EpisodeHistory& episode) {
    const auto& open = reading.open;
    const bool has_home = episode.now().form.record_type == casework::placement_type;
    auto lines = lines_of_spell(reading, episode.history.said.back(), has_home ? lines_of_home(open, episode.episode) : Html()) + said_before(reading, episode);
    SummaryCard card;
    card.title = episode.now().form.name;
    card.heading_level = 3;
    if (may_change(reading.house, open, episode.now().form.record_type)) {
        auto aside = episode.now().form.name + ", " + calendar::in_words(episode.now().started);
        if (!episode.now().ended)
            card.actions.push_back({path("/children/{}/spells/{}/ending", open.record.hex(), episode.episode), "It has ended", aside, {}, {}});
        card.actions.push_back({path("/children/{}/spells/{}/putting-right", open.record.hex(), episode.episode), "Put right", aside, {}, {}});
    }
    return summary_card(card, lines);
}

Html spells_of_type(const SpellReading& reading, const RecordType& type) {
    const auto& open = reading.open;
    std::vector<const EpisodeHistory*> all;
    for (const auto& episode : open.child->episodes)
        if (episode.now().form.record_type == type.id)
            all.push_back(&episode);
    std::ranges::stable_sort(all, std::ranges::greater(), [](const EpisodeHistory* one) { return one->now().started; });
    Html cards;
    for (const auto* episode : all)
        cards += spell_card(reading, *episode);
    if (may_change(reading.house, open, type.id))
        cards += html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{}: write down a beginning</a></p>",
                      path("/children/{}/spells/new?type={}", open.record.hex(), type.id), type.name);
    return cards;
}

// ---- the form

struct Spell {
    access::OpenRecord open;
    const RecordType* type = nullptr;
    const EpisodeHistory* now = nullptr; // null: a new one

    bool has_home() const { return type->id == casework::placement_type; }
    Url path_to(std::string_view act) const {
        return now ? path("/children/{}/spells/{}/{}", open.record.hex(), now->episode, act)
                   : path("/children/{}/spells/new?type={}", open.record.hex(), type->id);
    }
};

// Work is begun from the child's own page, what is a fact from that of the facts.
Url page_of(const Spell& spell) { return begins_from_the_story(*spell.type) ? path("/children/{}", spell.open.record.hex()) : facts_path(spell.open.record); }

Result<Spell> spell_at(const House& house, const Call& call) {
    Spell spell{TRY(open_child(house, call)), nullptr, nullptr};
    auto number = call.parameter("spell");
    auto type = std::string(call.request.query.get("type"));
    for (const auto& episode : spell.open.child->episodes)
        if (!number.empty() && episode.episode == number) {
            spell.now = &episode;
            type = episode.now().form.record_type;
        }
    spell.type = house.pack().record_type(type);
    const bool is_of_here = spell.type && (is_among_facts(*spell.type) || (number.empty() && begins_from_the_story(*spell.type)));
    bool is_here = number.empty() == !spell.now && is_of_here && may_change(house, spell.open, type);
    if (!is_here)
        return refuse("not-found", "Page not found");
    return spell;
}

// What every entry is asked (was it important?) is not asked of a mere fact.
std::vector<const policy::Item*> asked_of(const House& house, const RecordType& type) {
    const auto* entry = house.pack().record_type("entry");
    std::vector<const policy::Item*> items;
    if (begins_from_the_story(type))
        return items;
    for (const auto& item : type.items)
        if (!entry || !entry->item(item.id))
            items.push_back(&item);
    return items;
}

Html item_field(const House& house, const Asked& asked, const policy::Item& item) {
    auto name = "item." + item.id;
    if (item.type == ItemType::YesNo)
        return choose(asked, name, item.label, {{"yes", "Yes"}, {"no", "No"}});
    if (item.type != ItemType::Choice)
        return short_box(asked, name, item.label, item.hint);
    Choosable choices;
    for (const auto& choice : item.choices)
        if ((!choice.since || *choice.since <= house.today()) && (!choice.until || house.today() <= *choice.until))
            choices.emplace_back(choice.name, choice.code.empty() ? choice.name : fmt::format("{} ({})", choice.name, choice.code));
    return pick(asked, name, item.label, choices, item.hint) + help_of_list(house, item.list);
}

Response form_page(const House& house, const Call& call, const Spell& spell, std::string_view title, const Html& content, const Url& action,
                   const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto name = spell.open.child->first_name();
    auto frame = child_frame(house, caller, spell.open, title);
    frame.refusals = refusals;
    frame.back = BackLink{page_of(spell), begins_from_the_story(*spell.type) ? "Back to the record" : "The facts about " + name};
    auto buttons = button_group({button({"Keep this"}), html("<a class=\"govuk-link\" href=\"{}\">Not now</a>", page_of(spell))});
    return shown(frame, html("<div class=\"app-readable\">{}</div>", post_form({action, caller.session.csrf, form_number(call).hex(), content + buttons})));
}

Html learned(const Caller& caller, const access::OpenRecord& open, const Asked& asked) {
    return who_said_fields(caller, open, asked) + ask_day(asked, "known-on", "When did we learn it?", "The day on which somebody here was told.");
}

Response whole_page(const House& house, const Call& call, const Spell& spell, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (spell.now && !call.form.has("form_number")) {
        fields = fields_of(spell.now->now().form);
        write_day(fields, "started", spell.now->now().started);
        if (spell.now->now().ended)
            write_day(fields, "ended", *spell.now->now().ended);
        if (spell.has_home())
            write_placed(fields, casework::placed_at(*spell.open.family, *spell.open.child, spell.now->now()));
    }
    propose_today(house, call, fields);
    Asked asked{fields, refusals};
    Html content;
    for (const auto* item : asked_of(house, *spell.type))
        content += item_field(house, asked, *item);
    if (spell.has_home())
        content += placement_fields(asked, spell.open);
    content +=
        ask_day(asked, "started", "Since which day?", "") +
        ask_day(asked, "ended", "Until which day?", "Leave it empty while it lasts. What ends on a day and what follows it on that day do not overlap.") +
        learned(call.caller<Caller>(), spell.open, asked);
    auto title = spell.now ? "Put right: " + spell.type->name : spell.type->name;
    return form_page(house, call, spell, title, content, spell.path_to("putting-right"), refusals);
}

Response ending_page(const House& house, const Call& call, const Spell& spell, const Refusals& refusals) {
    auto fields = typed_in(call);
    propose_today(house, call, fields);
    Asked asked{fields, refusals};
    auto afterwards = spell.has_home() ? inset_text({html("<p>{}</p>", home_afterwards(spell.open, *spell.now, house.today())), {}, {}, {}}) : Html();
    auto content = afterwards + ask_day(asked, "ended", "Until which day?", "It began on " + calendar::in_words(spell.now->now().started) + ".") +
                   learned(call.caller<Caller>(), spell.open, asked);
    return form_page(house, call, spell, "It has ended: " + spell.type->name, content, spell.path_to("ending"), refusals);
}

// ---- keeping

struct ReadSpell : DaysRead {
    std::optional<calendar::Day> known_on;
    std::string told_by;
};

void read_learned(const House& house, const Caller& caller, const Spell& spell, const desk::Fields& fields, ReadSpell& read) {
    if (auto who = read_who_said(caller, spell.open, fields))
        read.told_by = who->how_known == "document" ? "a document, " + who->said_by : who->said_by;
    else
        read.refusals.push_back(who.refusal());
    read.known_on = read.day(fields, "known-on", "Say when we learned it");
    if (read.known_on && *read.known_on > house.today())
        read.refusals.push_back(refuse("known-on", "The day cannot be after today, " + calendar::in_words(house.today()), "known-on.day"));
}

Result<casework::Writing> told(const ReadSpell& read, Result<casework::Writing> writing) {
    auto refusals = read.refusals;
    auto of_act = moved(moved(moved(writing ? Refusals() : writing.refusals(), "started", "started.day"), "ended", "ended.day"), "looked-after", "item.looked-after");
    for (auto& one : of_act)
        if (std::ranges::none_of(refusals, [&](const Refusal& said) { return said.field == one.field; }))
            refusals.push_back(std::move(one));
    if (!refusals.empty())
        return refusals;
    for (auto& one : *writing) {
        one.said.known_on = read.known_on;
        one.said.told_by = read.told_by;
    }
    return writing;
}

Response keep_spell(const House& house, const Call& call, const Spell& spell, const Result<casework::Writing>& writing, const PageAgain& again) {
    Keeping keeping{access::Act::Change, on_type(house, spell.type->id), done(page_of(spell), begins_from_the_story(*spell.type) ? "work-begun" : "fact-kept")};
    return keep_in_record(house, call, spell.open, keeping, writing, again);
}

Response keep_whole(const House& house, const Call& call) {
    auto spell = spell_at(house, call);
    if (!spell)
        return not_found(house);
    auto fields = typed_in(call);
    auto items = asked_of(house, *spell->type);
    auto form = read_form({*spell->type, items, fields, {}});
    ReadSpell read;
    read.refusals = form.refusals;
    auto started = read.day(fields, "started", "Say since which day");
    auto ended = read.day(fields, "ended");
    read_learned(house, call.caller<Caller>(), *spell, fields, read);
    if (form.form.answers.empty() && !items.empty())
        read.refusals.push_back(refuse("missing", "Say what it is", "item." + items.front()->id));
    Episode episode{spell->now ? spell->now->episode : to_hex(number_of_form(call, "spell")), form.form, started.value_or(house.today()), ended};
    auto placed = read_placed(fields);
    if (spell->has_home() && spell->open.child->person)
        placed.address = casework::take_address(episode.form);
    auto act = act_of_form(house, call);
    auto writing = spell->now ? casework::put_episode_right(act, *spell->open.child, episode) : casework::begin_episode(act, *spell->open.child, episode);
    if (spell->has_home())
        writing = casework::with_home(act, *spell->open.child, *spell->open.family, episode, placed, read.told_by, std::move(writing));
    return keep_spell(house, call, *spell, told(read, writing), [&](const Refusals& refusals) { return whole_page(house, call, *spell, refusals); });
}

Response keep_ending(const House& house, const Call& call) {
    auto spell = spell_at(house, call);
    if (!spell)
        return not_found(house);
    auto fields = typed_in(call);
    ReadSpell read;
    auto ended = read.day(fields, "ended", "Say until which day");
    read_learned(house, call.caller<Caller>(), *spell, fields, read);
    auto writing = casework::end_with_home(act_of_form(house, call), *spell->open.child, *spell->open.family, spell->now->episode, ended.value_or(house.today()));
    return keep_spell(house, call, *spell, told(read, writing), [&](const Refusals& refusals) { return ending_page(house, call, *spell, refusals); });
}

Response show_whole(const House& house, const Call& call) {
    auto spell = spell_at(house, call);
    return spell ? whole_page(house, call, *spell, {}) : not_found(house);
}

Response show_ending(const House& house, const Call& call) {
    auto spell = spell_at(house, call);
    return spell && !spell->now->now().ended ? ending_page(house, call, *spell, {}) : not_found(house);
}

} // namespace

Html spells_of_group(const House& house, const access::OpenRecord& open, const Judged& judged, std::string_view group) {
    Html all;
    for (const auto& [id, type] : house.pack().record_types)
        if (is_among_facts(type) && group_of(type) == group)
            all += spells_of_type({house, open, judged}, type);
    return all;
}

std::vector<http::Route> spells_routes(const House& house) {
    using http::Method;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/spells/new", http::Reach::Worker, to(show_whole)},
            {Method::Post, "/children/{child}/spells/new", http::Reach::Worker, to(keep_whole)},
            {Method::Get, "/children/{child}/spells/{spell}/putting-right", http::Reach::Worker, to(show_whole)},
            {Method::Post, "/children/{child}/spells/{spell}/putting-right", http::Reach::Worker, to(keep_whole)},
            {Method::Get, "/children/{child}/spells/{spell}/ending", http::Reach::Worker, to(show_ending)},
            {Method::Post, "/children/{child}/spells/{spell}/ending", http::Reach::Worker, to(keep_ending)}};
}

} // namespace lifestory::web::pages
