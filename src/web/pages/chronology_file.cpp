#include "web/pages/chronology_file.h"

#include "base/text.h"
#include "export/docx.h"
#include "export/pdf.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/chronology.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Url file_path(const access::OpenRecord& open, ChronologyView view) {
    return path("/children/{}/chronology.docx?for={}", open.record.hex(), std::string(code_of(view)));
}

Url pdf_path(const access::OpenRecord& open, ChronologyView view) {
    return path("/children/{}/chronology.pdf?for={}", open.record.hex(), std::string(code_of(view)));
}

std::string title_of(const access::OpenRecord& open, ChronologyView view) {
    const auto title = "Chronology of " + open.child->name();
    switch (view) {
    case ChronologyView::Court: return title + ", for court";
    case ChronologyView::Conference: return title + ", for a conference";
    case ChronologyView::NewWorker: return title + ", the newest first";
    case ChronologyView::OutOfHours: return title + ", for out of hours";
    case ChronologyView::Everything:
    case ChronologyView::Child: return title;
    }
    return title;
}

std::vector<exports::Column> columns_of(const access::OpenRecord& open, ChronologyView view) {
    if (view == ChronologyView::Court)
        return {{"Date", 3}, {"Age then", 2}, {"What happened", 14}, {"Source", 5}};
    return {{"Date", 3}, {"Age then", 2}, {"What happened", 6}, {"What it meant for " + open.child->first_name(), 5}, {"What was done", 5}, {"Source", 4}};
}

std::vector<std::string> lines_about(const House& house, const access::OpenRecord& open) {
    std::vector<std::string> lines;
    if (const auto born = open.child->born())
        lines.push_back("Born " + calendar::in_words(*born) + ".");
    if (const auto* worker = open.child->allocated_worker_on(house.today()))
        lines.push_back(worker->full_name + " keeps this chronology.");
    return lines;
}

exports::Sheet sheet_of(const House& house, const access::OpenRecord& open, ChronologyView view) {
    const auto all = chronology_of(house, open, judge(house, open));
    exports::Sheet sheet{title_of(open, view),
                         lines_about(house, open),
                         columns_of(open, view),
                         {},
                         "As it stood on " + calendar::in_words(house.today()) + ". " + checkpoint_line(house),
                         house.now()};
    std::vector<chronology::Row> rows;
    for (const auto* row : chosen_rows(all, {view, 0, "", false}, house.today()))
        rows.push_back(*row);
    for (const auto& row : stood_rows(*open.child, rows))
        sheet.rows.push_back(view == ChronologyView::Court ? std::vector{row.day, row.age, row.what, row.source}
                                                           : std::vector{row.day, row.age, row.what, row.meant, row.done, row.source});
    return sheet;
}

// Named by what it is and its day: a file's name is read by others.
Response file_of(const House& house, std::string_view ending, std::string_view type, std::string bytes) {
    Response file;
    file.content_type = type;
    file.headers.add("Content-Disposition", "attachment; filename=\"chronology-" + calendar::iso(house.today()) + std::string(ending) + "\"");
    file.body = std::move(bytes);
    return file;
}

struct Wanted {
    access::OpenRecord open;
    ChronologyView view;
};

Result<Wanted> wanted(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    const auto view = view_of(call.request.query.get("for"));
    if (!sees_all(open) || view == ChronologyView::Child)
        return refuse("not-found", "Page not found");
    return Wanted{std::move(open), view};
}

Response keep_file(const House& house, const Call& call) {
    auto asked = wanted(house, call);
    return asked ? file_of(house, ".docx", exports::docx_type, exports::docx_of(sheet_of(house, asked->open, asked->view))) : not_found(house);
}

// Where it cannot be made, the page says why and what to do.
Response keep_pdf(const House& house, const Call& call) {
    auto asked = wanted(house, call);
    if (!asked)
        return not_found(house);
    auto pdf = exports::pdf_of(exports::docx_of(sheet_of(house, asked->open, asked->view)));
    return pdf ? file_of(house, ".pdf", "application/pdf", std::move(*pdf)) : chronology_page(house, call, asked->open, pdf.refusals());
}

} // namespace

Html ways_to_take_it(const access::OpenRecord& open, ChronologyView view) {
    auto pdf = exports::can_make_pdf() ? html(" or <a class=\"govuk-link\" href=\"{}\">as a PDF</a>.", pdf_path(open, view))
                                       : html(". LibreOffice is not installed here: for a PDF, print this page and choose to save it as one.");
    return html("<p class=\"govuk-body app-off-paper\"><a class=\"govuk-link\" href=\"{}\">Keep it as a Word file</a>{}</p>", file_path(open, view), pdf);
}

std::vector<http::Route> chronology_file_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/chronology.docx", http::Reach::Worker, to(keep_file)},
            {http::Method::Get, "/children/{child}/chronology.pdf", http::Reach::Worker, to(keep_pdf)}};
}

} // namespace lifestory::web::pages
