// What a filled-in record type holds: answers to its items, with the labels as they were asked, so that an entry can
// be read in seventy-five years without any pack. Item types are the closed list of the packs' format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"
#include "record/fields.h"

namespace lifestory::record {

enum class Seen { NotSeen, WithOthers, Alone, BabyAwake };

std::string_view word_of(Seen seen); // as packs and entries spell it: "not seen", "seen with others", ...
std::optional<Seen> seen_of(std::string_view word);

// Somebody who was there, with full name and role or relationship; from the family, the workers, or typed by hand.
struct Present {
    std::string full_name;
    std::string who_they_are; // "nan", "Social Worker, Family Team North"
    std::optional<PersonNumber> person;
    std::optional<WorkerNumber> worker;
    bool operator==(const Present&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("full_name", &Present::full_name), field("who_they_are", &Present::who_they_are),
                          field("person", &Present::person), field("worker", &Present::worker));
    }
};

// Somebody's own words and how we came to know them: shown in italic, with a spoken label.
struct View {
    std::string whose;                // "child", or the person's full name
    std::string who_they_are;         // "mum"; empty for the child
    std::optional<PersonNumber> person;
    std::string words;                // as they said them
    std::vector<std::string> how;     // "talking alone", "drawing", ...
    std::string through;              // who told us, when it was not first-hand
    std::optional<bool> agrees;
    bool operator==(const View&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("whose", &View::whose), field("who_they_are", &View::who_they_are),
                          field("person", &View::person), field("words", &View::words), field("how", &View::how),
                          field("through", &View::through), field("agrees", &View::agrees));
    }
};

struct Action {
    std::string what;
    std::string who;
    std::optional<calendar::Day> by;
    std::string serves; // the outcome or recommendation it serves
    bool operator==(const Action&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("what", &Action::what), field("who", &Action::who), field("by", &Action::by),
                          field("serves", &Action::serves));
    }
};

struct Option {
    std::string what;
    std::string why_not;
    bool operator==(const Option&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("what", &Option::what), field("why_not", &Option::why_not));
    }
};

// The values of answers; the key of the first field tells them apart in JSON.
struct Text { // text, prose, place, code, number, interval, entry
    std::string words;
    bool operator==(const Text&) const = default;
    static constexpr auto fields() { return std::tuple(field("words", &Text::words)); }
};
struct Choices { // choice, choices
    std::vector<std::string> chosen;
    bool operator==(const Choices&) const = default;
    static constexpr auto fields() { return std::tuple(field("chosen", &Choices::chosen)); }
};
struct YesNo {
    bool yes = false;
    bool operator==(const YesNo&) const = default;
    static constexpr auto fields() { return std::tuple(field("yes", &YesNo::yes)); }
};
struct OnDay {
    calendar::Day day{};
    bool operator==(const OnDay&) const = default;
    static constexpr auto fields() { return std::tuple(field("day", &OnDay::day)); }
};
struct AtInstant {
    calendar::Instant instant{};
    bool operator==(const AtInstant&) const = default;
    static constexpr auto fields() { return std::tuple(field("instant", &AtInstant::instant)); }
};
struct People { // people, person, worker
    std::vector<Present> there;
    bool nobody_else = false;
    bool operator==(const People&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("there", &People::there), field("nobody_else", &People::nobody_else));
    }
};
struct SeenHow {
    Seen seen = Seen::NotSeen;
    bool operator==(const SeenHow&) const = default;
    static constexpr auto fields() { return std::tuple(field("seen", &SeenHow::seen)); }
};
struct Views {
    std::vector<View> views;
    bool operator==(const Views&) const = default;
    static constexpr auto fields() { return std::tuple(field("views", &Views::views)); }
};
struct Options {
    std::vector<Option> options;
    bool operator==(const Options&) const = default;
    static constexpr auto fields() { return std::tuple(field("options", &Options::options)); }
};
struct Actions {
    std::vector<Action> actions;
    bool operator==(const Actions&) const = default;
    static constexpr auto fields() { return std::tuple(field("actions", &Actions::actions)); }
};
struct Rows {
    std::vector<std::vector<std::string>> rows;
    bool operator==(const Rows&) const = default;
    static constexpr auto fields() { return std::tuple(field("rows", &Rows::rows)); }
};
struct NotKnown { // said as not known, and why
    std::string why;
    bool operator==(const NotKnown&) const = default;
    static constexpr auto fields() { return std::tuple(field("not_known", &NotKnown::why)); }
};

using Values = std::variant<Text, Choices, YesNo, OnDay, AtInstant, People, SeenHow, Views, Options, Actions, Rows, NotKnown>;

// One of them. Copied, moved and ended in form.cpp, once for all files.
struct Value : Values {
    using Values::Values;
    Value();
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();
    bool operator==(const Value& other) const;
};

struct Answer {
    std::string item;  // the item's id in the pack, "happened"
    std::string label; // as it was asked
    std::string part;  // what-happened, what-you-told-me, ... (packs.md)
    std::string type;  // the item's type, "prose"
    Value value;
    bool operator==(const Answer&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("item", &Answer::item), field("label", &Answer::label), field("part", &Answer::part),
                          field("type", &Answer::type), field("value", &Answer::value));
    }
};

struct Form {
    std::string record_type;  // the pack's id, "visit"
    std::string name;         // the pack's noun for it that day, "Visit"
    std::vector<Answer> answers;
    bool operator==(const Form&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("record_type", &Form::record_type), field("name", &Form::name),
                          field("answers", &Form::answers));
    }

    const Answer* find(std::string_view item) const;
    std::string text(std::string_view item) const;             // words of a Text or NotKnown answer; else empty
    std::optional<Seen> seen() const;                          // from its item of type `seen`
    std::vector<std::string> chosen(std::string_view item) const;
};

// The words of an answer, as `Sentence` counts their bytes and as they are printed. Views, options, actions and rows
// stand one a line, in their order; of a view only its own words, so that a range never holds a label.
std::string words_of(const Answer& answer);

} // namespace lifestory::record
