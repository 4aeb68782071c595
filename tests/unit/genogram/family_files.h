// GEDCOM for the tests of this room: an invented family, and what stands in ../shared when it is there.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "genogram/read_gedcom.h"

namespace lifestory::genogram {

inline std::string shared_folder() {
    const char* named = std::getenv("LIFESTORY_SHARED");
    return named ? named : SOURCE_FOLDER "/../shared";
}

inline std::optional<std::string> sample(const std::string& name) {
    std::ifstream in(shared_folder() + "/reference/samples/gedcom/" + name, std::ios::binary);
    if (!in)
        return std::nullopt;
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

inline GedcomFamily must_read(std::string_view bytes) {
    auto read = read_gedcom(bytes);
    EXPECT_TRUE(read.has_value()) << (read ? "" : read.refusal().message);
    return read ? *read : GedcomFamily{};
}

inline std::string refusal_of(std::string_view bytes) {
    const auto read = read_gedcom(bytes);
    return read ? "it was read" : read.refusal().message;
}

inline std::size_t called(const Family& family, std::string_view name) {
    for (std::size_t at = 0; at < family.people.size(); ++at)
        if (family.people[at].name == name)
            return at;
    ADD_FAILURE() << "nobody is called " << name;
    return 0;
}

// Two people, so that a test can say the rest.
inline std::string file_of(const std::string& more) {
    return "0 HEAD\n1 DATE 23 DEC 2026\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"
           "0 @I1@ INDI\n1 NAME Tilly /Barrow/\n1 SEX F\n1 BIRT\n2 DATE 14 MAR 2015\n"
           "0 @I2@ INDI\n1 NAME Kerry /Barrow/\n1 SEX F\n" +
           more + "0 TRLR\n";
}

} // namespace lifestory::genogram
