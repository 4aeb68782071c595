#include "web/pages/supervision.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/ask_for_help.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/our_work.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::AskedHelp;

constexpr std::chrono::days new_for{7};

std::string first_of(const std::string& full_name) { return split(full_name, ' ').front(); }
std::string things(std::size_t count) { return plural(count, "thing", "things"); }

TextInput one_line(const std::string& manager, const std::string& typed, const Refusals& refusals) {
    TextInput line;
    line.id = line.name = "words";
    line.value = typed;
    line.label.words = "One line for " + manager;
    line.error = error_at(refusals, "words");
    return line;
}

// ---- what is owed, as it is sent

record::OwedThen owed_then(const House& house, RecordNumber record, const policy::Obligation& owed) {
    return {record, owed.id.hex(), noun(house, owed), owed.due ? std::optional(owed.due->day) : std::nullopt};
}

std::vector<record::OwedThen> all_that_is_late_or_due(const House& house, const Caller& caller) {
    auto caseload = look_over(house, caller, house.door.caseload(caller.worker(), house.now()));
    std::vector<record::OwedThen> items;
    for (const auto* list : {&caseload.late, &caseload.due_today})
        for (const auto& item : *list)
            items.push_back(owed_then(house, item.record, item.obligation));
    return items;
}

// One child's; refused when the caller may not see it. Without an item, the child alone is meant.
Result<std::vector<record::OwedThen>> one_thing(const House& house, const Caller& caller, std::string_view child, std::string_view item) {
    auto number = TRY(RecordNumber::parse(child));
    auto open = TRY(house.door.open(caller.visitor, number, std::nullopt, house.now()));
    for (const auto& owed : judge(house, open).obligations)
        if (owed.id.hex() == item)
            return std::vector{owed_then(house, number, owed)};
    return std::vector{record::OwedThen{number, "", "Not seen", std::nullopt}};
}

// ---- reading one

struct SeenItem {
    const record::OwedThen* item;
    std::string child;
};

// Only children whom the reader works with or manages; the others are not here, and not in a count.
std::vector<SeenItem> seen_items(const House& house, const Caller& caller, const AskedHelp& help) {
    std::vector<RecordNumber> records;
    for (const auto& item : help.asked.what.items)
        records.push_back(item.record);
    auto opened = house.door.look_over(caller.visitor, records, house.now());
    std::vector<SeenItem> seen;
    for (const auto& item : help.asked.what.items)
        if (auto open = std::ranges::find(opened, item.record, &access::OpenRecord::record); open != opened.end())
            seen.push_back({&item, open->child->name()});
    return seen;
}

