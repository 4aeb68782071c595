#include "web/pages/chronology_acts.h"

#include "base/text.h"
#include "casework/keep_chronology.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/chronology.h"
#include "web/pages/chronology_forms.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// ---- one row

struct OpenRow {
    access::OpenRecord open;
    chronology::Row row;
    bool is_new = false; // of an entry that nobody has put in yet
};

std::optional<chronology::Row> row_of_entry(const access::OpenRecord& open, const EntryId& entry) {
    const auto* story = open.child->find(entry);
    if (!story || story->entry.id != entry || !story->form() || story->withdrawn() || record::is_of_the_chronology(*story))
        return std::nullopt;
    chronology::Row row;
    row.entry = entry;
    row.day = story->day();
    return row;
}

Result<OpenRow> row_opened(const House& house, const Call& call) {
    auto open = TRY(chronology_to_keep(house, call));
    const auto all = chronology_of(house, open, judge(house, open));
    if (const auto* row = all.find(entry_at(call)))
        return OpenRow{std::move(open), *row};
    auto row = row_of_entry(open, entry_at(call));
    if (!row)
        return refuse("not-found", "Page not found");
    return OpenRow{std::move(open), *row, true};
}

// As it was told last; what nobody told otherwise is empty, and the entry speaks.
desk::Fields fields_of_row(const OpenRow& row, const Call& call) {
    auto fields = typed_in(call);
    const auto* before = record::line_of_row(*row.open.child, row.row.entry);
    if (fields.contains("form_number"))
        return fields;
    const auto line = before ? record::line_in(*before) : record::ChronologyLine{};
    fields["what"] = line.what;
    fields["meant"] = line.meant;
    fields["done"] = line.done;
    fields["for-child"] = line.for_child;
    fields["in"] = "yes";
    return fields;
}

Html reads_today(const OpenRow& row) {
    const auto& name = row.open.child->first_name();
    SummaryList list;
    auto add = [&](std::string key, const std::string& words) {
        list.rows.push_back({{Phrase(key), {}}, {Phrase(words.empty() ? "nothing yet" : words), {}}, {}, {}, {}});
    };
    add("What happened", row.row.what);
    add("What it meant for " + name, row.row.meant);
    add("What was done", row.row.done);
    return html("<h2 class=\"govuk-heading-m\">As it reads today</h2>{}", summary_list(list));
}

Response row_page(const House& house, const Call& call, const OpenRow& row, const Refusals& refusals) {
    const auto fields = fields_of_row(row, call);
    Asked asked{fields, refusals};
    const auto name = row.open.child->first_name();
    auto stays = row.row.always
                     ? inset_text({html("<p>The policy has this event in every chronology. It can be told in other words, and stays.</p>"), {}, {}, {}})
                     : choose(asked, "in", "Does it stand in the chronology?", {{"yes", "yes"}, {"no", "no, it is not important enough"}});
    auto content =
        html("<p class=\"govuk-body\">What you leave empty is told by the entry itself. The entry stays as it was signed.</p>") + what_a_row_says(asked, name) +
        box(asked, "for-child", "Told to " + name, "Only if it should be told differently when " + name + " reads it. Written to them: you.") + stays;
    return form_page(house, call, row.open,
                     {(row.is_new ? "Put it in the chronology, " : "A line of the chronology, ") + when_of(row.row), row.is_new ? Html() : reads_today(row),
                      content, "Keep this line", row_path(row.open.record, row.row.entry)},
                     refusals);
}

Response show_row(const House& house, const Call& call) {
    auto row = row_opened(house, call);
    return row ? row_page(house, call, *row, {}) : not_found(house);
}

Response tell(const House& house, const Call& call) {
    auto row = row_opened(house, call);
    if (!row)
        return not_found(house);
    record::ChronologyLine line{
        row->row.entry, row->row.always || said(call, "in") != "no", said(call, "what"), said(call, "meant"), said(call, "done"), said(call, "for-child")};
    auto writing =
        casework::tell_row(act_of_form(house, call), *row->open.child, line, row->row.always ? casework::Standing::Stays : casework::Standing::MayGo);
    return keep_in_record(house, call, row->open, keeping(house, row->open, record::line_type, "row-told"), writing,
                          [&](const Refusals& refusals) { return row_page(house, call, *row, refusals); });
}

// ---- read through, and kept as it stands

Response say_read_through(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    if (!open)
        return not_found(house);
    const auto all = chronology_of(house, *open, judge(house, *open));
    auto writing = casework::read_chronology_through(act_of_form(house, call), *open->child, all.rows.size());
    return keep_in_record(house, call, *open, keeping(house, *open, record::chronology_type, "read-through"), writing,
                          [&](const Refusals& refusals) { return chronology_page(house, call, *open, refusals); });
}

