#include "web/pages/email_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/read_email.h"
#include "export/outlook_email.h"
#include "web/html/components.h"
#include "web/pages/file_lines.h"
#include "web/pages/form_fields.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using casework::Attachment;
using casework::Email;
using http::Call;
using http::Response;

bool is_email(const record::File& file) { return file.kind == "e-mail" && file.length <= casework::longest_email; }

Result<Email> email_in(const House& house, const desk::Draft& draft, FileNumber file) {
    if (!waits_for(house, draft, file))
        return refuse("not-found", "Page not found");
    const auto kept = TRY(house.ledger.open_file(*draft.record, file));
    return casework::read_email(whole(kept.bytes));
}

std::string name_for(const Attachment& attachment) {
    auto name = clean_file_name(attachment.name);
    std::replace_if(name.begin(), name.end(), [](char one) { return one == '/' || one == '\\'; }, '_');
    return name;
}

std::string sent_in_words(const Email& email) {
    return email.sent ? calendar::in_words(calendar::london_day(*email.sent)) + ", " + calendar::clock_time(*email.sent) : "a day that it does not say";
}

// Where it comes from stands before its words, so that nobody takes them for the worker's.
std::string told(const Email& email) {
    return fmt::format("{} wrote on {}{}:\n\n{}", email.from.empty() ? "Somebody" : email.from, sent_in_words(email), email.subject.empty() ? "" : ", about \"" + email.subject + "\"",
                       email.words);
}

std::string sender_of(const std::string& person) {
    auto name = trim(person.substr(0, person.find('<')));
    std::erase(name, '"');
    return name.empty() ? person : name;
}

bool is_among(const policy::Item& item, std::string_view choice) {
    return std::any_of(item.choices.begin(), item.choices.end(), [&](const auto& one) { return one.name == choice; });
}

void put_where_empty(desk::Fields& fields, const std::string& name, const std::string& words) {
    if (field(fields, name).empty() && !words.empty())
        fields[name] = words;
}

std::string address_in(const std::string& person) {
    const auto begins = person.find('<'), ends = person.find('>');
    return fold(trim(begins == std::string::npos || ends < begins ? person : person.substr(begins + 1, ends - begins - 1)));
}

// Whether one of us sent it.
bool is_ours(const House& house, const Email& email) { return house.desk.account_by_email(address_in(email.from)).has_value(); }

bool takes(const policy::Item& item, std::string_view choice) {
    return is_among(item, choice) && (item.accepts.empty() || std::find(item.accepts.begin(), item.accepts.end(), choice) != item.accepts.end());
}

// A letter that we write holds an e-mail as something to go with it: it is not about it. Nor is what is only ever sent filled from what came.
bool is_about_emails(const policy::RecordType& type, std::string_view direction) {
    const auto* item = type.item("direction");
    return type.letter.empty() && (!item || takes(*item, direction));
}

// What the e-mail says of itself, where the form asks for it and nothing stands there.
desk::Fields filled(const House& house, const policy::RecordType& type, desk::Fields fields, const Email& email) {
    const std::string direction = is_ours(house, email) ? "sent" : "received";
    if (!is_about_emails(type, direction))
        return fields;
    const auto whom = direction == "sent" && type.item("direction") ? (email.to.find(',') == std::string::npos ? sender_of(email.to) : std::string()) : sender_of(email.from);
    const bool has_been = email.sent && *email.sent <= house.now(); // a clock that was wrong says a day to come
    if (type.item("when-came") && has_been && field(fields, "when.day").empty()) // the day of the note is that on which it was sent
        put_day(fields, "when", calendar::london_day(*email.sent));
    for (const auto& item : type.items) {
        const auto name = pages::name_of(item);
        if ((item.id == "when-came" || item.id == "dated") && has_been && field(fields, name + ".day").empty()) {
            put_day(fields, name, calendar::london_day(*email.sent));
            if (item.type == policy::ItemType::Instant)
                put_where_empty(fields, name + ".time", calendar::clock_time(*email.sent));
        }
        if (item.id == "content")
            put_where_empty(fields, name, told(email));
        if (item.id == "from-whom" && fields.lower_bound(name + ".") == fields.lower_bound(name + "/"))
            put_where_empty(fields, name + ".1.name", whom);
        if (item.id == "direction" || item.id == "means")
            if (const auto choice = item.id == "means" ? "e-mail" : direction; takes(item, choice))
                put_where_empty(fields, name, choice);
    }
    return fields;
}

