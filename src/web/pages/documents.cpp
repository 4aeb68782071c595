#include "web/pages/documents.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/arriving_files.h"
#include "web/pages/belongings.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/draft_files.h"
#include "web/pages/entry_files.h"
#include "web/pages/genogram.h"
#include "web/pages/owed.h"
#include "web/pages/papers.h"
#include "web/pages/parents_copies.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

constexpr std::string_view filed_type = "filed-document", newer_type = "newer-document";
constexpr const char* file_item = "kept";

bool holds_document(const StoryEntry& story) {
    const auto* form = story.form();
    return form && std::any_of(form->answers.begin(), form->answers.end(),
                               [](const auto& answer) { return std::holds_alternative<record::Files>(answer.value); });
}

const StoryEntry* stands_on(const record::Child& child, const StoryEntry& story) {
    const auto* document = std::get_if<record::Document>(&story.entry.content);
    return document && document->belongs_to && story.record_type() == newer_type ? child.find(*document->belongs_to) : nullptr;
}

std::string chosen(const StoryEntry& story, std::string_view item) { return join(story.form()->chosen(item), ", "); }

std::string what_it_is(const StoryEntry& story) {
    auto what = chosen(story, "what-it-is");
    return capital(what.empty() ? story.name() : what);
}

std::string words_of_item(const StoryEntry& story, std::string_view item) {
    const auto* answer = story.form()->find(item);
    return answer ? record::words_of(*answer) : std::string();
}

std::string from_or_to(const StoryEntry& story) {
    auto whom = words_of_item(story, "from-whom");
    auto direction = chosen(story, "direction");
    return direction.empty() || whom.empty() ? whom : (direction == "sent" ? "to " : "from ") + whom;
}

Html kept_elsewhere(const StoryEntry& story) {
    Html all;
    for (const auto& answer : story.form()->answers)
        if (const auto* files = std::get_if<record::Files>(&answer.value); files && !files->kept_at.empty())
            all += html("<p class=\"govuk-body\">{}</p>", files->kept_at);
    return all;
}

Html entry_link(const access::OpenRecord& open, const StoryEntry& story) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, {}</span></a>",
                path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()), what_it_is(story), calendar::in_words(story.day()));
}

Html former_versions(const access::OpenRecord& open, const Filed& filed) {
    if (filed.former.empty())
        return Html();
    Html rows;
    for (const auto* story : filed.former)
        rows += html("<li>{}, {}{}</li>", entry_link(open, *story), calendar::in_words(story->day()), file_links(open, *story));
    Details earlier;
    earlier.summary = plural(filed.former.size(), "earlier version", "earlier versions");
    earlier.content = html("<ul class=\"govuk-list\">{}</ul>", rows);
    return details(earlier);
}

SummaryRow row_of(std::string_view key, const Html& value) { return {{Phrase(std::string(key)), ""}, {Phrase(value), ""}, "", {}, ""}; }

Html card_of(const access::OpenRecord& open, const Filed& filed, bool may_write) {
    const auto& story = *filed.story;
    SummaryList list;
    list.card = SummaryCard{Phrase(html("{}", what_it_is(story))), 2, {}, {}, {}, {}, {}};
    auto add = [&](std::string_view key, const std::string& words) {
        if (!words.empty())
            list.rows.push_back(row_of(key, html("{}", words)));
    };
    add("Day", calendar::in_words(story.day()));
    add("Day on it", words_of_item(story, "dated"));
    add("Who from, or to", from_or_to(story));
    list.rows.push_back(row_of("Files", file_links(open, story) + kept_elsewhere(story)));
    add("What it shows", words_of_item(story, "content"));
    add("What is new in it", words_of_item(story, "changed"));
    add("Copied from", words_of_item(story, "source"));
    add("Whose it is", capital(chosen(story, "belongs")));
    add("Put in by", joined(story.entry.said.recorded_by) + ", " + day_of(story.entry.recorded_at));
    if (story.withdrawn())
        add("Written in error", "It counts for nothing; it stays so that everybody can see what was put in.");
    auto ways = html("<p class=\"govuk-body\">{}{}</p>", entry_link(open, story),
                     may_write && (story.record_type() == filed_type || story.record_type() == newer_type)
                         ? html(" · <a class=\"govuk-link\" href=\"{}\">Put in a newer version<span class=\"govuk-visually-hidden\"> of {}, {}</span></a>",
                                path("/children/{}/documents/adding?newer={}", open.record.hex(), story.entry.id.hex()), what_it_is(story), calendar::in_words(story.day()))
                         : Html());
    list.rows.push_back(row_of("Open", ways));
    return summary_list(list) + former_versions(open, filed);
}

