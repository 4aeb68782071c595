#include "app/commands/genogram.h"

#include <fstream>
#include <ostream>
#include <sstream>

#include "calendar/clock.h"
#include "calendar/london.h"
#include "genogram/draw.h"
#include "genogram/gedcom_lines.h"
#include "genogram/read_gedcom.h"
#include "genogram/read_genopro.h"
#include "genogram/tell.h"
#include "genogram/write_gedcom.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;

Result<std::string> contents_of(const fs::path& file) {
    if (!fs::is_regular_file(file))
        return refuse("not-found", "There is no file " + file.string() + "; give --gedcom or --genopro the file to draw.");
    if (fs::file_size(file) > genogram::most_gedcom_bytes)
        return refuse("too-large", "The file is larger than 100 million bytes; export only the family that is to be drawn.");
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    if (!in)
        return refuse("not-read", file.string() + " cannot be read; see that you may open it.");
    return all.str();
}

Outcome write(const fs::path& file, const std::string& words) {
    std::ofstream out(file, std::ios::binary);
    out << words;
    out.close();
    if (!out)
        return refuse("not-written", file.string() + " cannot be written; give a file in a folder that you may write to.");
    return Nothing{};
}

Result<calendar::Day> day_asked(const GenogramCall& call, const std::optional<calendar::Day>& written_on) {
    if (!call.on.empty())
        return calendar::parse_day(call.on);
    return written_on ? *written_on : calendar::london_day(calendar::Clock().now());
}

std::string title_of(const genogram::Family& family, const fs::path& file) {
    return family.focus ? "Genogram: the family of " + family.name_of(*family.focus) : "Genogram: " + file.stem().string();
}

Result<genogram::GedcomFamily> family_in(const GenogramCall& call) {
    if (call.genopro.empty())
        return genogram::read_gedcom(TRY(contents_of(call.gedcom)));
    const auto bytes = TRY(contents_of(call.genopro));
    return genogram::GedcomFamily{TRY(genogram::read_genopro(bytes)), {}};
}

Outcome draw(const GenogramCall& call) {
    auto read = TRY(family_in(call));
    auto family = call.out.extension() == ".ged" ? std::move(read.family) : genogram::with_stand_ins(std::move(read.family));
    if (!call.focus.empty())
        family.focus = TRY(genogram::find_person(family, call.focus));
    const auto on = TRY(day_asked(call, read.written_on));
    if (call.out.extension() == ".ged")
        return write(call.out, genogram::gedcom_of(family, on, call.version == "5.5.1" ? genogram::GedcomVersion::V551 : genogram::GedcomVersion::V70));
    genogram::Heading heading;
    heading.title = title_of(family, call.genopro.empty() ? call.gedcom : call.genopro);
    heading.on = on;
    TRY(write(call.out, genogram::draw_genogram(family, heading)));
    if (!call.text.empty())
        TRY(write(call.text, heading.title + "\nAs it stood on " + calendar::in_words(on) + "\n\n" +
                                 genogram::plain_text(genogram::tell(family, on))));
    return Nothing{};
}

} // namespace

int run_genogram(const GenogramCall& call, std::ostream&, std::ostream& err) {
    if (!call.on.empty() && !calendar::parse_day(call.on)) {
        err << "--on takes a day written like 2026-12-23.\n";
        return 2;
    }
    if (call.version != "7.0" && call.version != "5.5.1") {
        err << "--version takes 7.0 or 5.5.1, the GEDCOM to write.\n";
        return 2;
    }
    if (call.gedcom.empty() == call.genopro.empty()) {
        err << "Give the family by --gedcom FILE or by --genopro FILE.\n";
        return 2;
    }
    if (const auto drawn = draw(call); !drawn) {
        err << drawn.refusal().message << "\n";
        return 1;
    }
    return 0;
}

} // namespace lifestory::app
