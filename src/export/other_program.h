// Another program of this machine, which makes of our file one of another kind: started by its path alone, never through a shell, with a
// home of its own in memory that is wiped afterwards, without our environment and open files, and with a limit of time (decision 0020).
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"

namespace lifestory::exports {

// In memory where there is such a folder, so that nothing of a child comes to lie on a disk; gone with this, whatever happens.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }
    bool put(const std::string& name, const std::string& bytes) const;
    std::string taken(const std::string& name) const; // empty: it is not there, or far too large

private:
    std::filesystem::path m_folder;
};

bool is_installed(const char* program);

enum class Ended { InTime, TooLate, NotStarted };
Ended run(const Scratch& scratch, const std::vector<std::string>& words, std::chrono::seconds limit); // the program's path first

// What is asked of it, and how a refusal of ours speaks of it.
struct Making {
    const char* program;
    std::vector<std::pair<std::string, std::string>> files; // put into the folder: name and bytes
    std::vector<std::string> words;                         // of the command line after the program; "{}" is the folder
    std::string out;                                        // the file that it makes there
    std::string_view begins;                                // with what such a file begins
    std::chrono::seconds limit;
    std::string name, missing, noun, failed, instead;       // "LibreOffice", "no-libreoffice", "PDF", "no-pdf", what to do without it
};

// One at a time of each kind: it takes seconds and much memory, and pressed ten times it must not take every worker of the server.
// Refuses `missing`, "busy", "too-slow" and `failed`.
Result<std::string> made_by(const Making& making, std::mutex& one_at_a_time);

} // namespace lifestory::exports
