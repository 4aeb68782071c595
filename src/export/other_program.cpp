#include "export/other_program.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lifestory::exports {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 100'000'000;

// Its own environment and nothing of ours: no key, no address, no open file.
pid_t started(const fs::path& folder, std::vector<std::string> words) {
    const auto program = words.front();
    const std::string home = "HOME=" + folder.string(), temporary = "TMPDIR=" + folder.string();
    std::vector<std::string> around{"PATH=/usr/bin:/bin", "LANG=C.UTF-8", home, temporary};
    const auto pointers = [](std::vector<std::string>& all) {
        std::vector<char*> to;
        for (auto& one : all)
            to.push_back(one.data());
        to.push_back(nullptr);
        return to;
    };
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_t how;
    posix_spawnattr_init(&how);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP); // what it starts itself ends with it
    posix_spawnattr_setpgroup(&how, 0);
    pid_t child = -1;
    if (::posix_spawn(&child, program.c_str(), &files, &how, pointers(words).data(), pointers(around).data()) != 0)
        child = -1;
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return child;
}

std::vector<std::string> words_in(const Scratch& scratch, const Making& making) {
    std::vector<std::string> words{making.program};
    for (auto word : making.words) {
        if (const auto at = word.find("{}"); at != std::string::npos)
            word.replace(at, 2, scratch.folder().string());
        words.push_back(std::move(word));
    }
    return words;
}

bool ended_in_time(pid_t child, std::chrono::seconds limit) {
    const int watched = static_cast<int>(::syscall(SYS_pidfd_open, child, 0)); // glibc 2.36 declares it for C alone
    pollfd waiting{watched, POLLIN, 0};
    const auto until = std::chrono::steady_clock::now() + limit;
    int ready = 0;
    do {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        ready = watched < 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(std::max<long>(0, left)));
    } while (ready < 0 && errno == EINTR);
    if (watched >= 0)
        ::close(watched);
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return ready > 0;
}

} // namespace

Scratch::Scratch() {
    const bool has_memory = fs::is_directory("/dev/shm") && ::access("/dev/shm", W_OK) == 0;
    auto name = ((has_memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / ("lifestory-export-" + std::to_string(::getpid()) + "-XXXXXX")).string();
    if (::mkdtemp(name.data()))
        m_folder = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
}

bool Scratch::put(const std::string& name, const std::string& bytes) const {
    std::ofstream out(m_folder / name, std::ios::binary);
    out << bytes;
    out.close();
    return !m_folder.empty() && out.good();
}

std::string Scratch::taken(const std::string& name) const {
    const auto file = m_folder / name;
    std::error_code missing;
    if (const auto size = fs::file_size(file, missing); missing || size > most_bytes)
        return {};
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

bool is_installed(const char* program) { return ::access(program, X_OK) == 0; }

Ended run(const Scratch& scratch, const std::vector<std::string>& words, std::chrono::seconds limit) {
    const auto child = started(scratch.folder(), words);
    if (child < 0)
        return Ended::NotStarted;
    return ended_in_time(child, limit) ? Ended::InTime : Ended::TooLate;
}

Result<std::string> made_by(const Making& making, std::mutex& one_at_a_time) {
    const auto refused = [&](std::string code, const std::string& why) { return refuse(std::move(code), why + " " + making.instead); };
    if (!is_installed(making.program))
        return refused(making.missing, making.name + " is not installed here.");
    const std::unique_lock alone(one_at_a_time, std::try_to_lock);
    if (!alone)
        return refused("busy", "Another " + making.noun + " is being made. Try again in a minute.");
    const Scratch scratch;
    bool is_put = true;
    for (const auto& [name, bytes] : making.files)
        is_put = is_put && scratch.put(name, bytes);
    const auto ended = is_put ? run(scratch, words_in(scratch, making), making.limit) : Ended::NotStarted;
    if (ended == Ended::TooLate)
        return refused("too-slow", "The " + making.noun + " took too long.");
    auto made = ended == Ended::InTime ? scratch.taken(making.out) : std::string();
    if (!made.starts_with(making.begins))
        return refused(making.failed, "The " + making.noun + " could not be made.");
    return made;
}

} // namespace lifestory::exports
