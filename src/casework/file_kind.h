// What kind of file this is, by its bytes and never by its name: an allow list of what is a document, a picture, a sound or a film.
// Nothing in it is opened or run.
#pragma once

#include <optional>
#include <string_view>

#include "base/long_bytes.h"
#include "base/result.h"

namespace lifestory::casework {

enum class Shown { Kept, Picture, Sound, Film, Words }; // Kept: taken away and opened by the reader

struct FileKind {
    std::string_view name;         // "PDF document"
    std::string_view content_type;
    std::string_view endings;      // "jpg jpeg": the first is given to a name without one
    Shown shown = Shown::Kept;
};

// Refuses, in a sentence that says what to do, what is empty, a program, a web page, a folder of files, or nothing that it knows; and a
// file whose name says that it is something else.
Result<FileKind> kind_of_file(const LongBytes& bytes, std::string_view name);
Result<FileKind> kind_of_file(std::string_view bytes, std::string_view name);

// Of a file that was kept, by the words that its entry was signed with; nothing for words of another's making.
std::optional<FileKind> kind_called(std::string_view name);

} // namespace lifestory::casework
