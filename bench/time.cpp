// How fast time is counted: one due date, all that one child is owed, all that every child of an authority is owed from the
// sealed entries, and what is open once more after another pack or a declared bank holiday. The goals are the design's.
//   bench_time FOLDER [RECORDS ...]   each size in a folder of its own, taken away afterwards; 1500 and 15000 unless said
//   bench_time write FOLDER RECORDS   makes the book and leaves it there; bench_time count FOLDER RECORDS: measures one that is
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <regex>

#include <fmt/format.h>

#include "access/owing.h"
#include "base/text.h"
#include "lives.h"
#include "policy/timeline_of.h"
#include "store/sqlite/index.h"
#include "store/sqlite/ledger.h"

namespace {

using namespace lifestory;
namespace fs = std::filesystem;
using Seconds = std::chrono::duration<double>;
using Which = access::Owing::Which;

// By the clock on the wall, and of processor time over all cores: beside other work the second tells more.
class Stopwatch {
public:
    double seconds() const { return Seconds(std::chrono::steady_clock::now() - m_began).count(); }
    double processor() const { return static_cast<double>(std::clock() - m_processor) / CLOCKS_PER_SEC; }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    std::clock_t m_processor = std::clock();
};

struct Folder {
    explicit Folder(const fs::path& in) : path(in / ("lifestory-bench-" + RecordNumber::random().hex())) { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};

void say(const std::string& what, const std::string& figure, const std::string& goal, bool is_met) {
    fmt::print("{:<54} {:>38}   goal {:<10} {}\n", what, figure, goal, is_met ? "met" : "MISSED");
    std::fflush(stdout);
}

template <class T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.refusal().message);
    return std::move(*result);
}

policy::Pack model() { return must(policy::load(fs::path(SOURCE_FOLDER) / "packs/model")); }

// Another version of the pack, in which one number is another.
policy::Pack changed(const policy::Pack& pack) {
    std::vector<policy::PackFile> files = pack.files;
    for (auto& file : files) {
        file.text = std::regex_replace(file.text, std::regex("(\nversion *= *\")[^\"]*"), "$1after the change", std::regex_constants::format_first_only);
        file.text = std::regex_replace(file.text, std::regex("\"4 weeks\""), "\"3 weeks\"");
    }
    return must(policy::load_texts(files, pack.about.id));
}

// ---- one due date

