// What a filled-in record type holds: answers to its items, with the labels as they were asked, so that an entry can
// be read in seventy-five years without any pack. Item types are the closed list of packs.md section 4.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::record {

enum class Seen { NotSeen, WithOthers, Alone, BabyAwake };

// Somebody who was there, with full name and role or relationship; from the family, the workers, or typed by hand.
struct Present {
    std::string full_name;
    std::string who_they_are; // "nan", "Social Worker, Family Team North"
    std::optional<PersonNumber> person;
    std::optional<WorkerNumber> worker;
    bool operator==(const Present&) const = default;
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
};

struct Action {
    std::string what;
    std::string who;
    std::optional<calendar::Day> by;
    std::string serves; // the outcome or recommendation it serves
    bool operator==(const Action&) const = default;
};

struct Option {
    std::string what;
    std::string why_not;
    bool operator==(const Option&) const = default;
};

struct Text { std::string words; bool operator==(const Text&) const = default; };        // text, prose, place, code, number, interval, entry
struct Choices { std::vector<std::string> chosen; bool operator==(const Choices&) const = default; }; // choice, choices
struct YesNo { bool yes = false; bool operator==(const YesNo&) const = default; };
struct OnDay { calendar::Day day{}; bool operator==(const OnDay&) const = default; };
struct AtInstant { calendar::Instant instant{}; bool operator==(const AtInstant&) const = default; };
struct People { std::vector<Present> there; bool nobody_else = false; bool operator==(const People&) const = default; }; // people, person, worker
struct SeenHow { Seen seen = Seen::NotSeen; bool operator==(const SeenHow&) const = default; };
struct Views { std::vector<View> views; bool operator==(const Views&) const = default; };
struct Options { std::vector<Option> options; bool operator==(const Options&) const = default; };
struct Actions { std::vector<Action> actions; bool operator==(const Actions&) const = default; };
struct Rows { std::vector<std::vector<std::string>> rows; bool operator==(const Rows&) const = default; };
struct NotKnown { std::string why; bool operator==(const NotKnown&) const = default; }; // said as not known, and why

using Value = std::variant<Text, Choices, YesNo, OnDay, AtInstant, People, SeenHow, Views, Options, Actions, Rows, NotKnown>;

struct Answer {
    std::string item;  // the item's id in the pack, "happened"
    std::string label; // as it was asked
    std::string part;  // what-happened, what-you-told-me, ... (packs.md)
    std::string type;  // the item's type, "prose"
    Value value;
    bool operator==(const Answer&) const = default;
};

struct Form {
    std::string record_type;  // the pack's id, "visit"
    std::string name;         // the pack's noun for it that day, "Visit"
    std::vector<Answer> answers;
    bool operator==(const Form&) const = default;

    const Answer* find(std::string_view item) const;
    std::string text(std::string_view item) const;             // words of a Text or NotKnown answer; else empty
    std::optional<Seen> seen() const;                          // from its item of type `seen`
    std::vector<std::string> chosen(std::string_view item) const;
};

// The words of an answer, as `Sentence` counts their bytes and as they are printed.
std::string words_of(const Answer& answer);

} // namespace lifestory::record
