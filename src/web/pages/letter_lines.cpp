#include "web/pages/letter_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/beside_entry.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

namespace {

using record::Gathered;
using record::Promise;
using record::Promised;

constexpr std::size_t most_letters_quoted = 120;

std::string without_end(std::string words) {
    while (words.ends_with('.') || words.ends_with(' '))
        words.pop_back();
    return words;
}

std::string on(calendar::Day day) { return "On " + calendar::in_words(day) + " "; }

LetterLine promise_line(const std::string& writer, const Promise& promise) {
    auto what = without_end(promise.what);
    auto who_and_when = join({promise.who, promise.by ? "by " + calendar::in_words(*promise.by) : std::string()}, promise.who.empty() || !promise.by ? "" : ", ");
    auto who = promise.who.empty() ? std::string("We") : promise.who == writer ? std::string("I") : promise.who;
    LetterLine line{fmt::format("promise.{}.{}", promise.entry.hex(), promise.place), promise.entry, promise.day, what, "", ""};
    if (!who_and_when.empty())
        line.shown = fmt::format("{} ({})", what, who_and_when);
    if (promise.state == Promised::NotKept)
        line.aside = "Not done.";
    line.begins = fmt::format("{} promised to {}, and ", who, within_a_sentence(what));
    return line;
}

std::vector<LetterLine> promise_lines(const std::string& writer, const Gathered& gathered, bool kept) {
    std::vector<LetterLine> lines;
    for (const auto& promise : gathered.promises)
        if ((promise.state == Promised::Kept) == kept)
            lines.push_back(promise_line(writer, promise));
    return lines;
}

// Numbered within their entry, so that a line is found again when others have come.
template <class Begins>
std::vector<LetterLine> lines_of(std::string_view kind, const std::vector<record::GatheredLine>& gathered, Begins begins) {
    std::vector<LetterLine> lines;
    for (const auto& one : gathered) {
        auto turn = std::ranges::count(lines, one.entry, &LetterLine::entry) + 1;
        lines.push_back({fmt::format("{}.{}.{}", kind, one.entry.hex(), turn), one.entry, one.day, one.words, "", begins(one)});
    }
    return lines;
}

std::string you_said(const record::GatheredLine& line) {
    bool is_short = letters(line.words) <= most_letters_quoted && line.words.find('"') == std::string::npos;
    return is_short ? fmt::format("{}you said: \"{}\"", on(line.day), line.words) : on(line.day) + "you told me ";
}

std::vector<LetterLine> people_lines(const Gathered& gathered) {
    std::vector<LetterLine> lines;
    for (const auto& seen : gathered.saw) {
        auto turn = std::ranges::count(lines, seen.entry, &LetterLine::entry) + 1;
        auto times = seen.times == 1 ? std::string() : fmt::format("{} times, last on", seen.times);
        auto who = seen.who.who_they_are.empty() || seen.who.who_they_are.find(' ') != std::string::npos
                       ? seen.who.full_name
                       : fmt::format("your {}, {},", seen.who.who_they_are, seen.who.full_name);
        lines.push_back({fmt::format("saw.{}.{}", seen.entry.hex(), turn), seen.entry, seen.day, spoken(seen.who), times, fmt::format("You saw {} ", who)});
    }
    return lines;
}

} // namespace

std::vector<LetterGroup> letter_groups(const std::string& writer, const Gathered& gathered) {
    std::vector<LetterGroup> groups{
        {"What we promised, still open", promise_lines(writer, gathered, false)},
        {"What you told us", lines_of("told", gathered.told, you_said)},
        {"What was decided", lines_of("decided", gathered.decided, [](const auto& one) { return on(one.day) + "we decided "; })},
        {"What was important", lines_of("important", gathered.important, [](const auto& one) { return on(one.day); })},
        {"What you did", lines_of("did", gathered.did, [](const auto& one) { return on(one.day); })},
        {"Who you saw", people_lines(gathered)},
        {"What we promised and did", promise_lines(writer, gathered, true)}};
    std::erase_if(groups, [](const LetterGroup& group) { return group.lines.empty(); });
    return groups;
}

} // namespace lifestory::web::pages
