// A GEDCOM file: whatever its bytes, it is drawn or refused with a sentence; nothing else may happen.
#include <cstdint>
#include <cstdlib>

#include "genogram/draw.h"
#include "genogram/read_gedcom.h"
#include "genogram/tell.h"
#include "genogram/write_gedcom.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::genogram;
    const auto read = read_gedcom({reinterpret_cast<const char*>(data), size});
    if (!read) {
        if (read.refusal().message.empty())
            std::abort();
        return 0;
    }
    auto family = with_stand_ins(read->family);
    if (family.people.size() > 150)
        return 0;
    const auto whole = family.people.size();
    if (!family.people.empty())
        family.focus = 0;
    if (lay_out(family, read->written_on).people.size() != whole || draw_genogram(family, {"fuzz", read->written_on, {}, "", "g", Paper::A4Across}).empty())
        std::abort();
    for (const auto version : {GedcomVersion::V551, GedcomVersion::V70}) { // what was written is read again
        const auto back = read_gedcom(gedcom_of(read->family, {}, version));
        if (!back || back->family.people.size() != read->family.people.size())
            std::abort();
    }
    tell(for_child(family).family, read->written_on);
    return 0;
}