Html filter_of(const access::OpenRecord& open, const std::vector<Filed>& all, const std::string& kind, std::size_t found) {
    Select what;
    what.id = what.name = "kind";
    what.label.words = "Show";
    what.value = kind;
    what.options.push_back({"everything", "", {}, {}, {}});
    std::set<std::string> kinds;
    for (const auto& filed : all)
        kinds.insert(what_it_is(*filed.story));
    for (const auto& one : kinds)
        what.options.push_back({one, one, {}, {}, {}});
    Filter filter;
    filter.action = documents_path(open.record);
    filter.fields = select(what);
    filter.found = plural(found, "document", "documents");
    if (!kind.empty())
        filter.chosen.push_back({kind, documents_path(open.record)});
    return web::filter(filter);
}

bool may_put_in(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(filed_type) && open.may(access::Act::Write, on_type(house, filed_type));
}

Response show_documents(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, *open, "Documents");
    frame.heading = possessive(open->child->first_name()) + " documents";
    frame.print = print_frame(house, caller, *open, "Documents");
    const auto may_write = may_put_in(house, *open);
    const auto kind = std::string(call.request.query.get("kind"));
    const auto all = documents_in(*open->child);
    Html cards;
    std::size_t found = 0;
    for (const auto& filed : all)
        if (kind.empty() || what_it_is(*filed.story) == kind) {
            cards += card_of(*open, filed, may_write);
            ++found;
        }
    Button add{"Put in a document"};
    add.href = path("/children/{}/documents/adding", open->record.hex());
    auto empty = html("<p class=\"govuk-body\">Nothing is here yet: no letter, photograph, drawing or scan is kept in {} record.</p>", possessive(open->child->first_name()));
    return shown(frame, (may_write ? button(add) : Html()) + child_navigation(*open, "documents") + papers_table(house, *open) + way_to_parents_copies(house, *open) + belongings_list(house, caller, *open) +
                            (all.empty() ? empty : filter_of(*open, all, kind, found) + cards));
}

// ---- putting one in

const StoryEntry* older_version(const access::OpenRecord& open, const Call& call) {
    auto number = EntryId::parse(call.request.query.get("newer"));
    const auto* story = number ? open.child->find(*number) : nullptr;
    return story && (story->record_type() == filed_type || story->record_type() == newer_type) ? story : nullptr;
}

bool is_a_drawing(const Call& call) { return call.request.query.get("what") == "family"; }

Response adding_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto* older = older_version(open, call);
    auto frame = child_frame(house, caller, open, older ? "Put in a newer version" : is_a_drawing(call) ? "Put in a photo of a drawing of the family" : "Put in a document");
    frame.back = is_a_drawing(call) ? BackLink{genogram_path(open.record), possessive(open.child->first_name()) + " family"}
                                    : BackLink{documents_path(open.record), possessive(open.child->first_name()) + " documents"};
    frame.refusals = refusals;
    auto action = older ? path("/children/{}/documents/adding?newer={}", open.record.hex(), older->entry.id.hex())
                  : is_a_drawing(call) ? put_in_drawing_path(open.record)
                        : path("/children/{}/documents/adding", open.record.hex());
    PostForm form{action, caller.session.csrf, form_number(call).hex(), file_box(refusals) + button({"Go on"}), "", "", {}};
    form.attributes.add("enctype", "multipart/form-data");
    form.attributes.add("data-begins", action.text());
    auto words = older ? html("<p class=\"govuk-body\">It will stand on top of the {} of {}, which stays as it is.</p>", within_a_sentence(what_it_is(*older)),
                              calendar::in_words(older->day()))
                       : html("<p class=\"govuk-body\">Next you say what it is, its day, and who it came from. It is in the record when you sign.</p>");
    return shown(frame, words + post_form(form));
}

Result<access::OpenRecord> open_to_put_in(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    if (!sees_all(open) || !may_put_in(house, open))
        return refuse("not-found", "Page not found");
    return open;
}

Response show_adding(const House& house, const Call& call) {
    auto open = open_to_put_in(house, call);
    return open ? adding_page(house, call, *open, {}) : not_found(house);
}

