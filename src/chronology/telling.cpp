#include "chronology/telling.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "record/sentences.h"

namespace lifestory::chronology {

namespace {

using record::Answer;
using record::GivenEntry;

constexpr std::size_t few_letters = 60, most_letters = 280;

// Who writes says so first ("My name is Lena Hart and I am a social worker."); that is no event.
bool says_who_writes(std::string_view sentence) { return sentence.starts_with("My name is "); }

// Whole sentences: one, and the next where the first is short. Who writes is passed over where more is said.
std::string beginning_of(std::string_view words) {
    std::size_t begin = 0, end = 0;
    for (const auto& sentence : record::sentences(words)) {
        if (end > begin && letters(words.substr(begin, end - begin)) >= few_letters)
            break;
        if (end > begin && says_who_writes(words.substr(begin, end - begin)))
            begin = sentence.begin;
        end = sentence.end;
    }
    auto begun = trim(words.substr(begin, end - begin));
    std::ranges::replace(begun, '\n', ' ');
    return letters(begun) > most_letters ? first(begun, most_letters) + " ..." : begun;
}

bool is_left_out(const Answer& answer, const policy::Significance* rule) {
    if (!rule)
        return false;
    return std::ranges::any_of(rule->leaves_out,
                               [&](const auto& left) { return answer.item == left || answer.type == left || (left == "address" && answer.type == "place"); });
}

// An answer in a few words: "with adopters", "yes".
std::string in_short(const GivenEntry& given, const Answer& answer) {
    if (const auto* yes = std::get_if<record::YesNo>(&answer.value))
        return yes->yes ? answer.label : "";
    if (const auto* on = std::get_if<record::OnDay>(&answer.value))
        return calendar::in_words(on->day);
    const bool is_short = std::holds_alternative<record::Choices>(answer.value) || std::holds_alternative<record::Text>(answer.value);
    return is_short ? trim(record::words_now(*given.story, answer.item)) : "";
}

// "Where you live: foster home".
std::string of_episode(const GivenEntry& given, const policy::Significance* rule) {
    std::vector<std::string> said;
    for (const auto& answer : given.form.answers)
        if (!is_left_out(answer, rule))
            if (auto words = in_short(given, answer); !words.empty())
                said.push_back(std::move(words));
    return said.empty() ? given.story->name() + " began." : given.story->name() + ": " + join(said, ", ");
}

// The words of the first of these parts that has any: a decision before what happened, that before what others said.
std::string of_form(const GivenEntry& given) {
    static constexpr std::array<std::string_view, 5> parts{"decision", "what-happened", "what-others-said", "what-i-think", ""};
    for (auto part : parts)
        for (const auto& answer : given.form.answers)
            if (answer.part == part && std::holds_alternative<record::Text>(answer.value) && (answer.type == "prose" || answer.type == "text") &&
                answer.item != "you-did")
                if (auto words = record::words_now(*given.story, answer.item); !is_blank(words))
                    return beginning_of(words);
    return given.story->name();
}

// The pack's line: "{name}: {who}", each of them an answer's words.
std::string filled(const GivenEntry& given, const policy::Significance& rule) {
    auto line = rule.line;
    const auto put = [&](const std::string& name, const std::string& words) {
        for (auto at = line.find(name); at != std::string::npos; at = line.find(name, at + words.size()))
            line.replace(at, name.size(), words);
    };
    put("{name}", given.story->name());
    put("{day}", calendar::in_words(given.story->day()));
    for (const auto& answer : given.form.answers)
        put("{" + answer.item + "}", is_left_out(answer, &rule) ? "" : trim(record::words_now(*given.story, answer.item)));
    while (line.find('{') < line.find('}') && line.find('}') != std::string::npos) // what was not answered
        line.erase(line.find('{'), line.find('}') - line.find('{') + 1);
    return trim(line);
}

std::string what_of(const GivenEntry& given, const policy::Significance* rule) {
    if (rule && !rule->line.empty())
        return filled(given, *rule);
    return std::holds_alternative<record::Episode>(given.story->entry.content) ? of_episode(given, rule) : of_form(given);
}

std::string done_after(const GivenEntry& given) {
    std::vector<std::string> done;
    for (const auto& answer : given.form.answers)
        if (std::holds_alternative<record::Actions>(answer.value))
            for (const auto& line : split(record::words_now(*given.story, answer.item), '\n'))
                if (auto one = trim(line); !one.empty())
                    done.push_back(std::move(one));
    return join(done, "; ");
}

} // namespace

bool is_ticked(const record::Form& form) {
    const auto* answer = form.find("significant");
    const auto* said = answer ? std::get_if<record::YesNo>(&answer->value) : nullptr;
    return said && said->yes;
}

Telling telling_of(const GivenEntry& given, const policy::Significance* rule) {
    const bool says_why = given.form.find("significant-why") != nullptr;
    return {what_of(given, rule), says_why ? trim(record::words_now(*given.story, "significant-why")) : "", done_after(given)};
}

} // namespace lifestory::chronology
