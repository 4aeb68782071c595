// A file of GenoPro's: whatever its bytes, it is read or refused with a sentence; nothing else may happen.
#include <cstdint>
#include <cstdlib>

#include "genogram/draw.h"
#include "genogram/read_genopro.h"
#include "genogram/write_gedcom.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lifestory::genogram;
    const auto read = read_genopro({reinterpret_cast<const char*>(data), size});
    if (!read) {
        if (read.refusal().message.empty())
            std::abort();
        return 0;
    }
    const auto family = with_stand_ins(*read);
    if (family.people.size() > 150)
        return 0;
    if (lay_out(family, {}).people.size() != family.people.size() || gedcom_of(family, {}, GedcomVersion::V70).empty())
        std::abort();
    return 0;
}
