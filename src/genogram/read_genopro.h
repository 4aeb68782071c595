// A family from a file of GenoPro's: the XML, or the .gno archive that holds it as Data.xml. What we cannot draw (pets, kinds of tie
// we have no line for) is left out and noted.
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

constexpr std::size_t most_genopro_bytes = 20'000'000; // of the XML, also once it is unpacked

// Refuses, each in one sentence that says what to do: "bad-genopro" (no XML of GenoPro's, or one that declares types or entities of its
// own, or nests too deep), "not-our-letters", "too-large", "own-ancestor".
Result<Family> read_genopro(std::string_view bytes);

} // namespace lifestory::genogram