std::string why_left_out(const Attachment& attachment) {
    const auto name = name_for(attachment);
    auto kind = casework::kind_of_file(held(attachment.bytes), name);
    return kind ? name + " was taken away from the files." : kind.refusal().message;
}

std::vector<record::File> emails_in(const House& house, const ItemOfDraft& of) {
    std::vector<record::File> all;
    for (const auto& line : of.lines())
        if (auto file = file_in_line(line); file && is_email(*file) && waits_for(house, of.draft, file->number))
            all.push_back(*file);
    return all;
}

// Of those of its attachments of which no file with the same bytes is with the draft: each with why it was left out.
std::vector<std::string> only_inside(const ItemOfDraft& of, const Email& email) {
    std::vector<std::string> left_out, kept;
    for (const auto& line : of.lines())
        if (auto file = file_in_line(line))
            kept.push_back(file->sha256);
    for (const auto& attachment : email.attachments)
        if (std::find(kept.begin(), kept.end(), to_hex(view(sha256(attachment.bytes)))) == kept.end())
            left_out.push_back(why_left_out(attachment));
    return left_out;
}

// The items that still stand as the e-mail says them.
std::vector<std::string> items_as_said(const House& house, const DraftView& view, const Email& email) {
    std::vector<std::string> labels;
    const auto said = filled(house, *view.type, {}, email);
    const auto is_same_at = [&](const char* name) { return field(said, name) == field(view.draft.fields, name); };
    if (!field(said, "when.day").empty() && is_same_at("when.day") && is_same_at("when.month") && is_same_at("when.year"))
        labels.push_back("“When did it happen?”");
    for (const auto* item : view.asked) {
        const auto name = pages::name_of(*item);
        bool is_said = false, is_same = true;
        for (const auto& [field_name, words] : said)
            if (field_name == name || field_name.starts_with(name + ".")) {
                is_said = true;
                is_same = is_same && field(view.draft.fields, field_name) == words;
            }
        if (is_said && is_same)
            labels.push_back("“" + item->label + "”");
    }
    return labels;
}

Html left_out_line(const std::string& name, const std::vector<std::string>& left_out) {
    return left_out.empty() ? Html() : html("<p>Left out of the files, and only inside {}: {}</p>", name, join(left_out, " "));
}

Html email_card(const House& house, const Call& call, const ItemOfDraft& of, const record::File& file, const Email& email) {
    SummaryList list;
    list.card = SummaryCard{Phrase(html("{}", file.name)), 2, {}, {}, {}, {}, {}};
    auto add = [&](std::string_view key, const Html& value) { list.rows.push_back({{Phrase(std::string(key)), ""}, {Phrase(value), ""}, "", {}, ""}); };
    add("From", html("{}", email.from));
    add("Sent", html("{}", sent_in_words(email)));
    add("About", html("{}", email.subject));
    Details words;
    words.summary = "What it says";
    words.content = html("<div class=\"app-email\">{}</div>", email.words);
    add("Words", details(words));
    if (const auto inside = only_inside(of, email); !inside.empty())
        add("Left out", html("{} What is left out stays inside the e-mail and is not kept by itself.", join(inside, " ")));
    if (filled(house, *of.type, of.draft.fields, email) == of.draft.fields)
        return summary_list(list) + html("<p class=\"govuk-body\">Sender, day and words are in the note, where nothing stood. Read them there, and say it in your own words.</p>");
    PostForm press{path("/drafts/{}/files/{}/email/{}", of.draft.draft.hex(), of.item->id, file.number.hex()), call.caller<Caller>().session.csrf, "", {}, "", "", {}};
    Button take{html("Put sender, day and words into the note<span class=\"govuk-visually-hidden\">: {}</span>", file.name)};
    take.classes = "govuk-button--secondary";
    press.content = button(take);
    return summary_list(list) + post_form(press) + html("<p class=\"govuk-body\">Only where nothing stands yet. Read it there, and say it in your own words.</p>");
}