Html items_of(const House& house, const Caller& caller, const AskedHelp& help) {
    Html rows;
    for (const auto& [item, child] : seen_items(house, caller, help)) {
        auto due = item->due ? ", due " + calendar::in_words(*item->due) : std::string();
        rows += html("<li>{}, <a class=\"govuk-link\" href=\"{}\">{}</a>{}</li>", item->what, path("/children/{}", item->record.hex()), child, due);
    }
    return rows.empty() ? Html() : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html answers_of(const AskedHelp& help) {
    Html all;
    for (const auto& answer : help.answers)
        all += voice_block({Voice::Manager, "Manager's comment, " + answer.by.full_name + ", " + answer.by.designation + ", " + day_of(answer.at),
                            paragraphs(answer.what.words), {}, {}, {}});
    return all;
}

Html asked_words(const AskedHelp& help) {
    return html("<p class=\"govuk-body\">{} asked {} on {}:</p><p class=\"govuk-body\">{}</p>", help.asked.by.full_name, help.asked.what.to_name, day_of(help.asked.at),
                help.asked.what.words);
}

Html answer_form(const Caller& caller, const Call& call, const AskedHelp& help, const Refusals& refusals) {
    Textarea words;
    words.id = words.name = "words";
    words.value = said(call, "words");
    words.label.words = "Your answer";
    words.hint.words = first_of(help.asked.by.full_name) + " reads it on Home. It stands in supervision.";
    words.rows = 4;
    words.error = error_at(refusals, "words");
    Button answer{"Answer"};
    return post_form({path("/supervision/{}", help.asked.entry.hex()), caller.session.csrf, form_number(call).hex(), textarea(words) + button(answer)});
}

PageFrame frame_of(const House& house, const Caller& caller, std::string heading) {
    auto frame = frame_for(house, caller);
    frame.act = heading;
    frame.heading = heading;
    return frame;
}

Response help_page(const House& house, const Call& call, const AskedHelp& help, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    bool is_asker = help.asked.by.worker == caller.worker();
    auto frame = frame_of(house, caller, is_asker ? "You asked for help" : first_of(help.asked.by.full_name) + " asks for help");
    frame.refusals = refusals;
    frame.back = BackLink{url("/supervision"), "Help asked and answered"};
    if (is_asker && done_code(call) == "asked") {
        auto name = first_of(help.asked.what.to_name);
        frame.banner = NotificationBanner{BannerKind::Success, Phrase(name + " has your list. It stands on " + name + "'s Home.")};
    }
    auto form = is_asker ? Html() : answer_form(caller, call, help, refusals);
    return shown(frame, asked_words(help) + items_of(house, caller, help) + answers_of(help) + form);
}

const AskedHelp* help_at(const Call& call, const record::Authority& authority) {
    auto asked = EntryId::parse(call.parameter("asked"));
    const auto* help = asked ? authority.help_asked(*asked) : nullptr;
    return help && casework::may_read_help(authority, *help, call.caller<Caller>().worker()) ? help : nullptr;
}

Response show_help_asked(const House& house, const Call& call) {
    auto authority = house.door.authority();
    const auto* help = help_at(call, *authority);
    return help ? help_page(house, call, *help, {}) : not_found(house);
}

// ---- the list

WorkRow row_of(const AskedHelp& help, WorkerNumber reader) {
    bool own = help.asked.by.worker == reader;
    auto who = own ? "You asked " + help.asked.what.to_name : help.asked.by.full_name + " asked";
    auto state = help.answers.empty() ? std::string("not answered yet") : "answered on " + day_of(help.answers.back().at);
    return {html("{}, {}: {}", who, day_of(help.asked.at), help.asked.what.words), Phrase(state),
            html("<a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: {}, {}</span></a>", path("/supervision/{}", help.asked.entry.hex()), who,
                 day_of(help.asked.at))};
}

Response show_list(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto authority = house.door.authority();
    WorkList list;
    list.title = "Help asked and answered";
    list.empty_words = "Nobody has asked for help here.";
    list.is_open = true;
    list.first_shown = 20;
    for (auto help = authority->help.rbegin(); help != authority->help.rend(); ++help)
        if (casework::may_read_help(*authority, *help, caller.worker()))
            list.rows.push_back(row_of(*help, caller.worker()));
    return shown(frame_of(house, caller, "Supervision"), next_supervision_of(house, caller) + work_list(list) + our_work_signed(house, caller));
}

// ---- asking and answering

Response asking_page(const House& house, const Call& call, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto manager = manager_of(house, caller.worker());
    auto name = manager ? first_of(manager->full_name) : std::string();
    auto form_or_query = [&](std::string_view field) { return call.form.has(field) ? call.form.get(field) : call.request.query.get(field); };
    bool of_one = !form_or_query("child").empty();
    auto frame = frame_of(house, caller, of_one ? "Tell " + name : "Ask " + name + " for help");
    frame.refusals = refusals;
    Button send{Phrase(of_one ? "Tell " + name + " now" : "Ask " + name + " for help")};
    auto content = hidden_input("child", form_or_query("child")) + hidden_input("item", form_or_query("item")) + text_input(one_line(name, said(call, "words"), refusals)) + button(send);
    return shown(frame, post_form({url("/supervision"), caller.session.csrf, form_number(call).hex(), content}));
}

Response show_asking(const House& house, const Call& call) {
    return manager_of(house, call.caller<Caller>().worker()) ? asking_page(house, call, {}) : not_found(house);
}

Result<ledger::Appended> append_help(const House& house, const Call& call, const casework::Written& written) {
    return house.door.append_help(call.caller<Caller>().visitor, form_number(call), {written.id, written.said, written.content, access::Writing::Stream::Child}, house.now());
}

Response ask(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto child = call.form.get("child");
    auto items = child.empty() ? Result<std::vector<record::OwedThen>>(all_that_is_late_or_due(house, caller)) : one_thing(house, caller, child, call.form.get("item"));
    if (!items)
        return not_found(house);
    auto written = casework::ask_for_help(act_of_form(house, call), *house.door.authority(), said(call, "words"), *items);
    if (!written)
        return asking_page(house, call, written.refusals());
    auto appended = append_help(house, call, written->front());
    return appended ? redirect(done(path("/supervision/{}", appended->entries.front().id.hex()), "asked")) : not_found(house);
}

Response answer(const House& house, const Call& call) {
    auto authority = house.door.authority();
    const auto* help = help_at(call, *authority);
    if (!help)
        return not_found(house);
    auto written = casework::answer_help(act_of_form(house, call), *authority, help->asked.entry, said(call, "words"));
    if (!written)
        return is_not_found(written.refusals()) ? not_found(house) : help_page(house, call, *help, written.refusals());
    return append_help(house, call, written->front()) ? redirect(path("/supervision/{}", help->asked.entry.hex())) : not_found(house);
}

} // namespace

