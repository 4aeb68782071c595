// A sentence in the wrong child's part of a visit to several (pages.md 6.5, CAM-028): [Move it to Reece's part] takes it out of the part in
// which it stands and puts it at the end of the same box of that child's, in one act; [Put it back] undoes both. With script
// and without, for the buttons are the form's own: what was typed is saved first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

// Where the sentences of what was found can go. Into a part that is signed nothing goes: the finding says so.
void offer_moves(DraftView& view, const std::vector<OtherPart>& others);
std::string press_of_move(const std::string& finding, const Move& move); // the value of the button `then`

// None: another button was pressed. Else what the page's address ends with when the words have moved; or why they have not.
std::optional<Result<std::string>> move_pressed(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view then);

// What was moved last, with the press that puts it back; empty: nothing was, or more was written there since.
Html moved_words(const House& house, const http::Call& call, const desk::Draft& draft);

} // namespace lifestory::web::pages