Response fill(const House& house, const Call& call) {
    auto of = item_opened(house, call);
    if (!of)
        return not_found(house);
    for (const auto& file : emails_in(house, *of)) {
        if (file.number.hex() != call.parameter("file"))
            continue;
        auto email = email_in(house, of->draft, file.number);
        auto fields = email ? filled(house, *of->type, of->draft.fields, *email) : of->draft.fields;
        if (email && house.desk.save({of->draft.draft, of->draft.version, fields, of->draft.stopped_at, call.caller<Caller>().writer(), house.now()}))
            return redirect(of->draft_path());
    }
    return redirect(of->files_path());
}

// The same e-mail as any program can read it: what is told of it and with it is read from there.
Outcome judge_as_standards_have_it(const House& house, const LongBytes& bytes, const std::string& name, std::vector<JudgedAttachment>& all) {
    auto made = exports::email_of_outlook(whole(bytes));
    if (!made)
        return refuse(made.refusal().code, name + ": " + made.refusal().message, files_box);
    const auto eml = name.substr(0, name.size() - 4) + ".eml";
    auto judged = TRY(judge_file(house, held(*made), eml));
    all.push_back({eml, std::move(*made), judged});
    return Nothing{};
}

} // namespace

// What is none that we keep stays inside the e-mail.
Result<std::vector<JudgedAttachment>> judge_attachments(const House& house, const LongBytes& bytes, const casework::FileKind& kind, const std::string& name) {
    std::vector<JudgedAttachment> all;
    if (kind.name == "e-mail of Outlook")
        TRY(judge_as_standards_have_it(house, bytes, name, all));
    auto email = kind.name == "e-mail" && bytes.length <= casework::longest_email ? casework::read_email(whole(bytes))
                 : !all.empty()                                                   ? casework::read_email(all.front().bytes)
                                                                                  : Result<Email>(refuse("none", "no e-mail"));
    if (!email)
        return all;
    for (auto& attachment : email->attachments) {
        const auto called = name_for(attachment);
        auto judged = judge_file(house, held(attachment.bytes), called);
        if (!judged && (judged.refusal().code == "file-infected" || judged.refusal().code == "scanner-silent"))
            return judged.refusals();
        if (judged)
            all.push_back({called, std::move(attachment.bytes), *judged});
    }
    return all;
}

Result<std::vector<record::File>> keep_with_attachments(const House& house, const desk::Draft& draft, const record::File& file,
                                                        const std::vector<JudgedAttachment>& attachments) {
    std::vector<record::File> all{file};
    for (const auto& attachment : attachments) {
        auto named = house.ledger.keep_file({*draft.record, FileNumber::random(), draft.form, attachment.bytes});
        if (!named) {
            for (const auto& before : all)
                house.ledger.drop_file(*draft.record, before.number);
            return refuse(named.refusal().code, named.refusal().message, files_box);
        }
        all.push_back(file_of(*named, attachment.name, attachment.kind));
    }
    return all;
}

desk::Fields filled_from_emails(const House& house, const desk::Draft& draft, desk::Fields fields, const std::vector<record::File>& kept) {
    const auto* type = house.pack().record_type(draft.record_type);
    for (const auto& file : kept)
        if (type && is_email(file))
            if (auto email = email_in(house, draft, file.number))
                fields = filled(house, *type, std::move(fields), *email);
    return fields;
}

Html taken_from_emails(const House& house, const DraftView& view) {
    Html all;
    if (!view.type || !view.draft.record)
        return all;
    for (const auto& item : view.type->items) {
        if (item.type != policy::ItemType::Attachment)
            continue;
        const ItemOfDraft of{view.draft, view.type, &item};
        for (const auto& file : emails_in(house, of))
            if (auto email = email_in(house, view.draft, file.number)) {
                const auto said = items_as_said(house, view, *email);
                all += said.empty() ? Html() : html("<p>Taken from {}, for you to look at: {}.</p>", file.name, join(said, ", "));
                all += left_out_line(file.name, only_inside(of, *email));
            }
    }
    return all.empty() ? all : inset_text({all, {}, {}, {}});
}

Html emails_of(const House& house, const Call& call, const ItemOfDraft& of) {
    Html all;
    for (const auto& file : emails_in(house, of)) {
        auto email = email_in(house, of.draft, file.number);
        all += email ? email_card(house, call, of, file, *email) : html("<p class=\"govuk-body\">{}: {}</p>", file.name, email.refusal().message);
    }
    return all;
}

std::vector<http::Route> email_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Post, "/drafts/{draft}/files/{item}/email/{file}", http::Reach::Worker, to(fill)}};
}

} // namespace lifestory::web::pages