desk::Fields first_fields(const House& house, const Call& call, const StoryEntry* older) {
    desk::Fields fields;
    put_day(fields, "when", house.today());
    if (is_a_drawing(call))
        fields["item.what-it-is"] = drawn_by_hand;
    if (!older)
        return fields;
    fields["belongs-to"] = older->entry.id.hex();
    if (auto what = chosen(*older, "what-it-is"); !what.empty())
        fields["item.what-it-is"] = what;
    return fields;
}

// By the script, before a file comes in pieces: the draft that it will be with.
Response begun(const House& house, const desk::Draft& draft) {
    const auto* type = house.pack().record_type(draft.record_type);
    const ItemOfDraft of{draft, type, type->item(file_item)};
    return http::json(to_text(JsonObject{{"arriving", arriving_path(of).text()}, {"files", of.files_path().text()}, {"draft", of.draft_path().text()}}));
}

bool only_begins(const Call& call) { return call.form.get("begin") == "yes" && wants_json(call.request); }

Response put_in(const House& house, const Call& call) {
    auto open = open_to_put_in(house, call);
    if (!open)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto* older = older_version(*open, call);
    const auto* type = house.pack().record_type(older ? newer_type : filed_type);
    const auto looked = only_begins(call) ? LookedAt{} : look_at_uploads(house, call);
    if (!only_begins(call) && looked.good.empty())
        return adding_page(house, call, *open, looked.refused);
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), open->record, type->id}, house.now());
    if (!draft)
        return not_found(house);
    if (only_begins(call)) {
        if (draft->version == 0)
            if (auto saved = save_lines(house, call, *draft, first_fields(house, call, older), "", {}); !saved)
                return not_found(house);
        return begun(house, *draft);
    }
    ItemOfDraft of{*draft, type, type->item(file_item)};
    auto refused = looked.refused;
    if (of.lines().empty()) { // else it was pressed twice. A draft without a file was begun for one that was refused at its end
        refused = put_files(house, call, *draft, *of.item, draft->version == 0 ? first_fields(house, call, older) : draft->fields, looked);
        if (auto now = house.desk.draft(draft->draft))
            of.draft = *now;
    }
    if (of.lines().empty())
        return adding_page(house, call, *open, refused);
    return refused.empty() ? redirect(of.draft_path()) : files_page(house, call, of, refused);
}

} // namespace

std::vector<Filed> documents_in(const record::Child& child) {
    std::set<EntryId> replaced;
    std::vector<Filed> all;
    for (const auto& story : child.story)
        if (const auto* older = stands_on(child, story); older && !story.withdrawn())
            replaced.insert(older->entry.id);
    for (const auto& story : child.story) {
        if (!holds_document(story) || replaced.contains(story.entry.id))
            continue;
        Filed filed{&story, {}};
        for (const auto* older = story.withdrawn() ? nullptr : stands_on(child, story); older && holds_document(*older); older = stands_on(child, *older))
            filed.former.push_back(older);
        all.push_back(std::move(filed));
    }
    std::stable_sort(all.begin(), all.end(), [](const Filed& left, const Filed& right) { return left.story->day() > right.story->day(); });
    return all;
}

Html drawings_by_hand(const access::OpenRecord& open) {
    Html all;
    for (const auto& filed : documents_in(*open.child)) {
        const auto& story = *filed.story;
        if (story.withdrawn() || chosen(story, "what-it-is") != drawn_by_hand)
            continue;
        const auto what = words_of_item(story, "content");
        const auto title = "Drawn by hand, " + calendar::in_words(story.day());
        Html pictures;
        for (const auto& file : story.form()->files())
            pictures += picture_of_file(open, story, file, what.empty() ? title : what);
        all += html("<h2 class=\"govuk-heading-m\">{}</h2>{}<p class=\"govuk-body\">{}{}{}</p>", title, pictures, what, what.empty() ? "" : " ", file_links(open, story));
    }
    return all;
}

Url put_in_drawing_path(RecordNumber child) { return path("/children/{}/documents/adding?what=family", child.hex()); }

Url documents_path(RecordNumber child) { return path("/children/{}/documents", child.hex()); }

std::vector<http::Route> documents_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/documents", http::Reach::Worker, to(show_documents)},
            {http::Method::Get, "/children/{child}/documents/adding", http::Reach::Worker, to(show_adding)},
            {http::Method::Post, "/children/{child}/documents/adding", http::Reach::Worker, to(put_in), upload_limit}};
}

} // namespace lifestory::web::pages
