#include "web/pages/summary.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/text.h"
#include "calendar/london.h"
#include "record/letter.h"
#include "record/plan.h"
#include "record/words.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/chronology_of.h"
#include "web/pages/owed.h"
#include "web/pages/pulled_through.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

constexpr const char* words_item = "written";
constexpr std::size_t most_events = 12; // the newest important events

struct Line {
    std::string words;
    std::string source; // "Decision, 9 December 2026"
    std::optional<EntryId> entry;

    std::string code() const { return to_hex(view(sha256(source + "\n" + words))).substr(0, 16); } // the same line when others came meanwhile
};

struct Summary {
    access::OpenRecord open;
    const policy::RecordType* type = nullptr;
    std::vector<Line> lines;
};

Line line_of(const StoryEntry& story, std::string words) {
    return {std::move(words), fmt::format("{}, {}", capital(story.name()), calendar::in_words(story.day())), story.entry.id};
}

void add_events(const House& house, const access::OpenRecord& open, std::vector<Line>& lines) {
    const auto all = chronology_of(house, open, judge(house, open));
    const auto from = all.rows.size() > most_events ? all.rows.size() - most_events : 0;
    for (std::size_t i = from; i < all.rows.size(); ++i) {
        const auto& row = all.rows[i];
        lines.push_back({fmt::format("{}: {}", when_of(row), row.what), "Chronology, " + when_of(row), row.entry});
    }
}

void add_plan(const record::Child& child, std::vector<Line>& lines) {
    const auto plans = record::plans_in(child);
    if (plans.empty())
        return;
    for (const auto& goal : record::goals_in(*plans.front()))
        lines.push_back(line_of(*plans.front(), fmt::format("What we want to change: {}.", goal.words)));
    for (const auto& one : record::actions_for(child, *plans.front()))
        lines.push_back(line_of(*one.from, fmt::format("{} {}: {}.", one.is_done() ? "Done." : "Still to do.", one.action.what, one.action.who.empty() ? "nobody is named" : one.action.who)));
}

// Since the last summary of this kind; its words as they read now.
void add_decisions(const House& house, const record::Child& child, std::string_view type, std::vector<Line>& lines) {
    std::optional<calendar::Day> since;
    for (const auto& story : child.story)
        if (story.record_type() == type && !story.withdrawn())
            since = since ? std::max(*since, story.day()) : story.day();
    for (const auto& story : child.story)
        if (house.pack().is_like(story.record_type(), "key-decision") && !story.withdrawn() && story.closings.empty() && story.form() && (!since || story.day() >= *since))
            if (auto words = record::words_now(story, "decision"); !words.empty())
                lines.push_back(line_of(story, fmt::format("On {} it was decided: {}", calendar::in_words(story.day()), words)));
}

void add_last_seen(const House& house, const record::Child& child, std::vector<Line>& lines) {
    if (const auto* seen = child.last_seen(house.today()))
        lines.push_back(line_of(*seen, fmt::format("You were last seen on {}.", calendar::in_words(seen->day()))));
    if (const auto* alone = child.last_seen_alone(house.today()))
        lines.push_back(line_of(*alone, fmt::format("You were last seen alone on {}.", calendar::in_words(alone->day()))));
}

Result<Summary> summary_of(const House& house, const Call& call) {
    Summary summary{TRY(open_child(house, call)), house.pack().record_type(call.request.query.get("type")), {}};
    const bool is_summary = summary.type && summary.type->is_like("summary") && summary.type->id != record::letter_type && summary.type->item(words_item);
    if (!sees_all(summary.open) || !is_summary || !summary.open.may(access::Act::Write, on_type(house, summary.type->id)))
        return refuse("not-found", "Page not found");
    const auto& child = *summary.open.child;
    add_events(house, summary.open, summary.lines);
    add_decisions(house, child, summary.type->id, summary.lines);
    add_plan(child, summary.lines);
    add_last_seen(house, child, summary.lines);
    return summary;
}

Html source_of(const Summary& summary, const Line& line) {
    if (!line.entry || !summary.open.child->find(*line.entry))
        return html("{}", line.source);
    return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}/entries/{}", summary.open.record.hex(), summary.open.child->find(*line.entry)->entry.id.hex()), line.source);
}

Html ticks_of(const Summary& summary) {
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = "line";
    for (const auto& line : summary.lines) {
        Choice choice;
        choice.words = line.words;
        choice.value = line.code();
        choice.hint.words = source_of(summary, line);
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{"What the record knows. Tick what belongs in it", "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    boxes.classes = "govuk-checkboxes--small";
    return boxes.choices.empty() ? html("<p class=\"govuk-body\">The record has nothing to begin from yet.</p>") : checkboxes(boxes);
}

Response show_summary(const House& house, const Call& call) {
    auto summary = summary_of(house, call);
    if (!summary)
        return not_found(house);
    auto frame = child_frame(house, call.caller<Caller>(), summary->open, capital(summary->type->name));
    auto words = html("<p class=\"govuk-body\">Each line says where it comes from. What you tick begins your draft, where you say of each line that it is still true, change it or take it out, "
                      "put it in order and say what it meant; nothing is signed by this.</p>");
    PostForm form{summary_path(summary->open.record, summary->type->id), call.caller<Caller>().session.csrf, FormNumber::random().hex(),
                  ticks_of(*summary) + button({"Begin the summary"}), "", "", {}};
    return shown(frame, words + post_form(form));
}

Response begin_summary(const House& house, const Call& call) {
    auto summary = summary_of(house, call);
    if (!summary)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto ticked = call.form.all("line");
    std::vector<std::string> words;
    desk::Fields fields;
    for (const auto& line : summary->lines)
        if (std::find(ticked.begin(), ticked.end(), line.code()) != ticked.end()) {
            words.push_back(line.words);
            put_pulled(fields, {words_item, line.source, line.entry}, line.words);
        }
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), summary->open.record, summary->type->id}, house.now());
    if (!draft)
        return not_found(house);
    fields[std::string("item.") + words_item] = join(words, "\n\n");
    put_day(fields, "when", house.today());
    if (draft->version == 0 && !house.desk.save({draft->draft, 0, fields, "", caller.writer(), house.now()}))
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

} // namespace

Url summary_path(RecordNumber child, std::string_view record_type) { return path("/children/{}/summary?type={}", child.hex(), record_type); }

std::vector<http::Route> summary_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/summary", http::Reach::Worker, to(show_summary)},
            {http::Method::Post, "/children/{child}/summary", http::Reach::Worker, to(begin_summary)}};
}

} // namespace lifestory::web::pages
