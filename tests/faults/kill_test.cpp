// kill -9 under write load: a child process writes from several threads and says through a pipe what it is about to
// store and what was acknowledged; it is killed; the book is opened again and must hold every acknowledged act once.
// LIFESTORY_KILL_ROUNDS says how many rounds (200).
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/sqlite/ledger.h"

using namespace lifestory;

namespace {

using store::sqlite::Opening;

constexpr int writers = 4;
constexpr int rounds_of_a_folder = 50;

struct Message {
    char kind = 0; // 't' about to be stored, 'd' done
    FormNumber form;
    EntryId id;
    EntryNumber number = 0;
};
static_assert(sizeof(Message) < 4096); // a pipe writes it whole (PIPE_BUF)

std::unique_ptr<store::sqlite::SqliteLedger> open(const std::filesystem::path& folder) {
    auto key = *ledger::master_key(folder / "master.key", ledger::IfAbsent::Make);
    return *store::sqlite::open_ledger({folder, key});
}

ledger::Append act_of(const Message& message, RecordNumber record) {
    return {message.form, calendar::Instant(*calendar::parse_day("2026-12-23")),
            {{record, message.id, R"({"words":"Nan made soup and you laughed."})", {}}}, {}};
}

void say(int pipe, const Message& message) {
    if (::write(pipe, &message, sizeof message) != sizeof message)
        _exit(3);
}

enum class Answers { AfterStoring, BeforeStoring };

[[noreturn]] void write_until_killed(const std::filesystem::path& folder, RecordNumber record, int pipe, Answers answers) {
    auto ledger = open(folder);
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&] {
            for (;;) {
                Message message{'t', FormNumber::random(), EntryId::random(), 0};
                say(pipe, message);
                message.kind = 'd';
                if (answers == Answers::BeforeStoring) {
                    say(pipe, message);
                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                }
                message.number = ledger->append(act_of(message, record))->entries.at(0).number;
                if (answers == Answers::AfterStoring)
                    say(pipe, message);
            }
        });
    threads.clear();
    _exit(4);
}

struct Told {
    std::map<FormNumber, Message> tried, done;
};

Told round_of(const std::filesystem::path& folder, RecordNumber record, int milliseconds, Answers answers) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(folder, record, ends[1], answers);
    }
    ::close(ends[1]);
    Told told;
    Message message;
    bool killed = false;
    while (::read(ends[0], &message, sizeof message) == sizeof message) {
        (message.kind == 't' ? told.tried : told.done)[message.form] = message;
        if (!killed && message.kind == 'd') { // under way: let it run a little, then kill it
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            ::kill(child, SIGKILL);
            killed = true;
        }
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return told;
}

std::map<FormNumber, int> forms_in(const ledger::Ledger& ledger, RecordNumber record, std::uint64_t from) {
    std::map<FormNumber, int> forms;
    if (ledger.length(record) > 0)
        for (const auto& entry : *ledger.read_from(record, from))
            ++forms[entry.form];
    return forms;
}

// What was acknowledged and is not there.
int lost(const Told& told, const std::map<FormNumber, int>& forms) {
    int count = 0;
    for (const auto& [form, message] : told.done)
        count += forms.contains(form) ? 0 : 1;
    return count;
}

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("lifestory-" + RecordNumber::random().hex());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

int rounds() {
    const char* wanted = std::getenv("LIFESTORY_KILL_ROUNDS");
    return wanted ? std::atoi(wanted) : 200;
}

} // namespace

TEST(Killed, under_write_load_no_acknowledged_entry_is_lost_and_none_is_doubled) {
    std::mt19937 random(20261223);
    auto record = RecordNumber::random();
    std::unique_ptr<Folder> folder;
    std::size_t acknowledged = 0, unknown = 0;
    for (int round = 0; round < rounds(); ++round) {
        if (round % rounds_of_a_folder == 0)
            folder = std::make_unique<Folder>();
        std::uint64_t before = round % rounds_of_a_folder == 0 ? 0 : open(folder->path)->length(record);
        auto told = round_of(folder->path, record, static_cast<int>(random() % 12), Answers::AfterStoring);
        auto ledger = open(folder->path);
        auto forms = forms_in(*ledger, record, before);
        ASSERT_EQ(lost(told, forms), 0) << "round " << round;
        for (const auto& [form, message] : told.done)
            ASSERT_EQ(ledger->read_entry(message.number)->form, form) << "round " << round;
        for (const auto& [form, message] : told.tried) { // sent again, as after a lost answer
            bool was_there = forms.contains(form);
            ASSERT_EQ(ledger->append(act_of(message, record))->already, was_there) << "round " << round;
            unknown += told.done.contains(form) ? 0 : 1;
        }
        auto after = forms_in(*ledger, record, before);
        ASSERT_EQ(after.size(), told.tried.size()) << "round " << round;
        for (const auto& [form, count] : after)
            ASSERT_EQ(count, 1) << "round " << round;
        auto verified = ledger->verify();
        ASSERT_TRUE(verified.wrong.empty()) << "round " << round << ": " << verified.wrong.front().what;
        acknowledged += told.done.size();
    }
    std::cout << rounds() << " rounds, " << acknowledged << " acknowledged, " << unknown << " with an unknown outcome, 0 lost\n";
    EXPECT_GT(acknowledged, static_cast<std::size_t>(rounds()));
}

TEST(Killed, a_writer_that_answers_before_it_has_stored_is_caught_by_these_very_checks) {
    auto record = RecordNumber::random();
    int caught = 0;
    for (int round = 0; round < 5; ++round) {
        Folder folder;
        auto told = round_of(folder.path, record, 0, Answers::BeforeStoring);
        caught += lost(told, forms_in(*open(folder.path), record, 0)) > 0 ? 1 : 0;
    }
    EXPECT_GT(caught, 0);
}
