// The ledger's speed, as ratios in one run: verify against `openssl speed sha256` at 2 KB, signing against a bare
// durable SQLite insert, and the time to open a book of a million entries.
//   bench_ledger [FOLDER [ENTRIES-TO-VERIFY [ENTRIES-TO-OPEN]]]
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <fmt/format.h>

#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

namespace {

using namespace lifestory;
using store::sqlite::SqliteLedger;
using Seconds = std::chrono::duration<double>;

constexpr double measured_for = 3; // seconds each
constexpr std::size_t note_bytes = 2048;
constexpr int entries_in_an_act = 2000;

class Stopwatch {
public:
    double seconds() const { return Seconds(std::chrono::steady_clock::now() - m_began).count(); }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

struct Folder {
    explicit Folder(const std::filesystem::path& in) : path(in / ("lifestory-bench-" + RecordNumber::random().hex())) {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

std::unique_ptr<SqliteLedger> open(const Folder& folder) {
    auto key = *ledger::master_key(folder.path / "master.key", ledger::IfAbsent::Make);
    return *store::sqlite::open_ledger({folder.path, key});
}

std::string note_of(std::size_t bytes) { return R"({"words":")" + std::string(bytes - 200, 'w') + R"("})"; }

calendar::Instant today() { return calendar::Instant(*calendar::parse_day("2026-12-23")); }

// Many entries of 100 records in few commits.
void fill(SqliteLedger& ledger, int entries, const std::string& content) {
    std::vector<RecordNumber> records(100);
    for (auto& record : records)
        record = RecordNumber::random();
    for (int done = 0; done < entries; done += entries_in_an_act) {
        ledger::Append act{FormNumber::random(), today(), {}, {}};
        for (int i = done; i < std::min(entries, done + entries_in_an_act); ++i)
            act.entries.push_back({records[static_cast<std::size_t>(i) % 100], EntryId::random(), content, {}});
        if (!ledger.append(std::move(act)))
            std::abort();
    }
}

void say(const char* what, const std::string& figure, double ratio, double goal) {
    fmt::print("{:<44} {:>28}  {:>6.2f}  goal {:>5.2f}  {}\n", what, figure, ratio, goal, ratio >= goal ? "met" : "MISSED");
    std::fflush(stdout);
}

double openssl_megabytes_a_second() {
    auto* pipe = ::popen("openssl speed -elapsed -seconds 3 -bytes 2048 -evp sha256 2>/dev/null | tail -1", "r");
    char name[64] = "";
    double thousands = 0;
    bool read = pipe && std::fscanf(pipe, "%63s %lfk", name, &thousands) == 2;
    if (pipe)
        ::pclose(pipe);
    if (!read)
        fmt::print("openssl speed could not be run\n");
    return thousands / 1000;
}

void bench_verify(const std::filesystem::path& in, int entries) {
    Folder folder(in);
    fill(*open(folder), entries, note_of(note_bytes));
    auto ledger = open(folder);
    double best = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        Stopwatch watch;
        if (!ledger->verify().wrong.empty())
            std::abort();
        best = std::min(best, watch.seconds());
    }
    auto openssl = openssl_megabytes_a_second();
    auto megabytes = static_cast<double>(entries) * note_bytes / 1e6 / best;
    say("verify, two threads, against openssl sha256", fmt::format("{:.0f}/s, {:.0f} of {:.0f} MB/s", entries / best, megabytes, openssl),
        megabytes / openssl, 0.6);
}

double bare_inserts_a_second(const std::filesystem::path& in) {
    Folder folder(in);
    store::sqlite::Database database(folder.path / "bare.sqlite", store::sqlite::OpenAs::Writer);
    database.run("CREATE TABLE bare (number INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    auto body = random_bytes(note_bytes);
    int count = 0;
    Stopwatch watch;
    for (; watch.seconds() < measured_for; ++count)
        database.statement("INSERT INTO bare (body) VALUES (?1)").blob(1, body).run();
    return count / watch.seconds();
}

double signings_a_second(const std::filesystem::path& in, int writers) {
    Folder folder(in);
    auto ledger = open(folder);
    fill(*ledger, 1000, note_of(note_bytes));
    std::atomic<int> count = 0;
    Stopwatch watch;
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&] {
            auto record = RecordNumber::random();
            auto content = note_of(note_bytes);
            for (; watch.seconds() < measured_for; ++count)
                if (!ledger->append({FormNumber::random(), today(), {{record, EntryId::random(), content, {}}}, {}}))
                    std::abort();
        });
    threads.clear();
    return count / watch.seconds();
}

void bench_signing(const std::filesystem::path& in) {
    auto before = bare_inserts_a_second(in);
    auto one = signings_a_second(in, 1), sixteen = signings_a_second(in, 16);
    auto bare = (before + bare_inserts_a_second(in)) / 2;
    say("signing, 1 writer, against a bare insert", fmt::format("{:.0f} of {:.0f}/s", one, bare), one / bare, 0.2);
    say("signing, 16 writers, against a bare insert", fmt::format("{:.0f} of {:.0f}/s", sixteen, bare), sixteen / bare, 0.5);
}

void bench_opening(const std::filesystem::path& in, int entries) {
    Folder folder(in);
    fill(*open(folder), entries, note_of(300));
    Stopwatch watch;
    auto ledger = open(folder);
    auto seconds = watch.seconds();
    say("opening a book, seconds within 3", fmt::format("{} entries in {:.3f} s", ledger->size(), seconds), 3 / seconds, 1);
}

int number(int count, char** words, int which, int otherwise) { return count > which ? std::atoi(words[which]) : otherwise; }

} // namespace

int main(int count, char** words) {
    std::filesystem::path in = count > 1 ? std::filesystem::path(words[1]) : std::filesystem::temp_directory_path();
    fmt::print("{:<44} {:>28}  {:>6}\n", "", "measured", "ratio");
    bench_signing(in);
    bench_verify(in, number(count, words, 2, 200'000));
    bench_opening(in, number(count, words, 3, 1'000'000));
}
