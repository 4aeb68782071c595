// The form that keeps what is written: a plain form, to which assets/js/autosave.js, findings.js and session.js hold
// on by the data attributes given here. This file is the whole agreement between the page, the script and the server.
//
// POST to `save` with `Accept: application/json`: every named field of the form (application/x-www-form-urlencoded;
// csrf, form_number, draft, version among them). The answer, as JSON:
//   200 {"version": 4,                       the draft's version from now on
//        "versions": {"version": 4, "version.all": 2},   by the name of its field: of a visit to several children one for each of its parts
//        "saved_at": "2026-12-23T10:42:00.000Z",
//        "saved_line": "Saved 10:42",
//        "others": ["Sam Okoro"],            who has it open too (may be absent)
//        "merged": {"views": "..."},         boxes that only somebody else changed (may be absent)
//        "differences": "/drafts/{}/differences",   the same part was written by two (may be absent)
//        "findings": [{"id","item","start","end","words","message","suggestion","asks_reason","category"}],
//                                            item: the id of the box; start and end count UTF-8 bytes of its value. Some have more:
//                                            press, instead (a button, and what it leaves in place of the words), keep, keep_words (the
//                                            one reason to keep them), link, at (where the same words can be read)
//        "reading_age": {"line": "Reading age about 12.", "hard": "2 long sentences", "places": [{"item","start","words"}]},
//                                            line: empty while there is too little to say
//        "lengths": {"item.happened": "4 words. The guide is 10 to 400 words."},  the line of each box that has a guide, by its id
//        "proposed": {"visit-kind": "Kind: ... Why: ..."},   the line of each choice that is proposed, by item
//        "due": {"words": "Due Thursday 24 December 2026", "href": "/children/{}/due/{}"},
//        "locks_in": 900, "locks_line": "10:57",    seconds until the page locks, and when that is
//        "draft": "32 hex digits", "save": "/drafts/{}", "offline_key": "..."}   when this save made the draft
//   401 the session ended, or the token is another session's: the words are kept for their writer, and the page locks.
// The field `unanswered` (any number of them) carries bodies that were sent before without an answer, without csrf: where one
// had arrived, these words follow it.
//   403, 404, 409, 413, 422 {"message": "..."}: not saved; shown as "Not saved.", the message, "Copy your words before you
//   leave."
// What is kept although found goes as fields of the same form: keep-{finding id} = own-word, plainly or other, or what `keep` says.
//
// Unlocking posts email, password and code to /session with the same Accept; 200 {"worker": "...", "csrf": "...",
// "locks_in": 900, "locks_line": "10:57"}, or 401, 429 {"message": "..."}. [Stay] posts csrf to /session/stay; 200
// {"locks_in", "locks_line"}.
#pragma once

#include <string>
#include <string_view>

#include "web/html/html.h"

namespace lifestory::web {

struct DraftForm {
    std::string draft;   // its number in hex; empty before the first word
    std::string version; // "3"
    std::string csrf, form_number;
    Url action;          // where the buttons go (each button may have a formaction of its own)
    Url save;            // where autosave goes
    std::string offline_key; // base64 of 32 bytes, kept by the server alone: the same for this writer and draft each time, and before
                             // the first save for this writer, child and kind
    std::string cursor;  // "item:offset" of the word to come back to, or empty; kept as the field `cursor`
    std::string signed_in_until; // "10:57": told where there is no script
    Html content;
};

Html draft_form(const DraftForm&);

// "Saved 10:42", or before the first word nothing; without script "Last saved 10:42. Press Save to keep what you write
// after that." Stands once on the page.
struct SavedLine {
    std::string time; // "10:42"; empty before the first save
};

Html saved_line(const SavedLine&);
Html save_button(std::string_view after_box); // [Save] after a long box, taken away by script

struct DueLine {
    std::string words; // "Due Thursday 24 December 2026"
    Url how_counted;
};

Html due_line(const DueLine&); // kept up to date by script

// A box of the form whose words are looked at: the textarea, "Written to Tilly" beside its label, and the line
// "2 things to look at" after it, which the script fills.
Html findings_place(std::string_view box); // after the box with this id

} // namespace lifestory::web
