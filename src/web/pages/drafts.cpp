#include "web/pages/drafts.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/draft_view.h"
#include "web/pages/file_lines.h"
#include "web/pages/form_fields.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::size_t most_of_sent_back = 300; // letters; all of it stands in the draft

// What was sent back and not sent again waits for its writer: it stands first.
std::vector<desk::Draft> drafts_in_order(const House& house, const Caller& caller) {
    auto drafts = house.desk.drafts_of(caller.worker());
    std::stable_partition(drafts.begin(), drafts.end(), [](const auto& draft) { return !draft.sent_back.empty() && !draft.awaits_manager; });
    return drafts;
}

std::string kind_of(const House& house, const desk::Draft& draft) {
    const auto* type = house.pack().record_type(draft.record_type);
    return type ? capital(type->name) : "Written down";
}

// "You stopped at: What I think, 10:42 on 22 December 2026".
std::string stopped_at(const House& house, const desk::Draft& draft) {
    auto box = draft.stopped_at.substr(0, draft.stopped_at.find(':'));
    const auto* type = house.pack().record_type(draft.record_type);
    const auto* item = type && box.starts_with("item.") ? type->item(box.substr(5, box.find('.', 5) - 5)) : nullptr;
    return "You stopped" + (item ? " at: " + item->label + "," : std::string(" at")) + " " + calendar::in_words(draft.updated);
}

// What is made of files alone: its first, and how many more.
std::optional<std::string> named_by_files(const policy::RecordType* type, const desk::Draft& draft) {
    std::vector<std::string> names;
    if (type)
        for (const auto& item : type->items)
            if (item.type == policy::ItemType::Attachment)
                for (const auto& line : lines_of(field(draft.fields, "item." + item.id + ".files")))
                    if (auto file = file_in_line(line))
                        names.push_back(file->name);
    if (names.empty())
        return std::nullopt;
    return first(names.front(), 80) + (names.size() > 1 ? " and " + plural(names.size() - 1, "more file", "more files") : std::string());
}

// What happened before all else; of a record without it the first of its boxes that holds words.
std::string first_line(const House& house, const desk::Draft& draft) {
    std::vector<std::string> names{"item.happened", "item.letter", "item.purpose"};
    const auto* type = house.pack().record_type(draft.record_type);
    if (type)
        for (const auto& item : type->items)
            if (item.type == policy::ItemType::Prose || item.type == policy::ItemType::Text)
                names.push_back("item." + item.id);
    for (const auto& name : names)
        if (auto at = draft.fields.find(name); at != draft.fields.end() && !is_blank(at->second))
            return first(split(at->second, '\n').front(), 80);
    return named_by_files(type, draft).value_or("Nothing written yet");
}

// What a list says of a draft. Of who may not open the record any more, no word of it.
struct Told {
    std::string child, line;
    bool is_open = true;
};

Told told_of(const House& house, const Caller& caller, const desk::Draft& draft) {
    if (!draft.record)
        return {"no child chosen yet", first_line(house, draft)};
    auto open = house.door.look_over(caller.visitor, std::span(&*draft.record, 1), house.now());
    return open.empty() ? Told{"a child", "this record is not open to you now", false} : Told{open.front().child->first_name(), first_line(house, draft)};
}

// Where it is: with the manager, sent back with these words, or where its writer stopped.
std::string state_of(const House& house, const desk::Draft& draft, const Told& told) {
    if (!told.is_open)
        return stopped_at(house, draft);
    if (draft.awaits_manager)
        return "With your manager to read. " + stopped_at(house, draft);
    if (draft.sent_back.empty())
        return stopped_at(house, draft);
    const auto& last = draft.sent_back.back();
    std::vector<std::string> words;
    for (const auto& [part, said] : last.words)
        words.push_back(part + ": “" + first(said, most_of_sent_back) + "”");
    return last.by.full_name + " sent this back on " + calendar::in_words(calendar::london_day(last.at)) + ". " + join(words, " ") + " " + stopped_at(house, draft);
}

WorkRow row_of(const House& house, const Caller& caller, const desk::Draft& draft) {
    const auto told = told_of(house, caller, draft);
    return {kind_of(house, draft) + ", " + told.child + ": " + told.line, Phrase(state_of(house, draft, told)),
            html("<a class=\"govuk-link\" href=\"{}\">Go on<span class=\"govuk-visually-hidden\"> with {}, {}</span></a>",
                 path("/drafts/{}", draft.draft.hex()), fold(kind_of(house, draft)), told.child)};
}

