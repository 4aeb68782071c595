// A virus scanner beside the program: clamd, over its socket, given the bytes as they are read (its INSTREAM). What it finds is refused.
// Whether there is one is the installation's matter; one that is there and does not answer is no leave to keep what nobody looked at.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/long_bytes.h"
#include "base/result.h"

namespace lifestory {

struct VirusScanner {
    enum class Wanted { WhenItIsThere, Always } wanted = Wanted::WhenItIsThere;
    std::filesystem::path socket{}; // empty: there is none

    bool is_there() const; // a socket stands at its place
};

// Nothing to say where there is none. Refuses "file-infected", "scanner-limit" and "scanner-silent", in words for whoever puts it in.
Outcome scan(const VirusScanner& scanner, const LongBytes& bytes, std::string_view name);

// For `doctor`: what clamd calls itself; refuses "scanner-silent".
Result<std::string> ask_version(const VirusScanner& scanner);

} // namespace lifestory
