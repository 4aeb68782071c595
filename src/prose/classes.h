// What kind of word a word is, as far as the checker asks: pronouns, relations, roles, verbs of saying, names. A word may
// be several; a token carries them as bits, so that a question of grammar is one test.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lifestory::prose {

enum class Class : std::uint8_t {
    I, We, You, He, She, They, It, Whose,        // pronouns; Whose: my, your, his, her, their
    Male, Female, Either,                        // a person's noun: dad; mum; carer
    Relation, ChildNoun, Sibling, Friend,        // mum, nan, partner; child, son, boy; brother; friend
    Be, Have, Do, Modal, Not, Say, Tell, Think,  // Say: said, told, reported; Think: I think, we feel
    Verb, Past, Meet,                            // common verbs; their past forms; to meet, see, ring somebody
    The, A, Preposition, Conjunction, Nesting,   // Nesting: because, although, which
    RoleHead, RoleBefore, Title, Body,           // worker, nurse; social, health; Mr; school, police
    MaleName, FemaleName, Month, Weekday, Number,
    Adverb, Thing, Place, EasyLong, Future, Degree,
    SmallPrint, // of disclaimers
    Creature, // beasts, toys and people of stories, who are he and she too
    Plain, // of the few hundred words that everybody uses all day
    Count
};

using Classes = std::uint64_t;

constexpr Classes bit(Class one) { return Classes{1} << static_cast<unsigned>(one); }
constexpr Classes bits(auto... ones) { return (bit(ones) | ...); }
static_assert(static_cast<unsigned>(Class::Count) <= 64);

struct ClassWords {
    Class of;
    std::string_view words; // parted by spaces
};

const std::vector<ClassWords>& class_words();

// As patterns of the packs name a class: "someone", "whose", "be", "not", "role". Nothing: no such class.
Classes class_named(std::string_view name);

} // namespace lifestory::prose
