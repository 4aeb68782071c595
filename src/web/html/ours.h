// Our own components, after public patterns of the Ministry of Justice and the NHS: voices, story, lists of work, and
// the things beside the words. Their look is in assets/scss, their script in assets/js; all of them work without.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/blocks.h"
#include "web/html/fields.h"
#include "web/html/html.h"
#include "web/html/lists.h"

namespace lifestory::web {

// ---- whose words are these: a visible label first, then bar and slant or colour, never those alone
enum class Voice { Child, Family, Manager, Worker, NotWrittenToChild };

struct VoiceBlock {
    Voice voice = Voice::Worker;
    Phrase label;         // "Tilly's words", "Kerry's words (Tilly's mum)", "Manager's comment, Gareth Holloway, ..."
    Html words;           // paragraphs(...) or lines(...)
    std::string how;      // "she told me, alone"; shown as "How: ..."
    std::string language; // BCP 47, when it is not English
    std::string id;
};

Html voice_block(const VoiceBlock&);

// ---- a story: entries by month, newest first; each entry a heading
struct TimelineItem {
    std::string day;       // "22", "22 December 2026"
    Phrase title;          // "Visit. Seen alone."
    std::optional<Url> href;
    Html content;
    std::string id;
};

struct TimelineGroup {
    std::string heading; // "December 2026"
    std::vector<TimelineItem> items;
};

struct Timeline {
    std::vector<TimelineGroup> groups;
    int heading_level = 3; // of the months; entries are one level below
};

Html timeline(const Timeline&);

// ---- ways through a record
struct NavigationLink {
    Phrase words;
    Url href;
    bool is_current = false;
};

struct SubNavigation {
    std::string label;         // for the landmark: "About Tilly"
    std::string phone_summary; // "More about Tilly": on a phone the links stand in this details element
    std::vector<NavigationLink> links;
};

Html sub_navigation(const SubNavigation&);

struct ChosenFilter {
    std::string words; // "Visits"
    Url without;       // the list without this filter
};

struct Filter {
    Url action;   // a GET with codes
    Html fields;  // selects, radios, date inputs
    std::vector<ChosenFilter> chosen;
    std::string found; // "14 entries": always said
    std::string button = "Show";
};

Html filter(const Filter&);

// ---- things beside the words
struct SideCard {
    Phrase title;
    Html content;
    std::string id, classes;
    int heading_level = 2;
    Attributes attributes;
};

Html side_card(const SideCard&);

// One thing to look at, as the page shows it without script; assets/js/findings.js writes the same markup.
struct FindingCard {
    std::string id, item; // item: the id of the box it is about
    std::string words;    // as they stand in the box; empty: something is missing
    std::size_t start = 0, end = 0; // bytes of the box's value
    Phrase message;
    std::string suggestion; // [Use "seeing Mum"]; empty: nothing to put in
    std::string kept_reason;  // as chosen, by its value; empty: not kept
    std::vector<std::pair<std::string, std::string>> keep{}; // how it can be kept, value and words; one: "Still true, leave in"
    std::string press{};      // [Take out], [Show only the message]; empty: there is no such press
    std::string instead{};    // what a press leaves in place of the words
    std::string link{};       // the words stand elsewhere too: "Read the visit of 9 December 2026"
    std::optional<Url> at{};  // where it leads
    ErrorMessage error{};     // no reason was given
    std::vector<std::pair<std::string, std::string>> moves{}; // buttons of the form, value of `then` and words: [Move it to Reece's part]
    std::string quote{};      // the words that the card shows, where its message does not tell which; empty: none
    std::string row{};        // what the fields of the row begin with that a press takes out; empty: just the words
};

enum class KeepChoice { Hidden, Shown }; // Shown: "Keep mine" as radios, on the page that checks
enum class Presses { ByScript, Shown };  // Shown: as buttons of the form, then = press.{id}
enum class WhenShown { AsIWrite, WhenICheck };

// The column of cards: "3 things to look at".
struct ThingsToLookAt {
    std::vector<FindingCard> findings;
    KeepChoice keep = KeepChoice::Hidden;
    Presses presses = Presses::ByScript;
    Url page;                        // where the boxes are; empty: on this page
    std::optional<WhenShown> when;   // the writer's choice, the field show-things of the form; absent: not asked
    std::string possessive = "their"; // "It is her own word"
    int heading_level = 2;
};

Html things_to_look_at(const ThingsToLookAt&);

// Where presses beside findings stand before the form's own button: without this, Enter in a box would press the first of them.
Html enter_presses_nothing();

struct WordsStrip {
    std::string label; // "Tilly's words"
    Phrase words;      // say "Nan's", not "placement".
    std::optional<Url> all;
    std::string all_words = "All her words";
};

Html words_strip(const WordsStrip&);

// ---- lists of work
struct StartHereCard {
    Phrase words;  // "Reece has not been seen alone for 61 days."
    Phrase detail; // "Last: 23 October 2026."
    Html button;   // named for the act and the child
};

Html start_here(const std::vector<StartHereCard>& cards, int heading_level = 2); // never more than three are shown

struct WorkRow {
    Phrase what, state; // "Core group notes, Ava", "late by 2 working days (due 21 December 2026)"
    Html act;
};

struct WorkList {
    std::string title; // "Late"
    std::vector<WorkRow> rows;
    std::string empty_words; // "Nothing is late."
    bool is_open = false;        // else its rows come with a press on the title
    std::size_t first_shown = 5; // the rest stand closed; 0: all of them
    int heading_level = 2;
};

Html work_list(const WorkList&); // a heading with its count over the rows

// ---- layout within a page
struct SideBySide {
    Phrase left_title, right_title;
    Html left, right;
    int heading_level = 2;
};

Html side_by_side(const SideBySide&); // two versions; one under the other on a phone
Html main_and_side(const Html& main, const Html& side); // two thirds and a third; the side comes after on a phone
Html cards_in_row(const std::vector<Html>& cards);      // three to a row; one under the other on a phone
Html button_group(const std::vector<Html>& buttons);
// On a phone the button stands at the foot of the screen, with the saved line and never over the focus; the others
// stand beside it, on a phone above the foot of the page.
Html bottom_bar(const Html& button, const Html& others = {});

struct InterruptionCard {
    Phrase title; // "Before you sign: this is about Reece, not Tilly"
    Html content; // with the form and its buttons
};

Html interruption_card(const InterruptionCard&);

} // namespace lifestory::web
