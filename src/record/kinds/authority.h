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
    template <class Self = Worker> static constexpr auto fields() {
        return std::tuple(field("worker", &Self::worker), field("full_name", &Self::full_name),
                          field("designation", &Self::designation), field("role", &Self::role),
                          field("telephone", &Self::telephone), field("team", &Self::team),
                          field("working", &Self::working));
    }
};

struct Team {
    static constexpr std::string_view kind_word = "team";
    TeamNumber team;
    std::string name;
    std::string area;
    std::string telephone;
    bool operator==(const Team&) const = default;
    template <class Self = Team> static constexpr auto fields() {
        return std::tuple(field("team", &Self::team), field("name", &Self::name), field("area", &Self::area),
                          field("telephone", &Self::telephone));
    }
};

struct LineOfManagement {
    static constexpr std::string_view kind_word = "line-of-management";
    WorkerNumber worker;
    std::optional<WorkerNumber> manager; // absent: nobody above
    bool operator==(const LineOfManagement&) const = default;
    template <class Self = LineOfManagement> static constexpr auto fields() {
        return std::tuple(field("worker", &Self::worker), field("manager", &Self::manager));
    }
};

struct PackFile {
    std::string path;
    std::string text;
    bool operator==(const PackFile&) const = default;
    template <class Self = PackFile> static constexpr auto fields() {
        return std::tuple(field("path", &Self::path), field("text", &Self::text));
    }
};

struct PackAccepted {
    static constexpr std::string_view kind_word = "pack-accepted";
    std::string pack;
    std::string version;
    std::string digest;
    std::vector<PackFile> files; // the whole text, so that old dates can be derived for ever
    bool operator==(const PackAccepted&) const = default;
    template <class Self = PackAccepted> static constexpr auto fields() {
        return std::tuple(field("pack", &Self::pack), field("version", &Self::version),
                          field("digest", &Self::digest), field("files", &Self::files));
    }
};

struct HolidayDeclared {
    static constexpr std::string_view kind_word = "holiday-declared";
    Day day{};
    std::string name;
    bool operator==(const HolidayDeclared&) const = default;
    template <class Self = HolidayDeclared> static constexpr auto fields() {
        return std::tuple(field("day", &Self::day), field("name", &Self::name));
    }
};

} // namespace lifestory::record
