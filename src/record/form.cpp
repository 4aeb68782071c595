// Taking answers out of a filled-in form, and the words in which an answer is printed.
#include "record/form.h"

#include <array>

#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::record {

namespace {

constexpr std::array<std::pair<Seen, std::string_view>, 4> seen_words{{
    {Seen::NotSeen, "not seen"},
    {Seen::WithOthers, "seen with others"},
    {Seen::Alone, "seen alone"},
    {Seen::BabyAwake, "baby seen awake"},
}};

template <class Things, class Say>
std::string each_on_a_line(const Things& things, Say say) {
    std::vector<std::string> lines;
    for (const auto& thing : things)
        lines.push_back(say(thing));
    return join(lines, "\n");
}

std::string line_of(const Present& present) {
    return present.who_they_are.empty() ? present.full_name : present.full_name + ", " + present.who_they_are;
}

std::string line_of(const Option& option) {
    return option.why_not.empty() ? option.what : option.what + " Why not: " + option.why_not;
}

std::string line_of(const Action& action) {
    auto line = action.what;
    if (!action.who.empty())
        line += ", " + action.who;
    if (action.by)
        line += ", by " + calendar::in_words(*action.by);
    return line;
}

std::string line_of(const NamedEntry& one) { return one.name + ", " + calendar::in_words(one.day); }

struct Words {
    std::string operator()(const Text& it) const { return it.words; }
    std::string operator()(const Choices& it) const { return join(it.chosen, ", "); }
    std::string operator()(const YesNo& it) const { return it.yes ? "Yes" : "No"; }
    std::string operator()(const OnDay& it) const { return calendar::in_words(it.day); }
    std::string operator()(const AtInstant& it) const { return calendar::in_words(it.instant); }
    std::string operator()(const People& it) const {
        if (it.there.empty())
            return it.nobody_else ? "Nobody else" : "";
        return each_on_a_line(it.there, [](const Present& one) { return line_of(one); });
    }
    std::string operator()(const SeenHow& it) const { return std::string(word_of(it.seen)); }
    std::string operator()(const Views& it) const {
        return each_on_a_line(it.views, [](const View& one) { return one.words; });
    }
    std::string operator()(const Options& it) const {
        return each_on_a_line(it.options, [](const Option& one) { return line_of(one); });
    }
    std::string operator()(const Actions& it) const {
        return each_on_a_line(it.actions, [](const Action& one) { return line_of(one); });
    }
    std::string operator()(const Rows& it) const {
        return each_on_a_line(it.rows, [](const auto& cells) { return join(cells, ", "); });
    }
    std::string operator()(const Files& it) const {
        auto names = each_on_a_line(it.files, [](const File& one) { return one.name; });
        return it.kept_at.empty() ? names : join(names.empty() ? std::vector{it.kept_at} : std::vector{names, it.kept_at}, "\n");
    }
    std::string operator()(const Entries& it) const {
        return each_on_a_line(it.entries, [](const NamedEntry& one) { return line_of(one); });
    }
    std::string operator()(const NotKnown& it) const {
        return it.why.empty() ? "Not known." : "Not known. " + it.why;
    }
};

} // namespace

std::string_view word_of(Seen seen) {
    for (const auto& [value, word] : seen_words)
        if (value == seen)
            return word;
    assert(false);
    return {};
}

std::optional<Seen> seen_of(std::string_view word) {
    for (const auto& [value, spelling] : seen_words)
        if (spelling == word)
            return value;
    return std::nullopt;
}

Value::Value() = default;
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;
bool Value::operator==(const Value& other) const { return static_cast<const Values&>(*this) == static_cast<const Values&>(other); }

const Answer* Form::find(std::string_view item) const {
    for (const auto& answer : answers)
        if (answer.item == item)
            return &answer;
    return nullptr;
}

std::string Form::text(std::string_view item) const {
    const auto* answer = find(item);
    if (!answer)
        return {};
    if (const auto* text = std::get_if<Text>(&answer->value))
        return text->words;
    if (const auto* not_known = std::get_if<NotKnown>(&answer->value))
        return not_known->why;
    return {};
}

std::optional<Seen> Form::seen() const {
    for (const auto& answer : answers)
        if (const auto* how = std::get_if<SeenHow>(&answer.value))
            return how->seen;
    return std::nullopt;
}

std::vector<File> Form::files() const {
    std::vector<File> all;
    for (const auto& answer : answers)
        if (const auto* held = std::get_if<Files>(&answer.value))
            all.insert(all.end(), held->files.begin(), held->files.end());
    return all;
}

std::vector<std::string> Form::chosen(std::string_view item) const {
    const auto* answer = find(item);
    const auto* choices = answer ? std::get_if<Choices>(&answer->value) : nullptr;
    return choices ? choices->chosen : std::vector<std::string>{};
}

std::string words_of(const Answer& answer) { return std::visit(Words{}, answer.value); }

} // namespace lifestory::record
