#include "app/commands/rebuild.h"

#include <ostream>

#include "app/installation.h"
#include "base/text.h"

namespace lifestory::app {

int run_rebuild(const std::filesystem::path& data, std::ostream& out, std::ostream& err) {
    auto installation = Installation::open(data, FirstStart::Refuse, store::sqlite::Opening::ForWriting);
    if (!installation) {
        err << installation.refusal().message << "\n";
        return 1;
    }
    auto rebuilt = (*installation)->ledger().rebuild();
    if (!rebuilt) {
        err << rebuilt.refusal().message << "\n";
        return 1;
    }
    out << "The lists were made again from " << plural(*rebuilt, "entry", "entries") << ".\n";
    return 0;
}

} // namespace lifestory::app