std::optional<record::Worker> manager_of(const House& house, WorkerNumber worker) {
    auto authority = house.door.authority();
    auto manager = authority->manager_of(worker);
    const auto* who = manager ? authority->worker(*manager) : nullptr;
    return who ? std::optional(*who) : std::nullopt;
}

Html ask_for_help_form(const House& house, const Caller& caller) {
    auto manager = manager_of(house, caller.worker());
    if (!manager)
        return Html();
    Button ask{Phrase("Ask " + manager->full_name + " for help")};
    ask.classes = "govuk-button--secondary";
    return post_form({url("/supervision"), caller.session.csrf, FormNumber::random().hex(), text_input(one_line(first_of(manager->full_name), "", {})) + button(ask)});
}

Html tell_now(const House& house, const Caller& caller, RecordNumber child, std::string_view item) {
    auto authority = house.door.authority();
    auto manager = manager_of(house, caller.worker());
    if (!manager)
        return Html();
    Html before;
    for (const auto* help : casework::help_asked_by(*authority, caller.worker()))
        for (const auto& told : help->asked.what.items)
            if (told.record == child && told.item == item && help->asked.what.items.size() == 1)
                before += html("<p>You told {} on {}: {}</p>{}", help->asked.what.to_name, day_of(help->asked.at), help->asked.what.words, answers_of(*help));
    if (!before.empty())
        return before;
    auto name = first_of(manager->full_name);
    Button tell{Phrase("Tell " + name + " now")};
    tell.classes = "govuk-button--secondary";
    return post_form({url("/supervision"), caller.session.csrf, FormNumber::random().hex(),
                      hidden_input("child", child.hex()) + hidden_input("item", item) + text_input(one_line(name, "", {})) + button(tell)});
}

Html help_waiting(const House& house, const Caller& caller) {
    auto authority = house.door.authority();
    Html rows;
    for (const auto* help : casework::help_waiting_for(*authority, caller.worker()))
        rows += html("<li>{} asks for help: {}. <a class=\"govuk-link\" href=\"{}\">Read and answer<span class=\"govuk-visually-hidden\">: {}</span></a></li>",
                     help->asked.by.full_name, things(seen_items(house, caller, *help).size()), path("/supervision/{}", help->asked.entry.hex()), help->asked.by.full_name);
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Asked for help</h2><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Html help_answered(const House& house, const Caller& caller) {
    auto authority = house.door.authority();
    Html rows;
    for (const auto* help : casework::help_asked_by(*authority, caller.worker()))
        if (!help->answers.empty() && help->answers.back().at >= house.now() - new_for)
            rows += html("<li>{} answered you. <a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: the answer of {}</span></a></li>",
                         help->answers.back().by.full_name, path("/supervision/{}", help->asked.entry.hex()), day_of(help->answers.back().at));
    return rows.empty() ? Html() : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

std::vector<http::Route> supervision_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/supervision", Reach::Worker, to(show_list)},
            {Method::Post, "/supervision", Reach::Worker, to(ask)},
            {Method::Get, "/supervision/asking", Reach::Worker, to(show_asking)},
            {Method::Get, "/supervision/{asked}", Reach::Worker, to(show_help_asked)},
            {Method::Post, "/supervision/{asked}", Reach::Worker, to(answer)}};
}

} // namespace lifestory::web::pages
