// The entries of the authority's stream: who works here, in which team, under whom; which pack was accepted, with its
// whole text; which bank holidays were declared at short notice.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "record/said.h"

namespace lifestory::record {

// Said again with the same number, it stands before what was said; `working` false: has left.
struct Worker {
    static constexpr std::string_view kind_word = "worker";
    WorkerNumber worker;
    std::string full_name;
    std::string designation;
    std::string role; // the pack's id, "social-worker"
    std::string telephone;
    TeamNumber team;
    bool working = true;
    bool operator==(const Worker&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("worker", &Worker::worker), field("full_name", &Worker::full_name),
                          field("designation", &Worker::designation), field("role", &Worker::role),
                          field("telephone", &Worker::telephone), field("team", &Worker::team),
                          field("working", &Worker::working));
    }
};

struct Team {
    static constexpr std::string_view kind_word = "team";
    TeamNumber team;
    std::string name;
    std::string area;
    std::string telephone;
    bool operator==(const Team&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("team", &Team::team), field("name", &Team::name), field("area", &Team::area),
                          field("telephone", &Team::telephone));
    }
};

struct LineOfManagement {
    static constexpr std::string_view kind_word = "line-of-management";
    WorkerNumber worker;
    std::optional<WorkerNumber> manager; // absent: nobody above
    bool operator==(const LineOfManagement&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("worker", &LineOfManagement::worker), field("manager", &LineOfManagement::manager));
    }
};

struct PackFile {
    std::string path;
    std::string text;
    bool operator==(const PackFile&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("path", &PackFile::path), field("text", &PackFile::text));
    }
};

struct PackAccepted {
    static constexpr std::string_view kind_word = "pack-accepted";
    std::string pack;
    std::string version;
    std::string digest;
    std::vector<PackFile> files; // the whole text, so that old dates can be derived for ever
    bool operator==(const PackAccepted&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("pack", &PackAccepted::pack), field("version", &PackAccepted::version),
                          field("digest", &PackAccepted::digest), field("files", &PackAccepted::files));
    }
};

struct HolidayDeclared {
    static constexpr std::string_view kind_word = "holiday-declared";
    Day day{};
    std::string name;
    bool operator==(const HolidayDeclared&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("day", &HolidayDeclared::day), field("name", &HolidayDeclared::name));
    }
};

} // namespace lifestory::record
