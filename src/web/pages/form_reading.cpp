#include "web/pages/form_reading.h"

#include <array>

#include "base/text.h"
#include "calendar/london.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

struct Part {
    std::string_view id, title;
};

constexpr std::array parts{Part{"what-happened", "What happened"},
                           Part{"what-you-told-me", "What you told me"},
                           Part{"what-others-said", "What others said"},
                           Part{"what-i-think", "What I think, and why"},
                           Part{"decision", "What was decided, and why"},
                           Part{"what-happens-next", "What happens next"},
                           Part{"about", "About this record"},
                           Part{"for-professionals", "For professionals"}};

std::string label_of(const record::View& view, const std::string& child) {
    if (view.whose == "child")
        return possessive(child) + " words";
    auto first_name = split(view.whose, ' ').front();
    return possessive(first_name) + " words (" + (view.who_they_are.empty() ? view.whose : view.whose + ", " + view.who_they_are) + ")";
}

std::string how_of(const record::View& view) {
    auto how = join(view.how, ", ");
    if (!view.through.empty())
        how += (how.empty() ? "" : "; ") + ("told by " + view.through);
    return how;
}

Html line(std::string_view label, const Html& content) {
    return html("<p class=\"govuk-body\"><strong>{}</strong> {}</p>", label, content);
}

// How each kind of value is read.
class Reading {
public:
    Reading(const record::Answer& answer, const std::string& child, const WordsOfItems& words)
        : m_answer(answer), m_child(child), m_all_words(words), m_words(words_in(answer.item)) {}

    Html operator()(const record::Text& value) const {
        if (m_words || m_answer.type == "prose")
            return labelled(m_words ? *m_words : paragraphs(value.words));
        return line(m_answer.label, html("{}", value.words));
    }
    Html operator()(const record::Choices& value) const { return line(m_answer.label, html("{}", capital(join(value.chosen, ", ")))); }
    Html operator()(const record::YesNo& value) const { return line(m_answer.label, html("{}", value.yes ? "Yes" : "No")); }
    Html operator()(const record::OnDay& value) const { return line(m_answer.label, html("{}", calendar::in_words(value.day))); }
    Html operator()(const record::AtInstant& value) const { return line(m_answer.label, html("{}", calendar::in_words(value.instant))); }
    Html operator()(const record::SeenHow& value) const { return line(m_answer.label, html("{}", capital(std::string(record::word_of(value.seen))))); }
    Html operator()(const record::NotKnown& value) const { return line(m_answer.label, html("Not known: {}", value.why)); }

    Html operator()(const record::People& value) const {
        std::vector<std::string> people;
        for (const auto& present : value.there)
            people.push_back(spoken(present));
        return line(m_answer.label, html("{}", value.nobody_else ? std::string("Nobody else") : join(people, "; ")));
    }

    Html operator()(const record::Views& value) const {
        Html all;
        for (std::size_t i = 0; i < value.views.size(); ++i) {
            const auto& view = value.views[i];
            const auto* own = words_in(view_key(m_answer.item, i));
            all += voice_block({view.whose == "child" ? Voice::Child : Voice::Family, label_of(view, m_child),
                                own ? *own : paragraphs(view.words), how_of(view), {}, {}});
        }
        return all;
    }

    Html operator()(const record::Actions& value) const {
        Html rows;
        for (const auto& action : value.actions)
            rows += html("<li>{}{}{}{}</li>", action.what, action.who.empty() ? std::string() : ": " + action.who,
                         action.by ? ", by " + calendar::in_words(*action.by) : std::string(),
                         action.serves.empty() ? std::string() : ", for " + action.serves);
        return m_words ? labelled(*m_words) : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
    }

    Html operator()(const record::Options& value) const {
        Html rows;
        for (const auto& option : value.options)
            rows += html("<li>{}{}</li>", option.what, option.why_not.empty() ? std::string() : ". Why not: " + option.why_not);
        return labelled(m_words ? *m_words : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows));
    }

    Html operator()(const record::Rows& value) const {
        Html rows;
        for (auto cells : value.rows) {
            std::erase(cells, "");
            rows += html("<li>{}</li>", join(cells, " · "));
        }
        return labelled(m_words ? *m_words : html("<ul class=\"govuk-list\">{}</ul>", rows));
    }

    Html operator()(const record::Entries& value) const {
        Html rows;
        for (const auto& one : value.entries)
            rows += html("<li>{}, {}</li>", capital(one.name), calendar::in_words(one.day));
        return labelled(m_words ? *m_words : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows));
    }

    Html operator()(const record::Files& value) const {
        Html rows;
        for (const auto& file : value.files)
            rows += html("<li>{}, {}</li>", file.name, file.kind);
        auto at = value.kept_at.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", value.kept_at);
        return labelled(m_words ? *m_words : at + (rows.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", rows)));
    }

private:
    const Html* words_in(std::string_view key) const {
        auto found = m_all_words.find(key);
        return found == m_all_words.end() ? nullptr : &found->second;
    }

    // A label only where the part's title does not say it already.
    Html labelled(const Html& words) const {
        for (const auto& part : parts)
            if (part.id == m_answer.part && part.title == m_answer.label)
                return words;
        return html("<h3 class=\"govuk-heading-s\">{}</h3>{}", m_answer.label, words);
    }

    const record::Answer& m_answer;
    const std::string& m_child;
    const WordsOfItems& m_all_words;
    const Html* m_words;
};

} // namespace

std::string spoken(const record::Present& present) {
    return present.who_they_are.empty() ? present.full_name : present.full_name + ", " + present.who_they_are;
}

std::string view_key(std::string_view item, std::size_t place) { return std::string(item) + "#" + std::to_string(place); }

std::vector<ReadPart> read_parts(const record::Form& form, const std::string& child, Reader reader, const WordsOfItems& words) {
    std::vector<ReadPart> read;
    for (const auto& part : parts) {
        if (part.id == "for-professionals" && reader == Reader::Child)
            continue;
        Html content;
        for (const auto& answer : form.answers) {
            if (answer.part != part.id && !(answer.part.empty() && part.id == "about"))
                continue;
            if (reader == Reader::Child && std::holds_alternative<record::Entries>(answer.value)) // an entry that is not yet given to her is not named to her
                continue;
            content += std::visit(Reading(answer, child, words), answer.value);
        }
        if (!content.empty())
            read.push_back({std::string(part.id), std::string(part.title), content});
    }
    return read;
}

Html as_sections(const std::vector<ReadPart>& parts_read, int heading_level) {
    Html all;
    for (const auto& part : parts_read) {
        auto content = part.id == "for-professionals" ? voice_block({Voice::NotWrittenToChild, "For professionals", part.content, {}, {}, {}}) : part.content;
        all += html("<section class=\"app-read\">{}{}</section>", heading(heading_level, "govuk-heading-m", part.title), content);
    }
    return all;
}

} // namespace lifestory::web::pages
