#include "web/pages/beside_entry.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/child.h"

namespace lifestory::web::pages {

namespace {

// Only words that the pages show sentence by sentence.
bool is_in_words(const record::Answer& answer) {
    return std::holds_alternative<record::Text>(answer.value) || std::holds_alternative<record::Views>(answer.value) ||
           std::holds_alternative<record::Actions>(answer.value) || std::holds_alternative<record::Options>(answer.value) ||
           std::holds_alternative<record::Rows>(answer.value);
}

std::vector<record::Sentence> all_sentences(const record::StoryEntry& story) {
    const auto* form = story.form();
    if (!form)
        return record::sentences_of(story.entry);
    std::vector<record::Sentence> all;
    for (const auto& answer : form->answers)
        if (is_in_words(answer))
            for (auto& sentence : record::sentences_of(story.entry.id, answer))
                all.push_back(std::move(sentence));
    return all;
}

Choice choice_of(std::string words, std::string value) {
    Choice choice;
    choice.words = words;
    choice.value = std::move(value);
    return choice;
}

Radios radios_of(const Asked& asked, const std::string& name, std::string_view legend) {
    Radios radios;
    radios.name = radios.id_prefix = name;
    radios.value = field(asked.fields, name);
    radios.fieldset = Fieldset{{legend, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.error = error_at(asked.refusals, name);
    radios.classes = "govuk-radios--small";
    return radios;
}

Outcome kept_once(const House& house, const http::Call& call, const access::OpenRecord& open, access::Act act, const access::What& what,
                  const Result<casework::Writing>& writing) {
    auto id = act_of_form(house, call).id;
    if (is_kept(*open.child, id) || is_kept(*open.family, id))
        return Nothing{};
    if (!writing)
        return writing.refusals();
    auto appended = append(house, call.caller<Caller>(), open, act, what, form_number(call), *writing);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: look at it again, then press the button again");
    if (!appended)
        return refuse("not-found", "Page not found");
    return Nothing{};
}

} // namespace

Url OpenEntry::path() const { return web::path("/children/{}/entries/{}", open.record.hex(), id().hex()); }

Url OpenEntry::path_to(std::string_view act) const {
    return web::path("/children/{}/entries/{}/{}", open.record.hex(), id().hex(), act);
}

std::string OpenEntry::name() const { return within_a_sentence(story->name()) + " of " + calendar::in_words(story->day()); }

bool OpenEntry::may(const House& house, access::Act act) const { return open.may(act, on_type(house, record_type()), id()); }

Result<OpenEntry> entry_opened(const House& house, const http::Call& call) {
    OpenEntry entry{TRY(open_entry(house, call)), nullptr};
    entry.story = entry.open.child->find(entry_at(call));
    if (!entry.story || entry.story->entry.id != entry_at(call))
        return refuse("not-found", "Page not found");
    return entry;
}

desk::Fields clean_fields(const http::Fields& sent) {
    desk::Fields fields;
    for (const auto& one : sent) {
        auto text = clean_text(one.value);
        if (!text || text->empty())
            continue;
        auto& value = fields[one.name];
        value += (value.empty() ? "" : "\n") + *text;
    }
    return fields;
}

desk::Fields typed_in(const http::Call& call) { return clean_fields(call.form.fields); }

std::string within_a_sentence(std::string noun) {
    auto is = [&](std::size_t at, char from, char to) { return at < noun.size() && noun[at] >= from && noun[at] <= to; };
    if (is(0, 'A', 'Z') && is(1, 'a', 'z'))
        noun[0] = static_cast<char>(noun[0] - 'A' + 'a');
    return noun;
}

std::string day_of(calendar::Instant at) { return calendar::in_words(calendar::london_day(at)); }

std::string joined(const record::Author& author) {
    std::vector<std::string> parts;
    for (const auto& part : {author.full_name, author.designation, author.team})
        if (!part.empty())
            parts.push_back(part);
    return join(parts, ", ");
}

std::vector<record::Sentence> sentences_in(const record::StoryEntry& story) {
    auto all = all_sentences(story);
    for (const auto& asking : story.asked) {
        const auto& named = asking.asked.what.sentence;
        if (named.entry == story.entry.id && std::find(all.begin(), all.end(), named) == all.end())
            all.push_back(named);
    }
    std::erase_if(all, [&](const auto& sentence) { return record::are_closed(story, sentence); });
    return all;
}

std::string code_of(const record::Sentence& sentence) { return fmt::format("{}:{}:{}", sentence.item, sentence.begin, sentence.end); }

std::optional<record::Sentence> sentence_of(const record::StoryEntry& story, std::string_view code) {
    for (auto& sentence : sentences_in(story))
        if (code_of(sentence) == code)
            return sentence;
    return std::nullopt;
}

std::string reads_now(const record::StoryEntry& story, const record::Sentence& sentence) {
    const auto* correction = record::correction_of(story, sentence);
    return correction ? correction->what.right_words : sentence.words;
}

Html box(const Asked& asked, const std::string& name, std::string_view label, std::string_view hint) {
    Textarea area;
    area.id = area.name = name;
    area.value = field(asked.fields, name);
    area.label.words = label;
    area.label.classes = "govuk-label--s";
    area.hint.words = hint;
    area.rows = 4;
    area.error = error_at(asked.refusals, name);
    return textarea(area);
}

Html short_box(const Asked& asked, const std::string& name, std::string_view label, std::string_view hint) {
    TextInput input;
    input.id = input.name = name;
    input.value = field(asked.fields, name);
    input.label.words = label;
    input.label.classes = "govuk-label--s";
    input.hint.words = hint;
    input.error = error_at(asked.refusals, name);
    return text_input(input);
}

Html choose(const Asked& asked, const std::string& name, std::string_view legend, const Choosable& choices) {
    auto group = radios_of(asked, name, legend);
    for (const auto& [value, words] : choices) {
        auto choice = choice_of(words, value);
        if (value == "other") {
            TextInput other;
            other.id = other.name = name + ".other";
            other.value = field(asked.fields, other.name);
            other.label.words = "Say what";
            choice.revealed = text_input(other);
        }
        group.choices.push_back(choice);
    }
    return radios(group);
}

Html choose_sentence(const Asked& asked, const std::string& name, std::string_view legend, const record::StoryEntry& story,
                     std::string_view of_whole) {
    auto group = radios_of(asked, name, legend);
    for (const auto& sentence : sentences_in(story))
        group.choices.push_back(choice_of(reads_now(story, sentence), code_of(sentence)));
    if (!of_whole.empty())
        group.choices.push_back(choice_of(std::string(of_whole), "whole"));
    if (group.choices.empty())
        return html("<p class=\"govuk-body\">There are no words in it to choose from.</p>");
    return radios(group);
}

std::string chosen(const desk::Fields& fields, const std::string& name) {
    auto value = field(fields, name);
    return value == "other" ? trim(field(fields, name + ".other")) : value;
}

Refusals moved(Refusals refusals, std::string_view from, std::string_view to) {
    for (auto& refusal : refusals)
        if (refusal.field == from)
            refusal.field = to;
    return refusals;
}

http::Response act_page(const House& house, const http::Call& call, const OpenEntry& entry, const ActPage& page, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, entry.open, page.title);
    frame.refusals = refusals;
    frame.back = BackLink{entry.path(), "Back to the " + entry.name()};
    Button press{page.button};
    auto buttons = button_group({button(press), html("<a class=\"govuk-link\" href=\"{}\">Not now</a>", entry.path())});
    auto form = post_form({page.action, caller.session.csrf, form_number(call).hex(), page.content + buttons});
    return shown(frame, page.before + form + page.after);
}

http::Response keep(const House& house, const http::Call& call, const OpenEntry& entry, access::Act act, const Result<casework::Writing>& writing,
                    std::string_view done, const PageAgain& again) {
    return keep_in_record(house, call, entry.open, {act, on_type(house, entry.record_type()), pages::done(entry.path(), done)}, writing, again);
}

http::Response keep_in_record(const House& house, const http::Call& call, const access::OpenRecord& open, const Keeping& keeping,
                              const Result<casework::Writing>& writing, const PageAgain& again) {
    auto kept = kept_once(house, call, open, keeping.act, keeping.what, writing);
    if (kept)
        return redirect(keeping.to);
    return is_not_found(kept.refusals()) ? not_found(house) : again(kept.refusals());
}

EntryId entry_of_form(FormNumber form) {
    auto digest = sha256("entry of form " + form.hex());
    return EntryId::from_bytes(view(digest).substr(0, 16));
}

casework::Act act_of_form(const House& house, const http::Call& call) {
    auto act = act_of(house, call.caller<Caller>());
    act.id = entry_of_form(form_number(call));
    return act;
}

bool is_kept(const record::Child& child, const EntryId& entry) {
    auto is_it = [&](const auto& given) { return given.entry == entry; };
    auto has_it = [&](const auto& history) { return std::ranges::any_of(history.said, is_it); };
    auto is_fact = [&](const auto& fact) { return has_it(fact.second); };
    return child.where.contains(entry) || std::ranges::any_of(child.latenesses, is_it) || std::ranges::any_of(child.allocations, has_it) ||
           std::ranges::any_of(child.facts, is_fact) ||
           std::ranges::any_of(child.episodes, [&](const auto& episode) { return has_it(episode.history); });
}

bool is_kept(const record::Family& family, const EntryId& entry) {
    auto has_it = [&](const auto& history) { return std::ranges::any_of(history.said, [&](const auto& given) { return given.entry == entry; }); };
    return std::ranges::any_of(family.people, has_it) || std::ranges::any_of(family.relationships, has_it) || std::ranges::any_of(family.households, has_it) ||
           std::ranges::any_of(family.in_error, [&](const auto& one) { return one.said.entry == entry; });
}

bool is_not_found(const Refusals& refusals) { return refusals.front().code == "not-found"; }

} // namespace lifestory::web::pages
