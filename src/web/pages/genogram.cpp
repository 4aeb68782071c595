#include "web/pages/genogram.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "export/drawing.h"
#include "genogram/rows.h"
#include "genogram/sheets.h"
#include "genogram/tell.h"
#include "genogram/write_gedcom.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "record/genogram.h"
#include "web/pages/documents.h"
#include "web/pages/drawing.h"
#include "web/pages/family_days.h"
#include "web/pages/owed.h"
#include "web/pages/people.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

std::string_view code_of(FamilyView view) {
    switch (view) {
    case FamilyView::Genogram: return "genogram";
    case FamilyView::Ecomap: return "ecomap";
    case FamilyView::Words: return "words";
    }
    return {};
}

std::string_view code_of(DrawnFor whom) { return whom == DrawnFor::Child ? "child" : "workers"; }

Url file_path(const access::OpenRecord& open, const FamilyAsked& asked, std::string_view ending, std::string_view paper = "a4") {
    return path("/children/{}/genogram.{}?on={}&view={}&for={}&paper={}", open.record.hex(), ending, calendar::iso(asked.on), code_of(asked.view), code_of(asked.drawn_for), paper);
}

Url gedcom_path(const access::OpenRecord& open, const FamilyAsked& asked, std::string_view version) {
    return path("/children/{}/genogram.ged?on={}&for={}&version={}", open.record.hex(), calendar::iso(asked.on), code_of(asked.drawn_for), version);
}

// ---- what is asked

Select chooser(const std::string& name, std::string_view label, std::string_view value, std::vector<std::pair<std::string, std::string>> choices) {
    Select chooser;
    chooser.id = chooser.name = name;
    chooser.label.words = label;
    chooser.value = value;
    for (auto& [code, words] : choices)
        chooser.options.push_back({std::move(words), std::move(code), {}, {}, {}});
    return chooser;
}

Html form_of(const access::OpenRecord& open, const desk::Fields& fields, const Refusals& refusals, const std::string& found) {
    Filter form;
    form.action = genogram_path(open.record);
    form.fields = select(chooser("view", "Show", code_of(view_of(fields)),
                                 {{"genogram", "who is who (genogram)"}, {"ecomap", "what is around (ecomap)"}, {"words", "in words"}})) +
                  select(chooser("for", "For", code_of(drawn_for(fields)), {{"workers", "workers"}, {"child", open.child->first_name()}})) +
                  date_input(date_boxes(fields, "on", "As it was on", refusals));
    form.found = found;
    return filter(form);
}

// ---- what is shown

Html nested(const std::vector<genogram::TellingItem>& items) {
    if (items.empty())
        return Html();
    Html rows;
    for (const auto& item : items)
        rows += html("<li>{}{}</li>", item.words, nested(item.under));
    return html("<ul class=\"govuk-list govuk-list--bullet app-family__list\">{}</ul>", rows);
}

// Beside a picture they stay closed and off the paper; without one they are the page.
Html in_words(const DrawnFamily& drawn) {
    Details words;
    words.is_open = drawn.asked.view == FamilyView::Words;
    words.summary = words.is_open ? "In words" : "The same in words";
    words.content = family_in_words(drawn);
    words.classes = words.is_open ? "" : "app-off-paper";
    return details(words);
}

Html picture(const access::OpenRecord& open, const DrawnFamily& drawn) {
    Html more, aside;
    if (exports::can_convert_drawings())
        more = html("<a class=\"govuk-link\" href=\"{}\">as a PDF on A4</a>, <a class=\"govuk-link\" href=\"{}\">on A3</a>, <a class=\"govuk-link\" href=\"{}\">as a picture</a> or ", file_path(open, drawn.asked, "pdf"), file_path(open, drawn.asked, "pdf", "a3"),
                    file_path(open, drawn.asked, "png"));
    else
        aside = html(" For a PDF, print this page and choose to save it as one: the program that makes them is not installed here.");
    return family_picture(open, drawn) +
           html("<p class=\"govuk-body app-off-paper\">Keep this drawing {}<a class=\"govuk-link\" href=\"{}\">as SVG</a>.{}</p>", more, file_path(open, drawn.asked, "svg"), aside);
}

Html for_other_programs(const access::OpenRecord& open, const DrawnFamily& drawn) {
    return html("<p class=\"govuk-body app-off-paper\">For a family tree program: <a class=\"govuk-link\" href=\"{}\">GEDCOM 7.0</a> or "
                "<a class=\"govuk-link\" href=\"{}\">GEDCOM 5.5.1</a>. Ties, homes and workers are in it as Lifestory's own lines.</p>",
                gedcom_path(open, drawn.asked, "7.0"), gedcom_path(open, drawn.asked, "5.5.1"));
}

