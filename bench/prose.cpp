// How fast a draft is read: megabytes a second over paragraphs made of the open labelled records, a note of 500 words, the worst
// inputs known, and the memory taken. With a folder named, writes the text there for the programs that bench/prose sets beside it.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "policy/pack.h"
#include "policy/wording.h"
#include "prose/check.h"

using namespace lifestory;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> sentences() {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_FOLDER) / "tests/language/third")) {
        if (entry.path().extension() != ".txt")
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), {}}, sentence;
        for (char c : text) {
            sentence += c == '\n' ? ' ' : c;
            if ((c == '.' || c == '\n') && sentence.size() > 20) {
                all.push_back(sentence);
                sentence.clear();
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::string prose_of(std::size_t bytes) {
    auto all = sentences();
    std::mt19937 chance(20261122);
    std::string text;
    for (std::size_t count = 1; text.size() < bytes; ++count)
        text += all[chance() % all.size()] + (count % 6 == 0 ? "\n\n" : " ");
    return text;
}

prose::About about() {
    prose::About about;
    about.child = "Tilly";
    about.full_name = "Matilda Barrow";
    about.people = {{"Helen Frost", "social worker"}, {"Maureen Barrow", "nan"}, {"Kerry Barrow", "mum"}, {"Reece Barrow", "brother"}};
    about.preferred = {{"placement", "Nan's"}, {"contact", "seeing Mum"}};
    return about;
}

double seconds(const prose::Reader& reader, std::string_view text) { // the quickest of five
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        auto start = std::chrono::steady_clock::now();
        auto found = prose::check(text, reader, about());
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += piece;
    return text;
}

long memory() { // kilobytes at the most so far
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int main(int count, char** arguments) {
    auto text = prose_of(5'000'000);
    if (count > 1)
        std::ofstream(fs::path(arguments[1]) / "prose.txt", std::ios::binary) << text;
    auto start = std::chrono::steady_clock::now();
    auto pack = policy::load(fs::path(SOURCE_FOLDER) / "packs/model");
    auto rules = policy::wording_of(*pack);
    auto read = std::chrono::steady_clock::now();
    prose::Reader reader(std::move(rules));
    std::printf("rules made ready once                    %8.1f ms\n", std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - read).count());
    (void)start;
    std::printf("5 MB of notes, one core                  %8.1f MB/s\n", 5.0 / seconds(reader, text));
    auto note = text.substr(0, text.find(". ", 2'700) + 1);
    std::printf("a note of %zu words                      %8.3f ms\n", static_cast<std::size_t>(std::count(note.begin(), note.end(), ' ')) + 1, seconds(reader, note) * 1000);
    for (std::string_view piece : {
        "Tilly ", "refused ", "\"", "she and he and ", "Tilly said and ", "Mary he Dad she and ", "dog he cat she Rex it and ",
        "her mum and his dad and her ", "Tilly, ", "Tilly's mum and ", "worried that Mary ", "she wants to Mr Kerr ", "From: a\n", "> a\n",
        "a friend and ", "Mrs P and D. Coyle, ", "DC LAC ", "disclaimer: ", "1 May 2020 ", "\xf0\x9f\x98\x80", "\xd7\xa9"})
        std::printf("1 MB of %-24.24s         %8.1f MB/s\n", ("'" + std::string(piece == "From: a\n" ? "From: a" : piece == "> a\n" ? "> a" : piece) + "'").c_str(), 1.0 / seconds(reader, repeated(piece, 1'000'000)));
    auto before = memory();
    for (int i = 0; i < 20'000; ++i)
        (void)prose::check(note, reader, about());
    std::printf("memory grown over 20,000 notes           %8ld kB\n", memory() - before);
    return 0;
}
