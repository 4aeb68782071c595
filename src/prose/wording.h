// The rules by which a draft is read, as values: the packs' words and acronyms, and what is known of this child. The
// policy room makes them of the packs; prose knows no pack.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/day.h"
#include "prose/finding.h"

namespace lifestory::prose {

struct Acronym {
    std::string letters; // "CAMHS"
    std::string full;    // "child and adolescent mental health services"
    std::string plain;   // what it is, for a child; may be empty
};

// Words to think again about, and where they are fine. All are written as patterns (prose/pattern.h).
struct WordRule {
    std::string id;                        // the word or words by which the packs know it
    std::vector<std::string> patterns;     // the id and what else belongs to the family
    Category category = Category::Jargon;  // jargon, stigma, blame, derogatory, opinion-as-fact
    std::string better;                    // what could be said; may be empty
    std::vector<std::string> fine_with;    // near these it is fine
    std::vector<std::string> only_with;    // it counts near these alone; empty: anywhere
    bool of_people = false;                // it counts when said of a person
    bool borderline = false;               // it counts where the sentence is official in other ways too
};

struct WordingRules {
    std::unordered_map<std::string, Acronym> acronyms;        // by their letters
    std::unordered_map<std::string, bool> everyday_acronyms;  // known to an eleven-year-old: TV, PE, GP
    std::vector<WordRule> words;
    int reader_age = 11;
    int longest_sentence = 35;                                // words
};

struct Known {
    std::string name; // "Helen Frost"
    std::string role; // what they are to the child, or their job: "mum", "school nurse"; may be empty
};

struct Preferred { // the child's own choice
    std::string avoid, use;
};

struct KeyDate {
    std::string event; // "moved to Nan's"; "born"
    calendar::Day day;
};

enum class WrittenTo { Child, Others }; // whether the words are written to the child, or stand in a part that is not

// What is known of the child whose record it is. Empty members leave a judgement unmade.
struct About {
    std::string child;                // the name the child uses
    std::vector<std::string> names;   // everyone's names, so that initials used as a name are not letters to explain
    std::string full_name;            // of the child
    std::vector<Known> people;
    std::vector<Preferred> preferred;
    std::vector<KeyDate> key_dates;   // "born" among them
    WrittenTo written_to = WrittenTo::Child;
};

} // namespace lifestory::prose