Response keep_as_it_stands(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    if (!open)
        return not_found(house);
    const auto all = chronology_of(house, *open, judge(house, *open));
    auto writing = casework::keep_edition(act_of_form(house, call), *open->child, stood_rows(*open->child, all.rows));
    return keep_in_record(house, call, *open, keeping(house, *open, record::edition_type, "edition-kept"), writing,
                          [&](const Refusals& refusals) { return chronology_page(house, call, *open, refusals); });
}

// ---- an edition, as it stood

Html stood_table(const OpenEntry& entry) {
    Table table;
    table.caption = "As it stood on " + calendar::in_words(entry.story->day());
    table.caption_classes = "govuk-visually-hidden";
    table.classes = "app-chronology-stood";
    auto cell = [](const std::string& words) { return Cell{Phrase(words), {}, {}, 0, 0, {}}; };
    table.head = std::vector<Cell>{cell("Date"),          cell("Age then"), cell("What happened"), cell("What it meant for " + entry.open.child->first_name()),
                                   cell("What was done"), cell("Source")};
    for (const auto& row : record::rows_in(*entry.story))
        table.rows.push_back({cell(row.day), cell(row.age), cell(row.what), cell(row.meant), cell(row.done), cell(row.source)});
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The chronology as it stood\">{}</div>", web::table(table));
}

Response show_edition(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    if (!entry || !sees_all(entry->open) || (entry->record_type() != record::edition_type && entry->record_type() != record::chronology_copy_type))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto from = record::words_now(*entry->story, "from");
    auto title = (from.empty() ? "Chronology as it stood on " : "Copy of the chronology from " + possessive(from) + " file, as it stood on ") +
                 calendar::in_words(entry->story->day());
    auto frame = child_frame(house, caller, entry->open, title);
    frame.back = BackLink{chronology_path(entry->open.record), possessive(entry->open.child->first_name()) + " chronology"};
    frame.print = print_frame(house, caller, entry->open, title);
    auto kept = html(
        "<p class=\"govuk-body\">Kept by {} on {}. What was put right since is not in it. <a class=\"govuk-link\" href=\"{}\">The chronology today</a></p>",
        joined(entry->story->entry.said.recorded_by), day_of(entry->story->entry.recorded_at), chronology_path(entry->open.record));
    return shown(frame, kept + stood_table(*entry));
}

} // namespace

Html presses_of_chronology(const House&, const Call& call, const access::OpenRecord& open) {
    const auto& caller = call.caller<Caller>();
    auto press = [&](std::string_view words, std::string_view to, std::string_view classes) {
        Button button{words};
        button.classes = classes;
        return post_form({chronology_path(open.record, to), caller.session.csrf, FormNumber::random().hex(), web::button(button)});
    };
    Button before{"Add something from before"};
    before.href = chronology_path(open.record, "before");
    before.classes = "govuk-button--secondary";
    return html("<div class=\"app-acts app-off-paper\">{}{}{}</div>", press("I have read it through", "reading", ""), button(before),
                press("Keep it as it stands today", "editions", "govuk-button--secondary"));
}

Html editions_of(const access::OpenRecord& open) {
    Html rows;
    for (const auto* story : record::standing(*open.child, record::chronology_copy_type))
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">Copied whole from {} file on {}</a>, by {}</li>",
                     path("/children/{}/chronology/editions/{}", open.record.hex(), story->entry.id.hex()), possessive(record::words_now(*story, "from")),
                     calendar::in_words(story->day()), story->entry.said.recorded_by.full_name);
    auto editions = record::standing(*open.child, record::edition_type);
    for (auto story = editions.rbegin(); story != editions.rend(); ++story)
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">As it stood on {}</a>, kept by {}</li>",
                     path("/children/{}/chronology/editions/{}", open.record.hex(), (*story)->entry.id.hex()), calendar::in_words((*story)->day()),
                     (*story)->entry.said.recorded_by.full_name);
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Kept as it stood</h2><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

std::vector<http::Route> chronology_act_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/chronology/rows/{entry}", Reach::Worker, to(show_row)},
            {Method::Post, "/children/{child}/chronology/rows/{entry}", Reach::Worker, to(tell)},
            {Method::Post, "/children/{child}/chronology/reading", Reach::Worker, to(say_read_through)},
            {Method::Post, "/children/{child}/chronology/editions", Reach::Worker, to(keep_as_it_stands)},
            {Method::Get, "/children/{child}/chronology/editions/{entry}", Reach::Worker, to(show_edition)}};
}

} // namespace lifestory::web::pages
