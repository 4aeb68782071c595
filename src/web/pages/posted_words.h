// What a form of a draft posts: its words, and the version of the draft over which they were written.
#pragma once

#include "desk/draft.h"
#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

desk::Fields words_of(const http::Fields& posted); // as they came: the desk refuses what is damaged, and names the field
desk::Fields to_be_shown(desk::Fields fields);     // with a mark in place of what is no text
std::uint64_t version_of(const http::Call& call, std::string_view name = "version"); // 0 when the form carries none

// The draft's words at an earlier version, or now; none when that version is not kept any more.
std::optional<desk::Fields> fields_at(const House& house, const desk::Draft& draft, std::uint64_t version);

} // namespace lifestory::web::pages