void bench_due(const policy::Pack& pack) {
    const auto& calendar = pack.calendar_named("");
    const std::vector<calendar::Count> counts{{1, calendar::Unit::WorkingDays}, {3, calendar::Unit::WorkingDays}, {5, calendar::Unit::WorkingDays},
                                              {10, calendar::Unit::WorkingDays}, {15, calendar::Unit::WorkingDays}, {24, calendar::Unit::Hours},
                                              {6, calendar::Unit::Weeks}, {3, calendar::Unit::Months}};
    auto event = bench::ends();
    std::int64_t sum = 0;
    constexpr int times = 4'000'000;
    auto began = std::clock();
    for (int at = 0; at < times; ++at) {
        auto due = calendar::due_date({counts[static_cast<std::size_t>(at) % counts.size()], event + std::chrono::hours(at % 50'000), calendar::Direction::After, {}}, calendar);
        sum += due->day.time_since_epoch().count();
    }
    double a_second = times / (static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
    say("due dates, one core", fmt::format("{:.2f} million a second", a_second / 1e6 + (sum == 0 ? 1 : 0)), "1 million", a_second >= 1e6);
}

// ---- an authority

struct House {
    explicit House(const fs::path& folder)
        : ledger(must(store::sqlite::open_ledger({folder, must(ledger::master_key(folder / "master.key", ledger::IfAbsent::Make))}))),
          index(folder / "ledger.sqlite") {}
    std::unique_ptr<store::sqlite::SqliteLedger> ledger;
    store::sqlite::SqliteIndex index;
};

// The peak since the last call, in MB: all that is resident, files mapped for reading too.
long peak_megabytes() {
    long kilobytes = 0;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            kilobytes = std::atol(line.c_str() + 6);
    std::ofstream("/proc/self/clear_refs") << "5";
    return kilobytes / 1024;
}

void bench_one_child(House& house, const policy::RuleBooks& books) {
    auto authority = must(record::read_entries(must(house.ledger->read(*house.index.authority()))));
    auto folded = record::fold_authority(authority);
    auto children = house.index.children();
    std::vector<record::Child> some;
    for (std::size_t at = 0; at < 50; ++at)
        some.push_back(record::fold_child(must(record::read_entries(must(house.ledger->read(children[at * children.size() / 50]))))));
    std::size_t rows = 0, entries = 0, turns = 0;
    auto began = std::clock();
    double seconds = 0;
    for (; seconds < 1; ++turns, seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC)
        for (const auto& child : some) {
            auto timeline = policy::timeline_of(child, folded, books.in_force->pack());
            rows += policy::obligations_of(books, timeline, bench::ends(), policy::RuleWords::LeftOut).size();
            entries += child.length;
        }
    auto derived = static_cast<double>(turns * some.size());
    say(fmt::format("one child: {:.0f} entries, {:.0f} obligations", static_cast<double>(entries) / derived, static_cast<double>(rows) / derived),
        fmt::format("{:.3f} ms", seconds * 1000 / derived), "1 ms", seconds * 1000 / derived <= 1);
}

bench::Size size_of(std::uint32_t records) { return {records, std::max(1u, records * 12 / 150), 67, std::max(20u, records / 75)}; }

void write_authority(const fs::path& folder, std::uint32_t records) {
    Stopwatch watch;
    auto pack = model();
    bench::SealedBook book(folder, must(ledger::master_key(folder / "master.key", ledger::IfAbsent::Make)));
    auto size = size_of(records);
    auto entries = bench::Lives(book, pack, size).write();
    fmt::print("\n{} records, {} open, {} entries, {} workers: written in {:.0f} s\n", size.records, size.open, entries, size.workers, watch.seconds());
    std::fflush(stdout);
}

void count_authority(const fs::path& folder, std::uint32_t records) {
    auto pack = model();
    policy::RuleBook book(pack);
    House house(folder);
    policy::RuleBooks books{&book, {}};
    access::Owing owing(*house.ledger, house.index, books);
    bench_one_child(house, books);

    peak_megabytes();
    Stopwatch rebuilding;
    auto rebuilt = owing.rebuild(bench::ends());
    auto seconds = rebuilding.seconds(), processor = rebuilding.processor();
    auto scale = 150'000.0 / records;
    auto peak = peak_megabytes();
    say(fmt::format("rebuilt from sealed entries: {} due items", rebuilt.rows), fmt::format("{:.1f} s, {:.2f} ms of processor each", seconds, processor * 1000 / records),
        fmt::format("{:.1f} s", 300 / scale), seconds <= 300 / scale);
    say("memory at its peak", fmt::format("{} MB", peak), "2048 MB", peak < 2048);

    auto other = changed(pack);
    policy::RuleBook other_book(other);
    policy::RuleBooks after{&other_book, {{pack.digest, &book}}};
    access::Owing owing_after(*house.ledger, house.index, after);
    Stopwatch recounting;
    auto recounted = owing_after.bring_up_to_date(Which::Open, bench::ends());
    say(fmt::format("another pack: {} open records counted anew", recounted.records), fmt::format("{:.2f} s, {:.2f} of processor", recounting.seconds(), recounting.processor()),
        fmt::format("{:.2f} s", 10 / scale), recounting.seconds() <= 10 / scale);

    record::Said said;
    auto holiday = record::write_content(said, record::HolidayDeclared{*calendar::parse_day("2026-12-29"), "A day of thanks"});
    must(house.ledger->append({FormNumber::random(), bench::ends(), {{*house.index.authority(), EntryId::random(), holiday, {}}}, {}}));
    Stopwatch holidaying;
    recounted = owing_after.bring_up_to_date(Which::Open, bench::ends());
    say(fmt::format("a declared bank holiday: {} counted anew", recounted.records), fmt::format("{:.2f} s, {:.2f} of processor", holidaying.seconds(), holidaying.processor()),
        fmt::format("{:.2f} s", 10 / scale), holidaying.seconds() <= 10 / scale);
    say("memory at its peak", fmt::format("{} MB", peak_megabytes()), "2048 MB", true);
}

} // namespace

int main(int count, char** words) {
    std::vector<std::string> said(words + 1, words + count);
    bool only_write = !said.empty() && said.front() == "write", only_count = !said.empty() && said.front() == "count";
    if (only_write || only_count)
        said.erase(said.begin());
    fs::path in = said.empty() ? fs::temp_directory_path() : fs::path(said.front());
    std::vector<std::uint32_t> sizes;
    for (std::size_t at = 1; at < said.size(); ++at)
        sizes.push_back(static_cast<std::uint32_t>(std::atol(said[at].c_str())));
    if (sizes.empty())
        sizes = {1'500, 15'000};
    if (only_write) {
        fs::create_directories(in);
        write_authority(in, sizes.front());
        return 0;
    }
    bench_due(model());
    if (only_count) {
        count_authority(in, sizes.front());
        return 0;
    }
    for (auto records : sizes) {
        Folder folder(in);
        write_authority(folder.path, records);
        count_authority(folder.path, records);
    }
}
