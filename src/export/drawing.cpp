#include "export/drawing.h"

#include <mutex>

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* converter = "/usr/bin/rsvg-convert";
constexpr std::chrono::seconds limit{30};

Refusal or_else(std::string code, const std::string& why) { return refuse(std::move(code), why + " Print the page and save it as a PDF, or keep the drawing as SVG"); }

Result<std::string> converted(const std::vector<std::string>& drawings, const char* format, std::string_view begins) {
    static std::mutex one_at_a_time; // as a PDF is: pressed ten times, it must not take every worker of the server
    if (!can_convert_drawings())
        return or_else("no-rsvg", "The program that turns drawings into PDF and pictures (rsvg-convert) is not installed here.");
    const std::unique_lock alone(one_at_a_time, std::try_to_lock);
    if (!alone)
        return or_else("busy", "Another drawing is being made. Try again in a minute.");
    const Scratch scratch;
    const auto out = (scratch.folder() / "out").string();
    std::vector<std::string> words{converter, "--format", format, "--output", out};
    bool is_put = true;
    for (const auto& drawing : drawings) {
        const auto name = "sheet-" + std::to_string(words.size()) + ".svg";
        is_put = is_put && scratch.put(name, drawing);
        words.push_back((scratch.folder() / name).string());
    }
    const auto ended = is_put ? run(scratch, words, limit) : Ended::NotStarted;
    if (ended == Ended::TooLate)
        return or_else("too-slow", "The drawing took too long.");
    auto made = ended == Ended::InTime ? scratch.taken("out") : std::string();
    if (!made.starts_with(begins))
        return or_else("no-drawing", "The drawing could not be made.");
    return made;
}

} // namespace

bool can_convert_drawings() { return is_installed(converter); }

Result<std::string> pdf_of_sheets(const std::vector<std::string>& drawings) { return converted(drawings, "pdf", "%PDF-"); }

Result<std::string> png_of(const std::string& drawing) { return converted({drawing}, "png", "\x89PNG"); }

} // namespace lifestory::exports
