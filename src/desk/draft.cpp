#include "desk/draft.h"

#include "base/text.h"

namespace lifestory::desk {

Result<Fields> clean_fields(const Fields& posted) {
    Fields fields;
    std::size_t bytes = 0;
    for (const auto& [name, words] : posted) {
        auto clean = clean_text(words);
        auto clean_name = clean_text(name);
        if (!clean || !clean_name)
            return refuse("not-text", "Type these words again: they came to us damaged.", clean_name ? name : "");
        bytes += name.size() + clean->size();
        if (bytes > most_bytes_of_a_draft)
            return refuse("too-large", "This is too long to keep as one draft. Move some of it to another.", name);
        if (!clean->empty())
            fields[name] = *clean;
    }
    return fields;
}

} // namespace lifestory::desk
