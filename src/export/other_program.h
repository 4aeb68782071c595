// Another program of this machine, which makes of our file one of another kind: started by its path alone, never through a shell, with a
// home of its own in memory that is wiped afterwards, without our environment and open files, and with a limit of time (decision 0020).
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

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

} // namespace lifestory::exports
