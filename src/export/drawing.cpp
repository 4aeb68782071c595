#include "export/drawing.h"

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* converter = "/usr/bin/rsvg-convert";

Result<std::string> converted(const std::vector<std::string>& drawings, const char* format, std::string_view begins) {
    static std::mutex one_at_a_time;
    Making making{converter, {}, {"--format", format, "--output", "{}/out"}, "out", begins, std::chrono::seconds(30),
                  "The program that turns drawings into PDF and pictures (rsvg-convert)", "no-rsvg", "drawing", "no-drawing",
                  "Print the page and save it as a PDF, or keep the drawing as SVG"};
    for (const auto& drawing : drawings) {
        const auto name = "sheet-" + std::to_string(making.files.size()) + ".svg";
        making.files.emplace_back(name, drawing);
        making.words.push_back("{}/" + name);
    }
    return made_by(making, one_at_a_time);
}

} // namespace

bool can_convert_drawings() { return is_installed(converter); }

Result<std::string> pdf_of_sheets(const std::vector<std::string>& drawings) { return converted(drawings, "pdf", "%PDF-"); }

Result<std::string> png_of(const std::string& drawing) { return converted({drawing}, "png", "\x89PNG"); }

} // namespace lifestory::exports
