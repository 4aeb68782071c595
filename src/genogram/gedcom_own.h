// What our own GEDCOM files say beyond the standard (docs/formats/gedcom.md): the tags, and how they are read back. A file is our
// own when its HEAD says so; then nothing is guessed, and what was written is what is read.
#pragma once

#include "genogram/gedcom_branch.h"

namespace lifestory::genogram {

inline constexpr std::string_view own_program = "LIFESTORY";

struct OwnTag {
    std::string_view tag, means; // the last part of its address in a GEDCOM 7.0 schema
};

inline constexpr OwnTag own_tags[] = {
    {"_ALONE", "nobody-missing"}, {"_AROUND", "around"}, {"_DIRECTION", "direction"}, {"_FOCUS", "focus"},
    {"_FROM", "from"},            {"_HOME", "home"},     {"_KIND", "kind"},           {"_MEMBER", "member"},
    {"_NAME", "whole-name"},      {"_NIGHT", "at-night"}, {"_NUMBER", "number"},      {"_SINCE", "since"},
    {"_STANDIN", "not-recorded"}, {"_TIE", "tie"},       {"_TO", "to"},               {"_TWIN", "twin"},
    {"_UNTIL", "until"},          {"_UNTOLD", "untold"},
};

std::string_view own_word(UnionKind kind); // empty: not known
std::string_view own_word(Parentage kind);
std::string_view own_word(AroundKind kind);
std::string_view own_word(TieKind kind);
std::string_view own_word(Direction direction);

bool is_our_own(const std::vector<Branch>& records);

// Puts into a family that was read by the standard's tags what stands in ours.
void read_own(Family& family, const std::vector<Branch>& records, const Places& people, const Places& unions);

} // namespace lifestory::genogram
