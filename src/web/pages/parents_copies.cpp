#include "web/pages/parents_copies.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/copies_for_parents.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/documents.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using casework::Copy;
using casework::CopyForParent;
using http::Call;
using http::Response;
using record::StoryEntry;

std::string named(const CopyForParent& copy) { return copy.who.empty() ? copy.parent->full_name : copy.parent->full_name + ", " + copy.who; }

std::vector<CopyForParent> copies_of(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    return open.family ? casework::copies_for_parents(house.pack(), *open.child, *open.family, story, house.today()) : std::vector<CopyForParent>();
}

Html give_link(const House& house, const access::OpenRecord& open, const StoryEntry& story, const CopyForParent& copy) {
    if (!open.may(access::Act::Share, on_type(house, story.record_type()), story.entry.id))
        return Html();
    return html(" <a class=\"govuk-link\" href=\"{}\">Say that a copy was given<span class=\"govuk-visually-hidden\"> to {} of the {} of {}</span></a>",
                path("/children/{}/entries/{}/sharing?to={}", open.record.hex(), story.entry.id.hex(), named(copy)), copy.parent->full_name, within_a_sentence(story.name()),
                        calendar::in_words(story.day()));
}

Html state_of(const House& house, const access::OpenRecord& open, const StoryEntry& story, const CopyForParent& copy) {
    switch (copy.state) {
    case Copy::Given: return html("given on {}, {}", calendar::in_words(copy.given->on), copy.given->how);
    case Copy::Missing: return html("<strong class=\"govuk-tag govuk-tag--yellow\">Not given yet</strong>{}", give_link(house, open, story, copy));
    case Copy::ToBeDecided: return html("not given: may not know where {} lives, so somebody decides what they may have{}", open.child->first_name(), give_link(house, open,
            story, copy));
    }
    return Html();
}

struct Row {
    const StoryEntry* story = nullptr;
    CopyForParent copy;
};

// What is missing first, then the newest.
std::vector<Row> all_rows(const House& house, const access::OpenRecord& open) {
    std::vector<Row> rows;
    for (const auto& story : open.child->story)
        for (auto& copy : copies_of(house, open, story))
            rows.push_back({&story, std::move(copy)});
    std::ranges::stable_sort(rows, [](const Row& left, const Row& right) {
        const bool is_left = left.copy.state == Copy::Missing, is_right = right.copy.state == Copy::Missing;
        return is_left != is_right ? is_left : left.story->day() > right.story->day();
    });
    return rows;
}

std::size_t missing_in(const std::vector<Row>& rows) {
    return static_cast<std::size_t>(std::ranges::count_if(rows, [](const Row& row) { return row.copy.state == Copy::Missing; }));
}

Response show_copies(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, *open, "Copies for parents");
    frame.back = BackLink{documents_path(open->record), possessive(open->child->first_name()) + " documents"};
    frame.print = print_frame(house, caller, *open, "Copies for parents");
    const auto rows = all_rows(house, *open);
    if (rows.empty())
        return shown(frame, html("<p class=\"govuk-body\">There is no assessment or report to give, or nobody is written down with parental responsibility.</p>"));
    Table table;
    table.head = std::vector<Cell>{{"What"}, {"Who"}, {"Copy"}};
    for (const auto& row : rows)
        table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}, {}</a>", path("/children/{}/entries/{}", open->record.hex(), row.story->entry.id.hex()),
                capital(row.story->name()),
                                    calendar::in_words(row.story->day()))},
                              {named(row.copy)},
                              {state_of(house, *open, *row.story, row.copy)}});
    const auto missing = missing_in(rows);
    auto words = missing == 0 ? html("<p class=\"govuk-body\">No copy is missing.</p>") : html("<p class=\"govuk-body\">{} missing.</p>", missing == 1 ? std::string("1 copy is")
            : std::to_string(missing) + " copies are");
    return shown(frame, words + html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Copies for parents\">{}</div>", web::table(table)));
}

} // namespace

Html copies_of_parents(const House& house, const OpenEntry& entry) {
    Html lines;
    if (sees_all(entry.open))
        for (const auto& copy : copies_of(house, entry.open, *entry.story))
            lines += html("<li>{}: {}</li>", named(copy), state_of(house, entry.open, *entry.story, copy));
    return lines.empty() ? Html() : html("<h2 class=\"govuk-heading-s\">Copies for parents</h2><ul class=\"govuk-list\">{}</ul>", lines);
}

Html way_to_parents_copies(const House& house, const access::OpenRecord& open) {
    const auto rows = all_rows(house, open);
    if (rows.empty())
        return Html();
    const auto missing = missing_in(rows);
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Copies for parents</a> ({})</p>", path("/children/{}/copies-for-parents", open.record.hex()),
                missing == 0 ? std::string("none is missing") : missing == 1 ? std::string("1 is missing") : std::to_string(missing) + " are missing");
}

std::vector<http::Route> parents_copies_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/copies-for-parents", http::Reach::Worker, to(show_copies)}};
}

} // namespace lifestory::web::pages
