// How a struct tells its members by name, once, so that the JSON codec can write and read every kind of entry without
// a line of its own for each. The names are promises (docs/formats/entries.md): they are added to, never changed. `fields` is a template, so that
// its tuple is made where it is asked for and not in every file that includes the struct.
#pragma once

#include <string_view>
#include <tuple>

namespace lifestory::record {

template <class Owner, class Member>
struct Field {
    std::string_view key;
    Member Owner::*member;
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view key, Member Owner::*member) {
    return {key, member};
}

template <class T>
concept HasFields = requires { T::fields(); };

// Calls visit(key, member) for each field, in the order in which they are told.
template <HasFields T, class Visit>
void each_field(T& owner, Visit&& visit) {
    std::apply([&](const auto&... one) { (visit(one.key, owner.*one.member), ...); }, T::fields());
}

} // namespace lifestory::record
