// Putting signed words right (pages 6.7, 6.8; ROC-131, ROC-132). The signed words stay; a correction stands
// before them, a closing keeps them from readers. Whether somebody may is decided at the door; what must hold
// is here.
#pragma once

#include <span>

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// The reason for which the old words are closed as well, once a Head of Service decides.
inline constexpr std::string_view about_another_child = "it is about another child";

// "Ask for a correction": anybody who writes here; goes to the team manager.
Result<Writing> ask_for_correction(const Act& act, const record::Child& child,
                                   const record::CorrectionAsked& asked);

// Only a team manager. "The words are the same as before", "Say why". With `closes_old_words` by a Head of
// Service the old words are closed in the same act; by a team manager the correction stands and the Head of
// Service decides.
Result<Writing> correct(const Act& act, const record::Child& child, const record::Correction& correction);

// Only a team manager. The day on which it happened was another: what was met stays counted from the day as it was known then,
// what is open is counted from the right one. Refuses a day ahead, long before the child's birth, or the same as before.
Result<Writing> put_day_right(const Act& act, const record::Child& child, const EntryId& entry, record::Day right, const std::string& why,
                              std::vector<std::string> tell = {});

// Only a team manager. Nothing of the kind happened: the entry stays readable, and nothing counts from it or is met by it. Of
// one that is about another child a Head of Service closes the words.
Result<Writing> withdraw(const Act& act, const record::Child& child, const EntryId& entry, const std::string& why,
                         std::vector<std::string> tell = {});

// Only a Head of Service: words about another child, or a hidden address. Sentences closed already are left out.
Result<Writing> close_words(const Act& act, const record::Child& child, std::span<const record::Sentence> sentences, const std::string& why);

// Somebody who had the old words was told that they were put right: once each, of those whom the correction names.
Result<Writing> tell_of_correction(const Act& act, const record::Child& child, const record::ToldOfCorrection& told);

} // namespace lifestory::casework
