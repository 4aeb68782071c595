#include "web/pages/correction_told.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/correct.h"
#include "web/html/components.h"
#include "web/pages/child.h"
#include "web/pages/record_items.h"
#include "web/pages/secure_means.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Beside;
using record::Correction;

// Names stand in no address: who it is, is told by their place among those to be told.
Url telling_path(const access::OpenRecord& open, const record::StoryEntry& story, const Beside<Correction>& correction, std::size_t place) {
    return path("/children/{}/entries/{}/telling/{}?who={}", open.record.hex(), story.entry.id.hex(), correction.entry.hex(), std::to_string(place));
}

struct ToTell {
    const access::OpenRecord* open = nullptr;
    const record::StoryEntry* story = nullptr;
    const Beside<Correction>* correction = nullptr;
    std::size_t place = 0;
    const std::string& who() const { return correction->what.tell[place]; }
};

void add_of(std::vector<ToTell>& all, const access::OpenRecord& open, const record::StoryEntry& story) {
    for (const auto& correction : story.corrections)
        for (std::size_t place = 0; place < correction.what.tell.size(); ++place)
            if (!story.is_told(correction, correction.what.tell[place]))
                all.push_back({&open, &story, &correction, place});
}

std::string entry_words(const record::StoryEntry& story) { return within_a_sentence(story.name()) + " of " + calendar::in_words(story.day()); }

Html press_of(const ToTell& one) {
    return html("<a class=\"govuk-link\" href=\"{}\">Say that {} was told<span class=\"govuk-visually-hidden\"> of the correction to the {}</span></a>",
                telling_path(*one.open, *one.story, *one.correction, one.place), one.who(), entry_words(*one.story));
}

// Only records in which something was corrected are opened: the lists know which.
std::vector<access::OpenRecord> corrected_among(const House& house, const Caller& caller, std::span<const RecordNumber> records) {
    std::vector<RecordNumber> corrected;
    std::ranges::copy_if(records, std::back_inserter(corrected), [&](const auto& record) { return !house.index.entries_of_kind(record, Correction::kind_word).empty(); });
    return house.door.look_over(caller.visitor, corrected, house.now());
}

bool is_all_closed(const record::StoryEntry& story, const Correction& correction) {
    return correction.withdraws.is_zero() ? record::are_closed(story, correction.sentence) : sentences_in(story).empty();
}

// ---- the page that ticks one off

struct Telling {
    OpenEntry entry;
    const Beside<Correction>* correction = nullptr;
    std::size_t place = 0;
    const std::string& who() const { return correction->what.tell[place]; }
};

std::size_t place_in(const Call& call) {
    auto text = call.form.has("who") ? call.form.get("who") : call.request.query.get("who");
    std::size_t place = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
    return error == std::errc() && end == text.data() + text.size() ? place : std::string::npos;
}

Result<Telling> telling_at(const House& house, const Call& call) {
    Telling telling{TRY(entry_opened(house, call)), nullptr, place_in(call)};
    auto wanted = TRY(EntryId::parse(call.parameter("correction")));
    for (const auto& correction : telling.entry.story->corrections)
        if (correction.entry == wanted && telling.place < correction.what.tell.size())
            telling.correction = &correction;
    if (!telling.correction || !telling.entry.may(house, access::Act::Share))
        return refuse("not-found", "Page not found");
    return telling;
}

Response telling_page(const House& house, const Call& call, const Telling& telling, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    const auto& correction = *telling.correction;
    bool closed = record::are_closed(*telling.entry.story, correction.what.sentence);
    auto old_words = correction.what.withdraws.is_zero() ? correction.what.sentence.words : telling.entry.name();
    SummaryList words;
    words.rows = {{{"It said", ""}, {closed ? std::string("Closed to readers.") : old_words, ""}, "", {}, ""},
                  {{"It says", ""}, {correction.what.right_words, ""}, "", {}, ""},
                  {{"Why", ""}, {correction.what.why, ""}, "", {}, ""}};
    ActPage page;
    page.title = telling.who() + " was told of the correction";
    page.before = html("<p class=\"govuk-body\">{} had the old words of the {}. {} corrected them on {}.</p>", telling.who(), telling.entry.name(),
                       correction.by.full_name, day_of(correction.at)) +
                  summary_list(words);
    page.content = hidden_input("who", std::to_string(telling.place)) +
                   choose_means(house, asked, "how", {{"by hand", "by hand"}, {"by post", "by post"}, {"by e-mail", "by e-mail"}, {"by telephone", "by telephone"}, {"other", "another way"}}) +
                   date_input(date_boxes(fields, "on", "When? Leave it empty for today.", refusals));
    page.button = "Keep this";
    page.action = path("/children/{}/entries/{}/telling/{}", telling.entry.open.record.hex(), telling.entry.id().hex(), correction.entry.hex());
    return act_page(house, call, telling.entry, page, refusals);
}

