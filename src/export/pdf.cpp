#include "export/pdf.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lifestory::exports {

namespace {

namespace fs = std::filesystem;

constexpr const char* program = "/usr/bin/soffice";
constexpr std::uintmax_t most_bytes = 100'000'000;

Refusal instead(std::string code, const std::string& why) { return refuse(std::move(code), why + " Print the page and save it as a PDF, or keep the Word file"); }

// In memory where there is such a folder, so that nothing of a child comes to lie on a disk; gone with this, whatever happens.
class Scratch {
public:
    Scratch() {
        const bool has_memory = fs::is_directory("/dev/shm") && ::access("/dev/shm", W_OK) == 0;
        auto name = ((has_memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / ("lifestory-pdf-" + std::to_string(::getpid()) + "-XXXXXX")).string();
        if (::mkdtemp(name.data()))
            m_folder = name;
    }
    ~Scratch() {
        std::error_code ignored;
        if (!m_folder.empty())
            fs::remove_all(m_folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

// Its own environment and nothing of ours: no key, no address, no open file.
pid_t started(const fs::path& folder) {
    const std::string profile = "-env:UserInstallation=file://" + (folder / "profile").string();
    const std::string out = folder.string(), in = (folder / "in.docx").string(), home = "HOME=" + folder.string(), temporary = "TMPDIR=" + folder.string();
    std::vector<std::string> words{program, "--headless", "--norestore", "--nolockcheck", "--nodefault", profile, "--convert-to", "pdf:writer_pdf_Export", "--outdir", out, in};
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
    if (::posix_spawn(&child, program, &files, &how, pointers(words).data(), pointers(around).data()) != 0)
        child = -1;
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return child;
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

std::string contents_of(const fs::path& file) {
    std::error_code missing;
    if (const auto size = fs::file_size(file, missing); missing || size > most_bytes)
        return {};
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

} // namespace

bool can_make_pdf() { return ::access(program, X_OK) == 0; }

Result<std::string> pdf_of(const std::string& docx, std::chrono::seconds limit) {
    static std::mutex one_at_a_time; // it takes seconds and much memory: pressed ten times, it must not take every worker of the server
    if (!can_make_pdf())
        return instead("no-libreoffice", "LibreOffice is not installed here.");
    const std::unique_lock alone(one_at_a_time, std::try_to_lock);
    if (!alone)
        return instead("busy", "Another PDF is being made. Try again in a minute.");
    const Scratch scratch;
    std::ofstream out(scratch.folder() / "in.docx", std::ios::binary);
    out << docx;
    out.close();
    const auto child = out ? started(scratch.folder()) : -1;
    if (child < 0)
        return instead("no-pdf", "LibreOffice could not be started.");
    if (!ended_in_time(child, limit))
        return instead("too-slow", "The PDF took too long.");
    auto pdf = contents_of(scratch.folder() / "in.pdf");
    if (!pdf.starts_with("%PDF-"))
        return instead("no-pdf", "LibreOffice could not make the PDF.");
    return pdf;
}

} // namespace lifestory::exports
