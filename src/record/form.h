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
    template <class Self = Present> static constexpr auto fields() {
        return std::tuple(field("full_name", &Self::full_name), field("who_they_are", &Self::who_they_are),
                          field("person", &Self::person), field("worker", &Self::worker));
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
    template <class Self = View> static constexpr auto fields() {
        return std::tuple(field("whose", &Self::whose), field("who_they_are", &Self::who_they_are),
                          field("person", &Self::person), field("words", &Self::words), field("how", &Self::how),
                          field("through", &Self::through), field("agrees", &Self::agrees));
    }
};

struct Action {
    std::string what;
    std::string who;
    std::optional<calendar::Day> by;
    std::string serves; // the outcome or recommendation it serves
    bool operator==(const Action&) const = default;
    template <class Self = Action> static constexpr auto fields() {
        return std::tuple(field("what", &Self::what), field("who", &Self::who), field("by", &Self::by),
                          field("serves", &Self::serves));
    }
};

struct Option {
    std::string what;
    std::string why_not;
    bool operator==(const Option&) const = default;
    template <class Self = Option> static constexpr auto fields() {
        return std::tuple(field("what", &Self::what), field("why_not", &Self::why_not));
    }
};

// The values of answers; the key of the first field tells them apart in JSON.
struct Text { // text, prose, place, code, number, interval
    std::string words;
    bool operator==(const Text&) const = default;
    template <class Self = Text> static constexpr auto fields() { return std::tuple(field("words", &Self::words)); }
};
struct Choices { // choice, choices
    std::vector<std::string> chosen;
    bool operator==(const Choices&) const = default;
    template <class Self = Choices> static constexpr auto fields() { return std::tuple(field("chosen", &Self::chosen)); }
};
struct YesNo {
    bool yes = false;
    bool operator==(const YesNo&) const = default;
    template <class Self = YesNo> static constexpr auto fields() { return std::tuple(field("yes", &Self::yes)); }
};
struct OnDay {
    calendar::Day day{};
    bool operator==(const OnDay&) const = default;
    template <class Self = OnDay> static constexpr auto fields() { return std::tuple(field("day", &Self::day)); }
};
struct AtInstant {
    calendar::Instant instant{};
    bool operator==(const AtInstant&) const = default;
    template <class Self = AtInstant> static constexpr auto fields() { return std::tuple(field("instant", &Self::instant)); }
};
struct People { // people, person, worker
    std::vector<Present> there;
    bool nobody_else = false;
    bool operator==(const People&) const = default;
    template <class Self = People> static constexpr auto fields() {
        return std::tuple(field("there", &Self::there), field("nobody_else", &Self::nobody_else));
    }
};
struct SeenHow {
    Seen seen = Seen::NotSeen;
    bool operator==(const SeenHow&) const = default;
    template <class Self = SeenHow> static constexpr auto fields() { return std::tuple(field("seen", &Self::seen)); }
};
struct Views {
    std::vector<View> views;
    bool operator==(const Views&) const = default;
    template <class Self = Views> static constexpr auto fields() { return std::tuple(field("views", &Self::views)); }
};
struct Options {
    std::vector<Option> options;
    bool operator==(const Options&) const = default;
    template <class Self = Options> static constexpr auto fields() { return std::tuple(field("options", &Self::options)); }
};
struct Actions {
    std::vector<Action> actions;
    bool operator==(const Actions&) const = default;
    template <class Self = Actions> static constexpr auto fields() { return std::tuple(field("actions", &Self::actions)); }
};
struct Rows {
    std::vector<std::vector<std::string>> rows;
    bool operator==(const Rows&) const = default;
    template <class Self = Rows> static constexpr auto fields() { return std::tuple(field("rows", &Self::rows)); }
};
// A file kept with the entry. Its bytes stand beside the book (docs/formats/ledger.md); here is what tells them from any others.
struct File {
    FileNumber number;
    std::string name;   // as it was called where it came from
    std::string kind;   // "PDF document", from its first bytes
    std::uint32_t length = 0;
    std::string sha256; // hexadecimal
    bool operator==(const File&) const = default;
    template <class Self = File> static constexpr auto fields() {
        return std::tuple(field("number", &Self::number), field("name", &Self::name), field("kind", &Self::kind),
                          field("length", &Self::length), field("sha256", &Self::sha256));
    }
};
struct Files { // attachment
    std::vector<File> files;
    std::string kept_at; // where it is kept, when it is no file or somewhere else too
    bool operator==(const Files&) const = default;
    template <class Self = Files> static constexpr auto fields() {
        return std::tuple(field("files", &Self::files), field("kept_at", &Self::kept_at));
    }
};
// An entry of the same record, with what it was called and its day, so that it is known from the words alone.
struct NamedEntry {
    EntryId entry;
    std::string name; // "Visit"
    calendar::Day day{};
    bool operator==(const NamedEntry&) const = default;
    template <class Self = NamedEntry> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("name", &Self::name), field("day", &Self::day));
    }
};
struct Entries { // entry: what something rests on or draws on
    std::vector<NamedEntry> entries;
    bool operator==(const Entries&) const = default;
    template <class Self = Entries> static constexpr auto fields() { return std::tuple(field("entries", &Self::entries)); }
};
struct NotKnown { // said as not known, and why
    std::string why;
    bool operator==(const NotKnown&) const = default;
    template <class Self = NotKnown> static constexpr auto fields() { return std::tuple(field("not_known", &Self::why)); }
};

using Values = std::variant<Text, Choices, YesNo, OnDay, AtInstant, People, SeenHow, Views, Options, Actions, Rows, Files, Entries, NotKnown>;

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
    template <class Self = Answer> static constexpr auto fields() {
        return std::tuple(field("item", &Self::item), field("label", &Self::label), field("part", &Self::part),
                          field("type", &Self::type), field("value", &Self::value));
    }
};

struct Form {
    std::string record_type;  // the pack's id, "visit"
    std::string name;         // the pack's noun for it that day, "Visit"
    std::vector<Answer> answers;
    bool operator==(const Form&) const = default;
    template <class Self = Form> static constexpr auto fields() {
        return std::tuple(field("record_type", &Self::record_type), field("name", &Self::name),
                          field("answers", &Self::answers));
    }

    const Answer* find(std::string_view item) const;
    std::string text(std::string_view item) const;             // words of a Text or NotKnown answer; else empty
    std::optional<Seen> seen() const;                          // from its item of type `seen`
    std::vector<std::string> chosen(std::string_view item) const;
    std::vector<File> files() const;                           // of all its items
};

// The words of an answer, as `Sentence` counts their bytes and as they are printed. Views, options, actions and rows
// stand one a line, in their order; of a view only its own words, so that a range never holds a label.
std::string words_of(const Answer& answer);

} // namespace lifestory::record