Html put_away_form(const Caller& caller, const desk::Draft& draft, const std::string& what) {
    TextInput why;
    why.id = "why-" + draft.draft.hex();
    why.name = "why";
    why.label.words = "Why?";
    Button away;
    away.words = html("Put it away<span class=\"govuk-visually-hidden\">: {}</span>", what);
    away.classes = "govuk-button--secondary";
    Details details_of;
    details_of.summary = html("Put this draft away<span class=\"govuk-visually-hidden\">: {}</span>", what);
    details_of.content = html("<p class=\"govuk-body\">It can be taken out again for 30 days.</p>") +
                         post_form({path("/drafts/{}/away", draft.draft.hex()), caller.session.csrf, FormNumber::random().hex(), text_input(why) + button(away)});
    return details(details_of);
}

Response list_page(const House& house, const Caller& caller, const Refusals& refusals) {
    auto frame = frame_for(house, caller);
    frame.act = "Drafts";
    frame.heading = "Drafts";
    frame.current = "/drafts";
    frame.refusals = refusals;
    Html main;
    auto drafts = drafts_in_order(house, caller);
    if (drafts.empty())
        main = html("<p class=\"govuk-body\">No drafts. Everything you wrote is signed.</p>");
    for (const auto& draft : drafts) {
        auto row = row_of(house, caller, draft);
        main += html("<section class=\"app-draft\"><h2 class=\"govuk-heading-s\">{}</h2><p class=\"govuk-body\">{}</p><p class=\"govuk-body\">{}</p>{}</section>",
                     row.what, row.state, row.act, put_away_form(caller, draft, fold(kind_of(house, draft)) + ", " + told_of(house, caller, draft).line));
    }
    Html away;
    for (const auto& draft : house.desk.put_away_by(caller.worker())) {
        PostButton take_out{path("/drafts/{}/out", draft.draft.hex()), caller.session.csrf, FormNumber::random().hex(), {}, {}};
        auto line = told_of(house, caller, draft).line;
        take_out.button.words = html("Take it out again<span class=\"govuk-visually-hidden\">: {}</span>", line);
        take_out.button.classes = "govuk-button--secondary";
        away += html("<li>{}: {}. {}{}</li>", kind_of(house, draft), line, draft.put_away ? draft.put_away->why : std::string(), post_button(take_out));
    }
    if (!away.empty())
        main += html("<h2 class=\"govuk-heading-m\">Put away</h2><ul class=\"govuk-list\">{}</ul>", away);
    return shown(frame, main);
}

Response show_drafts(const House& house, const Call& call) { return list_page(house, call.caller<Caller>(), {}); }

Response put_away(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = written_draft(house, call);
    if (!draft || draft->owner.worker != caller.worker())
        return not_found(house);
    auto why = said(call, "why");
    if (why.empty())
        return list_page(house, caller, {refuse("no-reason", "Say why you put this draft away", "why-" + draft->draft.hex())});
    if (!house.desk.put_away(draft->draft, {why, caller.writer(), house.now()}))
        return not_found(house);
    return redirect(url("/drafts"));
}

Response take_out(const House& house, const Call& call) {
    auto draft = written_draft(house, call);
    if (!draft || draft->owner.worker != call.caller<Caller>().worker() || !house.desk.take_out(draft->draft, house.now()))
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

} // namespace

Html drafts_of_home(const House& house, const Caller& caller) {
    WorkList list;
    list.title = "Drafts";
    for (const auto& draft : drafts_in_order(house, caller)) {
        list.is_open = list.is_open || (!draft.sent_back.empty() && !draft.awaits_manager);
        list.rows.push_back(row_of(house, caller, draft));
    }
    list.empty_words = "No drafts. Everything you wrote is signed.";
    return work_list(list);
}

std::vector<http::Route> drafts_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/drafts", Reach::Worker, to(show_drafts)},
            {Method::Post, "/drafts/{draft}/away", Reach::Worker, to(put_away)},
            {Method::Post, "/drafts/{draft}/out", Reach::Worker, to(take_out)}};
}

} // namespace lifestory::web::pages
