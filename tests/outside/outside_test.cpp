// Other people's programs check our book: a Go program with sumdb/note and sumdb/tlog (Debian's golang-go and
// golang-golang-x-mod-dev) reads a checkpoint, an inclusion proof and a consistency proof that we wrote.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <gtest/gtest.h>

#include "store/sqlite/ledger.h"

using namespace lifestory;

namespace {

constexpr EntryNumber entry = 437;
constexpr int older_size = 613, newer_size = 1000;

class Outside : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::filesystem::temp_directory_path() / ("lifestory-" + RecordNumber::random().hex());
        std::filesystem::create_directories(s_folder / "shown");
        build_checker();
        write_book();
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(s_folder); }

    static void build_checker() {
        auto command = "GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS= GOCACHE=" + (s_folder / "cache").string() +
                       " go build -o " + (s_folder / "check").string() + " " SOURCE_FOLDER "/tests/outside/check.go";
        ASSERT_EQ(std::system(command.c_str()), 0) << "this test needs golang-go and golang-golang-x-mod-dev";
    }

    static void write_book() {
        auto key = *ledger::master_key(s_folder / "master.key", ledger::IfAbsent::Make);
        auto ledger = *store::sqlite::open_ledger({s_folder, key});
        auto record = RecordNumber::random();
        auto append = [&](int count) {
            ledger::Append act{FormNumber::random(), calendar::Instant(*calendar::parse_day("2026-12-23")), {}, {}};
            for (int i = 0; i < count; ++i)
                act.entries.push_back({record, EntryId::random(), R"({"words":"You drew Nan's cat."})", {}});
            ASSERT_TRUE(ledger->append(act));
        };
        append(older_size);
        write("older", ledger->checkpoint());
        append(newer_size - older_size);
        write("newer", ledger->checkpoint());
        write("verifier", ledger->verifier_key());
        write("number", std::to_string(entry));
        write("header", ledger::write(ledger->read_entry(entry)->header));
        write("inclusion", lines(*ledger->inclusion_proof(entry, newer_size)));
        write("consistency", lines(*ledger->consistency_proof(older_size, newer_size)));
    }

    static std::string lines(const std::vector<Digest>& proof) {
        std::string text;
        for (const auto& hash : proof)
            text += to_base64(view(hash)) + "\n";
        return text;
    }

    static void write(const std::string& name, const std::string& text) {
        std::ofstream(s_folder / "shown" / name, std::ios::binary | std::ios::trunc) << text;
    }
    static std::string read(const std::string& name) {
        std::ifstream in(s_folder / "shown" / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    static bool accepts() {
        auto command = (s_folder / "check").string() + " " + (s_folder / "shown").string();
        return std::system(command.c_str()) == 0;
    }
    // Whether the checker refuses once a digit of this file is another.
    static void refuses_changed(const std::string& name, std::size_t at) {
        auto text = read(name);
        auto changed = text;
        changed[at] = changed[at] == '1' ? '2' : '1';
        write(name, changed);
        EXPECT_FALSE(accepts()) << name;
        write(name, text);
    }

    static inline std::filesystem::path s_folder;
};

} // namespace

TEST_F(Outside, a_go_program_accepts_our_checkpoints_and_both_proofs) { EXPECT_TRUE(accepts()); }

TEST_F(Outside, and_refuses_them_once_a_character_is_changed) {
    refuses_changed("header", read("header").find("number ") + 7);
    refuses_changed("inclusion", 10);
    refuses_changed("consistency", 10);
    refuses_changed("newer", read("newer").find('\n') + 1);
    refuses_changed("older", read("older").rfind('\n') - 20);
    EXPECT_TRUE(accepts());
}
