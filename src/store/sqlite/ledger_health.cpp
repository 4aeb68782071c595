#include "store/sqlite/ledger_health.h"

#include <algorithm>
#include <fstream>
#include <numeric>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace lifestory::store::sqlite {

namespace {

using Micro = std::chrono::microseconds;

constexpr Micro slow_flush{10'000};
constexpr int flushes = 9;

constexpr const char* integrity = "PRAGMA integrity_check(20)";
constexpr const char* select_records = "SELECT DISTINCT record FROM entries";

Micro timed_flush(int file) {
    auto began = std::chrono::steady_clock::now();
    if (::pwrite(file, "x", 1, 0) != 1 || ::fdatasync(file) != 0)
        throw Fault("The disk does not flush.");
    return std::chrono::duration_cast<Micro>(std::chrono::steady_clock::now() - began);
}

void measure_flush(const std::filesystem::path& folder, Health& health) {
    auto name = folder / "doctor.probe";
    int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        health.wrong.push_back(fmt::format("The folder {} cannot be written to: give it to the user that runs lifestory.",
                                           folder.string()));
        return;
    }
    std::vector<Micro> times;
    for (int i = 0; i < flushes; ++i)
        times.push_back(timed_flush(file));
    ::close(file);
    std::filesystem::remove(name);
    std::nth_element(times.begin(), times.begin() + flushes / 2, times.end());
    health.flush = times[flushes / 2];
    if (health.flush > slow_flush)
        health.advice.push_back(fmt::format("The disk takes {} ms to flush: signing will feel slow. Put the folder on a "
                                            "faster disk.", health.flush.count() / 1000));
}

void check_file(const std::filesystem::path& file, Health& health) {
    Database database(file, OpenAs::Reader);
    auto row = database.statement(integrity);
    while (row.step())
        if (row.text_at(0) != "ok")
            health.wrong.push_back(fmt::format("{}: {}. Put back a copy that 'lifestory verify' accepts.",
                                               file.filename().string(), row.text_at(0)));
}

void check_keys(const Book& book, Health& health) {
    auto names = book.keys.names();
    std::set<RecordNumber> held;
    for (const auto& name : names) {
        held.insert(name.record);
        if (!book.keys.read(name))
            health.wrong.push_back(fmt::format("The key of record {} does not open: put back the copy of keys.sqlite.",
                                               name.record.hex()));
    }
    health.records = held.size();
    auto database = book.readers.borrow();
    health.entries = book_size(*database);
    auto row = database->statement(select_records);
    while (row.step())
        if (!held.contains(row.number_at<RecordNumber>(0)))
            health.wrong.push_back(fmt::format("Record {} has no key: put back the copy of keys.sqlite.",
                                               row.number_at<RecordNumber>(0).hex()));
}

void check_permissions(const std::filesystem::path& file, Health& health) {
    struct stat found {};
    if (::stat(file.c_str(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        health.wrong.push_back(fmt::format("{0} can be read by others: run 'chmod go= {0}'.", file.string()));
}

bool same_disk(const std::filesystem::path& left, const std::filesystem::path& right) {
    struct stat one {}, other {};
    return ::stat(left.c_str(), &one) == 0 && ::stat(right.c_str(), &other) == 0 && one.st_dev == other.st_dev;
}

void check_places(const std::filesystem::path& folder, Health& health) {
    auto master = folder / "master.key";
    if (same_disk(master, folder))
        health.advice.push_back("The master key lies in the data folder, on the same disk as what it opens: keep it "
                                "elsewhere and say where in settings.toml. Keep a copy apart: without it nothing opens.");
    for (const auto* name : {"master.key", "keys.sqlite", "ledger.sqlite"})
        check_permissions(folder / name, health);
    check_permissions(folder, health);
    for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.is_regular_file())
            health.bytes += file.file_size();
}

void check_swap(Health& health) {
    std::ifstream swaps("/proc/swaps");
    std::string line;
    std::getline(swaps, line);
    if (std::getline(swaps, line))
        health.advice.push_back("This machine swaps memory to disk: turn swap off or encrypt it, so that no open record lies there.");
}

} // namespace

Health health_of(const Book& book) {
    Health health;
    measure_flush(book.folder, health);
    check_file(book.folder / "ledger.sqlite", health);
    check_file(book.folder / "keys.sqlite", health);
    check_keys(book, health);
    check_places(book.folder, health);
    check_swap(health);
    return health;
}

} // namespace lifestory::store::sqlite
