#include "web/pages/letter_paper.h"

#include "base/text.h"
#include "export/docx.h"
#include "web/html/components.h"
#include "web/pages/child_reading.h"
#include "web/pages/letter_guard.h"
#include "web/pages/same_words.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

bool is_ours(const House& house, const record::StoryEntry& story) {
    const auto* type = house.pack().record_type(story.record_type());
    return type && !type->letter.empty() && story.form() && !story.withdrawn();
}

std::string recipient_in(const record::Form& form) {
    const auto* whom = form.find("from-whom");
    const auto* people = whom ? std::get_if<record::People>(&whom->value) : nullptr;
    return people && !people->there.empty() ? people->there.front().full_name : std::string();
}

// A line each: the name, then the address.
std::vector<std::string> to_lines(const record::StoryEntry& story) {
    std::vector<std::string> lines{recipient_in(*story.form())};
    const bool is_email = words_now(story, "means") == "e-mail";
    for (const auto& line : split(words_now(story, is_email ? "email-address" : "address"), ','))
        if (!is_blank(line))
            lines.push_back(trim(line));
    return lines;
}

std::vector<std::string> paragraphs_of(const std::string& words) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find("\n\n", at), words.size());
        if (auto one = trim(words.substr(at, end - at)); !one.empty())
            all.push_back(one);
        at = end + 2;
    }
    return all;
}

std::vector<std::string> signature_of(const record::StoryEntry& story) {
    const auto& by = story.entry.said.finished_by ? *story.entry.said.finished_by : story.entry.said.recorded_by;
    return {by.full_name, by.designation, by.team};
}

// Everything that stands on it, a paragraph each.
std::vector<std::string> paper_of(const record::StoryEntry& story) {
    std::vector<std::string> all{calendar::in_words(story.day()), join(to_lines(story), "\n")};
    for (auto& one : paragraphs_of(words_now(story, "content")))
        all.push_back(std::move(one));
    all.push_back(join(signature_of(story), "\n"));
    return all;
}

Html with_lines(const std::string& words) {
    Html all;
    for (const auto& line : split(words, '\n'))
        all += all.empty() ? html("{}", line) : html("<br>{}", line);
    return html("<p class=\"govuk-body\">{}</p>", all);
}

struct Paper {
    OpenEntry entry;
    std::vector<casework::Stop> stops;
};

Result<Paper> paper_asked(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!is_ours(house, *entry.story))
        return refuse("not-found", "Page not found");
    note_shown(house, call.caller<Caller>(), entry.open.record, *entry.story);
    auto stops = stops_before_printing(house, entry.open, *entry.story);
    return Paper{std::move(entry), std::move(stops)};
}

Response show_paper(const House& house, const Call& call) {
    auto asked = paper_asked(house, call);
    if (!asked)
        return not_found(house);
    const auto& entry = asked->entry;
    if (!asked->stops.empty())
        return stopped_printing(house, call.caller<Caller>(), entry.open, *entry.story, asked->stops);
    auto frame = bare_frame(house, "");
    frame.act = "A letter as it goes out";
    frame.back = BackLink{entry.path(), "Back to the record"};
    InsetText note{html("<p>This is the letter as it goes out: print it, or <a class=\"govuk-link\" href=\"{}\">keep it as a Word file</a>. Look once more that "
                        "the envelope has the address that stands on it.</p>", entry.path_to("letter.docx")), {}, "app-off-paper", {}};
    Html words;
    for (const auto& one : paper_of(*entry.story))
        words += with_lines(one);
    return shown(frame, inset_text(note) + html("<article class=\"app-readable\"><h1 class=\"govuk-visually-hidden\">{}</h1>{}</article>", entry.story->name(), words));
}

Response keep_letter_file(const House& house, const Call& call) {
    auto asked = paper_asked(house, call);
    if (!asked)
        return not_found(house);
    const auto& story = *asked->entry.story;
    if (!asked->stops.empty())
        return stopped_printing(house, call.caller<Caller>(), asked->entry.open, story, asked->stops);
    Response file;
    file.content_type = exports::docx_type;
    file.headers.add("Content-Disposition", "attachment; filename=\"letter-" + calendar::iso(story.day()) + ".docx\"");
    file.body = exports::docx_of(exports::Letter{story.name(), paper_of(story), house.now()});
    return file;
}

} // namespace

Html on_paper_link(const House& house, const OpenEntry& entry) {
    if (!is_ours(house, *entry.story))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">The letter as it goes out, to print or as a Word file</a></p>", entry.path_to("letter"));
}

std::vector<http::Route> letter_paper_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/letter", http::Reach::Worker, to(show_paper)},
            {http::Method::Get, "/children/{child}/entries/{entry}/letter.docx", http::Reach::Worker, to(keep_letter_file)}};
}

} // namespace lifestory::web::pages