Html told_of_leaving_out(const access::OpenRecord& open, const DrawnFamily& drawn) {
    if (drawn.asked.drawn_for != DrawnFor::Child)
        return Html();
    auto words = drawn.left_out.empty() ? "Nothing is left out. Nobody wrote down anything here that " + open.child->first_name() + " has not been told."
                                        : drawn.left_out;
    InsetText note{html("<p>{}</p>", words), {}, "app-off-paper", {}};
    return inset_text(note);
}

// Three or more say where things come from (CAM-103).
Html too_few_generations(const access::OpenRecord& open, const DrawnFamily& drawn) {
    if (drawn.asked.drawn_for == DrawnFor::Child || drawn.asked.view == FamilyView::Ecomap || people_in(drawn.family) < 2)
        return Html();
    const auto rows = genogram::rows_of(drawn.family);
    const auto focus = drawn.family.focus.value_or(0);
    std::set<int> known;
    for (std::size_t i = 0; i < rows.row.size(); ++i)
        if (!drawn.family.people[i].is_stand_in && rows.island[i] == rows.island[focus])
            known.insert(rows.row[i]);
    if (known.size() >= 3)
        return Html();
    InsetText note{html("<p>{} written down here. Three or more show what a family has come through: ask {} who comes before.</p>",
                        known.size() == 1 ? "One generation is" : "Two generations are", open.child->first_name()),
                   {}, "app-off-paper", {}};
    return inset_text(note);
}

// A drawing soon grows old (CAM-111): what was said since somebody said that it is right.
Html grown_old(const access::OpenRecord& open, const DrawnFamily& drawn) {
    const auto* kept = record::genogram_on(*open.child, drawn.asked.on);
    if (!kept || drawn.asked.drawn_for == DrawnFor::Child)
        return Html();
    const auto since = record::said_since(*kept, *open.child, *open.family);
    if (since.empty())
        return Html();
    InsetText note{html("<p>It was said to be right on {}. Since then something was said of: {}. Look through it with the family, and say so again.</p>",
                        calendar::in_words(kept->day()), join(since, "; ")),
                   {}, "app-off-paper", {}};
    return inset_text(note);
}

Html family_of(const access::OpenRecord& open, const DrawnFamily& drawn) {
    if (drawn.family.people.empty())
        return html("<p class=\"govuk-body\">Nobody of {} family is written down yet.</p>", possessive(open.child->first_name()));
    auto alone = people_in(drawn.family) == 1 ? html("<p class=\"govuk-body\">Nobody but {} is written down here yet.</p>", open.child->first_name()) : Html();
    auto drawing = drawn.asked.view == FamilyView::Words ? Html() : picture(open, drawn);
    return told_of_leaving_out(open, drawn) + alone + grown_old(open, drawn) + too_few_generations(open, drawn) + drawing + in_words(drawn) + for_other_programs(open, drawn) +
           (drawn.asked.drawn_for == DrawnFor::Workers ? drawings_by_hand(open) : Html());
}

Html draw_together(const House& house, const access::OpenRecord& open) {
    if (!may_change_people(open) || !open.may(access::Act::Write, on_type(house, record::genogram_type)))
        return Html();
    Button draw{"Draw together"};
    draw.href = drawing_path(open.record);
    draw.classes = "app-off-paper";
    return button(draw);
}

std::string found_in(const access::OpenRecord& open, const DrawnFamily& drawn) {
    const auto with = drawn_with(open, drawn.asked.on);
    return "As it stood on " + calendar::in_words(drawn.asked.on) + ". Revision " + std::to_string(drawn.revision) + ". " +
           plural(people_in(drawn.family), "person", "people") + "." +
           (with.empty() ? std::string() : " " + with + ".");
}

// ---- answers

Response page_of(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& of_file = {}) {
    const auto& caller = call.caller<Caller>();
    auto fields = family_fields(call.request.query);
    auto asked = family_asked(open, fields, house.today());
    auto drawn = asked ? drawn_family(open, *asked) : Result<DrawnFamily>(asked.refusals());
    auto frame = child_frame(house, caller, open, possessive(open.child->first_name()) + " family");
    frame.act = "Family";
    frame.banner = banner_for(house, open, done_code(call));
    frame.print = print_frame(house, caller, open, "Family");
    frame.refusals = of_file;
    auto top = child_navigation(open, "genogram");
    if (!asked) {
        frame.refusals = asked.refusals();
        return shown(frame, top + form_of(open, fields, asked.refusals(), ""));
    }
    put_day(fields, "on", asked->on);
    if (!drawn)
        return shown(frame, top + form_of(open, fields, {}, "") + inset_text({html("<p>{}</p>", drawn.refusal().message), {}, {}, {}}));
    return shown(frame, top + draw_together(house, open) + form_of(open, fields, {}, found_in(open, *drawn)) + family_days(open, *asked, house.today()) +
                            html("<div id=\"family-drawn\">{}</div>", family_of(open, *drawn)));
}