Response show_telling(const House& house, const Call& call) {
    auto telling = telling_at(house, call);
    return telling ? telling_page(house, call, *telling, {}) : not_found(house);
}

Response tell(const House& house, const Call& call) {
    auto telling = telling_at(house, call);
    if (!telling)
        return not_found(house);
    auto fields = typed_in(call);
    auto on = read_day(fields, "on");
    const auto means = means_said(house, fields, "how");
    if (!on || !means.refusals.empty())
        return telling_page(house, call, *telling, !on ? moved(on.refusals(), "on", "on.day") : means.refusals);
    record::ToldOfCorrection told{telling->correction->entry, telling->who(), means.words, *on ? **on : house.today()};
    auto writing = casework::tell_of_correction(act_of_form(house, call), *telling->entry.open.child, told);
    return keep(house, call, telling->entry, access::Act::Share, writing, "told",
                [&](const Refusals& refusals) { return telling_page(house, call, *telling, moved(refusals, "on", "on.day")); });
}

} // namespace

Html still_to_tell(const House& house, const OpenEntry& entry) {
    std::vector<ToTell> all;
    add_of(all, entry.open, *entry.story);
    Html rows;
    for (const auto& one : all)
        rows += html("<li>{} had the old words and is to be told of the correction of {}. {}</li>", one.who(), day_of(one.correction->at),
                     entry.may(house, access::Act::Share) ? press_of(one) : Html());
    return rows.empty() ? Html() : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Html to_tell(const House& house, const Caller& caller, std::span<const RecordNumber> records) {
    auto corrected = corrected_among(house, caller, records);
    std::vector<ToTell> all;
    for (const auto& open : corrected)
        for (const auto& story : open.child->story)
            if (!story.corrections.empty() && open.may(access::Act::Share, on_type(house, story.record_type())))
                add_of(all, open, story);
    WorkList list;
    list.title = "To tell of a correction";
    for (const auto& one : all)
        list.rows.push_back({html("{} had the old words of the {}, {}", one.who(), entry_words(*one.story), one.open->child->first_name()),
                             Phrase("corrected on " + day_of(one.correction->at)), press_of(one)});
    return all.empty() ? Html() : work_list(list);
}

Html words_to_close(const House& house, const Caller& caller, std::span<const RecordNumber> records) {
    if (caller.visitor.who.role != access::Role::HeadOfService)
        return Html();
    WorkList list;
    list.title = "Old words to close";
    for (const auto& open : corrected_among(house, caller, records))
        for (const auto& story : open.child->story)
            for (const auto& correction : story.corrections)
                if (correction.what.closes_old_words && !is_all_closed(story, correction.what))
                    list.rows.push_back({html("The {}, {}: {}", entry_words(story), open.child->first_name(), correction.what.why), Phrase("corrected on " + day_of(correction.at)),
                                         html("<a class=\"govuk-link\" href=\"{}\">Close them<span class=\"govuk-visually-hidden\">: the {}, {}</span></a>",
                                              path("/children/{}/entries/{}/correction?close={}", open.record.hex(), story.entry.id.hex(), correction.entry.hex()),
                                              entry_words(story), open.child->first_name())});
    return list.rows.empty() ? Html() : work_list(list);
}

std::vector<http::Route> correction_told_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/telling/{correction}", http::Reach::Worker, to(show_telling)},
            {http::Method::Post, "/children/{child}/entries/{entry}/telling/{correction}", http::Reach::Worker, to(tell)}};
}

} // namespace lifestory::web::pages
