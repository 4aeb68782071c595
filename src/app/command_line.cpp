#include "app/command_line.h"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/commands/check.h"
#include "app/commands/check_pack.h"
#include "app/commands/clauses.h"
#include "app/commands/doctor.h"
#include "app/commands/due.h"
#include "app/commands/genogram.h"
#include "app/commands/import.h"
#include "app/commands/rebuild.h"
#include "app/commands/serve.h"
#include "app/commands/timescales.h"
#include "app/commands/verify.h"

namespace lifestory::app {

namespace {

using std::filesystem::path;

// All that can stand on a command line; each command takes what is its own.
struct Given {
    ServeCall serve;
    path data, pack, against, batch;
    std::vector<path> files;
    std::string record;
    DueAsked due;
    GenogramCall genogram;
    ImportCall import;
};

struct Commands {
    CLI::App *serve, *check, *due, *timescales, *check_pack, *clauses, *verify, *rebuild, *doctor, *genogram, *import;
};

void take_data(CLI::App& command, path& data) {
    command.add_option("--data", data, "the folder that holds the whole installation")->type_name("DIR")->required();
}

void take_pack(CLI::App& command, path& pack) {
    command.add_option("--pack", pack, "the pack's folder; what it extends lies beside it")->type_name("DIR")->required();
}

CLI::App* declare_serve(CLI::App& program, Given& given) {
    auto* serve = program.add_subcommand("serve", "answer on http://localhost until stopped");
    take_data(*serve, given.serve.data);
    take_pack(*serve, given.serve.pack);
    serve->add_option("--port", given.serve.port, "the port to answer on; else that of settings.toml, or 8080")
        ->type_name("N")->check(CLI::Range(1, 65535));
    auto* demo = serve->add_flag("--demo", given.serve.demo, "fill an empty folder with an invented authority and its families");
    serve->add_option("--now", given.serve.now, "with --demo: a clock that starts at this time in London, 2026-12-23T10:00")
        ->type_name("TIME")->needs(demo);
    return serve;
}

CLI::App* declare_due(CLI::App& program, Given& given) {
    auto* due = program.add_subcommand("due", "say when a clause makes something due, and how that was counted");
    take_pack(*due, given.pack);
    auto* clause = due->add_option("--clause", given.due.clause, "the clause's id, ROC-142")->type_name("ID");
    auto* at = due->add_option("--at", given.due.at, "when it happened, in London's time, 2026-12-23T10:00")->type_name("TIME");
    auto* facts = due->add_option("--given", given.due.given, "a fact, NAME=VALUE; may be said several times")->type_name("NAME=VALUE");
    facts->take_all()->allow_extra_args(false);
    due->add_option("--batch", given.batch, "a file of rows with the columns clause, at and given, parted by tabs")
        ->type_name("FILE.tsv")->excludes(clause)->excludes(at)->excludes(facts);
    return due;
}

CLI::App* declare_verify(CLI::App& program, Given& given) {
    auto* verify = program.add_subcommand("verify", "recompute everything and name the entry that is wrong");
    take_data(*verify, given.data);
    auto* record = verify->add_option("--record", given.record, "only this record, a number of 32 hexadecimal digits")->type_name("N");
    verify->add_option("--against", given.against, "a checkpoint that somebody kept: is all that it signed still here?")
        ->type_name("FILE")->excludes(record);
    return verify;
}

CLI::App* declare_genogram(CLI::App& program, Given& given) {
    auto* genogram = program.add_subcommand("genogram", "draw a family from a GEDCOM file or GenoPro's");
    genogram->add_option("--gedcom", given.genogram.gedcom, "a file from a family tree program, GEDCOM 5.5 to 7.0")->type_name("FILE");
    genogram->add_option("--genopro", given.genogram.genopro, "or GenoPro's own, .gno or its XML")->type_name("FILE");
    genogram->add_option("--focus", given.genogram.focus, "whom the drawing is about, by their number in the file, @I1@")->type_name("ID");
    genogram->add_option("-o,--out", given.genogram.out, "the drawing; a name that ends in .ged: the family as GEDCOM")->type_name("out.svg")->required();
    genogram->add_option("--text", given.genogram.text, "also the same family in words")->type_name("FILE");
    genogram->add_option("--on", given.genogram.on, "the day for ages, 2026-12-23; else the file's own day, else today")->type_name("DAY");
    genogram->add_option("--version", given.genogram.version, "of the GEDCOM that is written, 7.0 or 5.5.1")->type_name("NUMBER");
    return genogram;
}

CLI::App* declare_import(CLI::App& program, Given& given) {
    auto* import = program.add_subcommand("import", "bring in children, families and notes from another system's tables; first say what would come in");
    take_data(*import, given.import.data);
    import->add_option("--from", given.import.from, "the folder with its tables, as docs/formats/import.md says")->type_name("FOLDER")->required();
    import->add_option("--source", given.import.source, "what the other system is called; the same each time")->type_name("NAME")->required();
    import->add_option("--by", given.import.by, "who answers for it: the full name of a worker who is registered here")->type_name("NAME")->required();
    import->add_option("--report", given.import.report, "a folder for what was carried, changed and is missing")->type_name("FOLDER")->required();
    import->add_flag("--run", given.import.run, "bring it in; without this nothing is kept");
    return import;
}

Commands declare(CLI::App& program, Given& given) {
    program.require_subcommand(1);
    Commands all{};
    all.serve = declare_serve(program, given);
    all.check = program.add_subcommand("check", "read texts as written to the child; one JSON line for each finding");
    take_pack(*all.check, given.pack);
    all.check->add_option("files", given.files, "texts, or folders of them")->type_name("FILE.txt|FOLDER")->required();
    all.due = declare_due(program, given);
    all.timescales = program.add_subcommand("timescales", "every timescale and frequency of the pack, as JSON lines");
    take_pack(*all.timescales, given.pack);
    all.check_pack = program.add_subcommand("check-pack", "say whether a pack may be served, and if not what is wrong where");
    all.check_pack->add_option("pack", given.pack, "the pack's folder")->type_name("DIR")->required();
    all.clauses = program.add_subcommand("clauses", "how each clause of the pack is answered, as JSON lines");
    take_pack(*all.clauses, given.pack);
    all.verify = declare_verify(program, given);
    all.rebuild = program.add_subcommand("rebuild", "drop the lists across children and make them again from the entries");
    take_data(*all.rebuild, given.data);
    all.doctor = program.add_subcommand("doctor", "what is wrong with this installation, and what to do");
    take_data(*all.doctor, given.data);
    all.genogram = declare_genogram(program, given);
    all.import = declare_import(program, given);
    return all;
}

int run_due_as_asked(const Given& given, std::ostream& out, std::ostream& err) {
    if (!given.batch.empty())
        return run_due_batch(given.pack, given.batch, out, err);
    if (!given.due.clause.empty() && !given.due.at.empty())
        return run_due(given.pack, given.due, out, err);
    err << "Give --clause and --at, or --batch.\n";
    return 2;
}

int run(const Commands& commands, const Given& given, std::ostream& out, std::ostream& err) {
    if (commands.serve->parsed())
        return run_serve(given.serve, out, err);
    if (commands.check->parsed())
        return run_check(given.pack, given.files, out, err);
    if (commands.due->parsed())
        return run_due_as_asked(given, out, err);
    if (commands.timescales->parsed())
        return run_timescales(given.pack, out, err);
    if (commands.check_pack->parsed())
        return run_check_pack(given.pack, out, err);
    if (commands.clauses->parsed())
        return run_clauses(given.pack, out, err);
    if (commands.verify->parsed())
        return run_verify(given.data, given.record, given.against, out, err);
    if (commands.rebuild->parsed())
        return run_rebuild(given.data, out, err);
    if (commands.genogram->parsed())
        return run_genogram(given.genogram, out, err);
    if (commands.import->parsed())
        return run_import(given.import, out, err);
    return run_doctor(given.data, out, err);
}

// What CLI11 says, as one sentence with the way out.
std::string sentence(std::string words) {
    words = words.substr(0, words.find('\n'));
    while (!words.empty() && (words.back() == '.' || words.back() == ' '))
        words.pop_back();
    return words + "; say lifestory --help, or lifestory COMMAND --help, for what it takes.";
}

bool is_unknown(const CLI::App& program, std::string_view command) {
    const auto known = program.get_subcommands([&](const CLI::App* one) { return one->get_name() == command; });
    return !command.starts_with("-") && known.empty();
}

} // namespace

int run_command_line(int count, const char* const* arguments, std::ostream& out, std::ostream& err) {
    CLI::App program("Lifestory keeps one record for each child, written so that the child can read it.", "lifestory");
    Given given;
    auto commands = declare(program, given);
    if (count > 1 && is_unknown(program, arguments[1])) {
        err << sentence("There is no command '" + std::string(arguments[1]) + "'") << "\n";
        return 2;
    }
    try {
        program.parse(count, arguments);
    } catch (const CLI::CallForHelp& help) {
        return program.exit(help, out, err);
    } catch (const CLI::ParseError& error) {
        err << sentence(error.what()) << "\n";
        return 2;
    }
    return run(commands, given, out, err);
}

} // namespace lifestory::app