Response show_genogram(const House& house, const Call& call) {
    auto open = open_child(house, call);
    return open && sees_all(*open) ? page_of(house, call, *open) : not_found(house);
}

// Named by what it is and its day: a file's name is read by others.
Response file_of(std::string name, std::string_view type, std::string bytes) {
    Response file;
    file.content_type = type;
    file.headers.add("Content-Disposition", "attachment; filename=\"" + std::move(name) + "\"");
    file.body = std::move(bytes);
    return file;
}

// What cannot be drawn is said on the page.
template <class Make>
Response keep_as(const House& house, const Call& call, Make make) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    auto asked = family_asked(*open, family_fields(call.request.query), house.today());
    auto drawn = asked ? drawn_family(*open, *asked) : Result<DrawnFamily>(asked.refusals());
    return !drawn || drawn->family.people.empty() ? page_of(house, call, *open) : make(*open, *drawn);
}

std::string name_of_file(const DrawnFamily& drawn, std::string_view ending) {
    return std::string(drawn.asked.view == FamilyView::Ecomap ? "ecomap-" : "genogram-") + calendar::iso(drawn.asked.on) + std::string(ending);
}

Response keep_drawing(const House& house, const Call& call) {
    return keep_as(house, call, [](const access::OpenRecord& open, const DrawnFamily& drawn) {
        return file_of(name_of_file(drawn, ".svg"), "image/svg+xml; charset=utf-8", drawing_of(open, drawn, genogram::Paper::A4Across));
    });
}

// What the other program could not make is said on the page, with what to do instead.
Response keep_pdf(const House& house, const Call& call) {
    const auto size = field(family_fields(call.request.query), "paper") == "a3" ? genogram::SheetSize::A3 : genogram::SheetSize::A4;
    return keep_as(house, call, [&](const access::OpenRecord& open, const DrawnFamily& drawn) {
        auto pdf = exports::pdf_of_sheets(genogram::joined_sheets(drawing_of(open, drawn, genogram::Paper::AsWideAsItIs), size));
        return pdf ? file_of(name_of_file(drawn, ".pdf"), "application/pdf", std::move(*pdf)) : page_of(house, call, open, pdf.refusals());
    });
}

Response keep_picture(const House& house, const Call& call) {
    return keep_as(house, call, [&](const access::OpenRecord& open, const DrawnFamily& drawn) {
        auto png = exports::png_of(drawing_of(open, drawn, genogram::Paper::AsWideAsItIs));
        return png ? file_of(name_of_file(drawn, ".png"), "image/png", std::move(*png)) : page_of(house, call, open, png.refusals());
    });
}

Response keep_gedcom(const House& house, const Call& call) {
    auto version = field(family_fields(call.request.query), "version") == "5.5.1" ? genogram::GedcomVersion::V551 : genogram::GedcomVersion::V70;
    return keep_as(house, call, [version](const access::OpenRecord&, const DrawnFamily& drawn) {
        return file_of("family-" + calendar::iso(drawn.asked.on) + ".ged", "text/vnd.familysearch.gedcom; charset=utf-8",
                       genogram::gedcom_of(drawn.family, drawn.asked.on, version));
    });
}

} // namespace

Url genogram_path(RecordNumber child) { return path("/children/{}/genogram", child.hex()); }

Url family_path(const access::OpenRecord& open, const FamilyAsked& asked) {
    return path("/children/{}/genogram?on={}&view={}&for={}", open.record.hex(), calendar::iso(asked.on), code_of(asked.view), code_of(asked.drawn_for));
}

Html family_in_words(const DrawnFamily& drawn) { return nested(genogram::tell(drawn.family, drawn.asked.on)); }

Html family_picture(const access::OpenRecord& open, const DrawnFamily& drawn) {
    auto title = title_of_drawing(open, drawn.asked.view);
    auto drawing = unchecked_html(drawing_of(open, drawn, genogram::Paper::AsWideAsItIs)); // why: the genogram room writes it and escapes every word
    auto about = open.child->person ? open.child->person->hex() : std::string();
    return html("<figure class=\"app-family\" data-about=\"{}\"><div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div></figure>",
                about, title + ", the drawing", drawing);
}

std::vector<http::Route> genogram_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/genogram", http::Reach::Worker, to(show_genogram)},
            {http::Method::Get, "/children/{child}/genogram.svg", http::Reach::Worker, to(keep_drawing)},
            {http::Method::Get, "/children/{child}/genogram.pdf", http::Reach::Worker, to(keep_pdf)},
            {http::Method::Get, "/children/{child}/genogram.png", http::Reach::Worker, to(keep_picture)},
            {http::Method::Get, "/children/{child}/genogram.ged", http::Reach::Worker, to(keep_gedcom)}};
}

} // namespace lifestory::web::pages
