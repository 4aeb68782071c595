// The shell of every page (pages.md section 5): skip link, whose house this is, header with the box that finds a
// child, the ways by role, banner, errors, heading, footer, and what only paper shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "web/html/components.h"

namespace lifestory::web {

enum class HomeOf { Worker, Manager, HeadOfService, Administrator };
enum class Slant { Italic, Upright }; // "Read without slanted letters", a choice in the account

// Who is signed in, as the shell shows it. Absent on the pages before signing in and on every page of errors.
struct SignedIn {
    std::string full_name;
    HomeOf home = HomeOf::Worker;
    std::size_t drafts = 0;
    std::string csrf;
    std::string worker;     // opaque and the same at each sign-in: tells unlocking whose page this is
    std::string locks_at;   // UTC, "2026-12-23T10:57:00.000Z"
    std::string locks_line; // "10:57"
    long locks_in = 0;      // seconds from now until then: what the script counts by, whose clock may differ
    bool asks_code = false; // a six-digit code is asked beside the password
    Slant slant = Slant::Italic;
};

// What stands at the head and foot of the paper when the page is printed.
struct PrintFrame {
    std::string child;      // the name the child uses
    std::string what;       // "Visit, 22 December 2026"
    std::string printed;    // "Printed by Priya Anand, 10:42 on 23 December 2026"
    std::string checkpoint; // its size and root, shortened: "Checkpoint 4,211 9f3c2a"
    std::string reminder;   // the pack's (ROC-001)
};

struct Installation {
    std::string authority = "Northmere Council"; // from the pack
    std::string subtitle;                        // "demonstration: invented people"
    std::string policy_line;                     // "Northmere, December 2026"
    std::string telephone = "01632 960 100";
    std::string hours = "8am to 6pm";
    std::vector<std::string> reminders;          // the pack's, for every page (ROC-001)
    std::string night_telephone = "01632 960 140";
};

enum class Shell { Whole, Bare }; // Bare: nothing of ours around it; what a child reads, and a device in a child's hands

struct PageFrame {
    std::string act;        // "Record a visit": the title is "Record a visit, Tilly, Lifestory"
    std::string first_name; // of the child, on pages about a child; else empty
    Phrase heading;         // the h1; empty: the page brings its own
    Phrase heading_aside;   // right of the heading: buttons
    std::optional<SignedIn> signed_in;
    Installation installation;
    std::optional<NotificationBanner> banner; // at most one
    Refusals refusals;                        // the error summary; the title then begins "Error: "
    std::optional<BackLink> back;
    std::optional<SavedLine> saved;
    std::string found_words; // what the find box holds
    std::optional<PrintFrame> print;
    Shell shell = Shell::Whole;
    std::string current;     // the path of the way that is current: "/", "/children", "/drafts", "/team"
};

Html page(const PageFrame& frame, const Html& main);

// "Record a visit, Tilly, Lifestory"; "Error: " before it when there are refusals.
std::string title_of(const PageFrame& frame);

} // namespace lifestory::web
