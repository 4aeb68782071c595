// A family as a genogram shows it: people, unions with their children, households, ties, and who and what stands around
// it, as it was on one day. Plain values: read from a GEDCOM file (genogram/read_gedcom.h) or made from our own record
// (genogram/from_record.h); laid out and drawn elsewhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "genogram/when.h"

namespace lifestory::genogram {

enum class Gender { NotRecorded, Female, Male, Other };
enum class Life { Born, Unborn, Stillborn, Miscarriage, Termination };

struct Person {
    std::string id;        // "@I1@", or the record's number; by it a drawing stays still
    std::string name;      // full name; empty: not known
    std::string called;    // the name they use
    std::string role;      // to the child the drawing is about, "nan"
    std::string telephone;
    Gender gender = Gender::NotRecorded;
    Life life = Life::Born;
    std::optional<When> born, died, expected;
    bool is_dead = false;
    bool is_go_to = false;  // whom to ring out of hours
    bool is_stand_in = false; // nobody recorded: a question mark where somebody must be
    bool is_untold = false; // the child has not been told
    bool is_role_untold = false;
    int line = 0;           // of the file it was read from
    bool operator==(const Person&) const = default;

    bool is_loss() const { return life != Life::Born && life != Life::Unborn; }
};

enum class UnionKind { NotKnown, Married, LivingTogether, NotLivingTogether, Casual };
enum class Parentage { Birth, Adopted, Fostered, Step, Guardian, NotKnown };

struct ChildOf {
    std::size_t person = 0;
    Parentage kind = Parentage::Birth;
    int born_together = 0;      // the same number, not 0: twins, triplets
    bool is_identical = false;
    bool is_untold = false;
    std::optional<When> since;  // fostered, adopted
    bool operator==(const ChildOf&) const = default;
};

struct Union {
    std::string id;
    std::vector<std::size_t> partners; // none to two
    UnionKind kind = UnionKind::NotKnown;
    std::optional<When> married, together, separated, divorced, reunited;
    bool is_separated = false, is_divorced = false, is_reunited = false; // reunited: separated once, and together again
    bool is_untold = false;
    bool is_other_left_out = false; // then no question mark stands for the other
    std::vector<ChildOf> children;  // in order of birth, as far as it is known
    int line = 0;
    bool operator==(const Union&) const = default;

    bool has_mark() const { return is_separated || is_divorced || is_reunited; } // a slash across its line
};

struct Household {
    std::string name; // "Nan's"; never the address
    std::vector<std::size_t> members;
    std::optional<Day> since, until;
    bool operator==(const Household&) const = default;
};

enum class AroundKind { Professional, Service, Theme };

struct Around {
    std::string id;
    AroundKind kind = AroundKind::Professional;
    std::string name;
    std::string words; // what they do: "Social worker, Family Team North"
    std::string telephone;
    bool is_go_to = false;
    bool is_untold = false;
    bool operator==(const Around&) const = default;
};

enum class TieKind { Close, VeryClose, Distant, Hostile, CloseAndHostile, Stressful, CutOff, Harm };
enum class Direction { Neither, Towards, Both }; // Towards: from the first to the second
enum class EndKind { Person, Around };

struct TieEnd {
    EndKind kind = EndKind::Person;
    std::size_t at = 0;
    bool operator==(const TieEnd&) const = default;
};

struct Tie {
    TieEnd from, to;
    TieKind kind = TieKind::Close;
    Direction direction = Direction::Neither;
    std::string words; // who said so
    bool is_untold = false;
    bool operator==(const Tie&) const = default;
};

struct Family {
    std::vector<Person> people;
    std::vector<Union> unions;
    std::vector<Household> households;
    std::vector<Around> around;
    std::vector<Tie> ties;
    std::optional<std::size_t> focus; // whom the drawing is about
    std::vector<std::string> notes;   // what could not be read or is left out, one sentence each
    bool operator==(const Family&) const = default;

    std::string name_of(std::size_t person) const; // "Ada Marlow", "Baby Marlow", "Somebody not known"
    std::string name_of(const TieEnd& end) const;
};

// Puts every union's children in order of birth: those with dates by their dates, the others where they were written.
void order_children(Family& family);

// Refuses a family in which somebody is their own ancestor: named with its line where there is one.
Outcome check_ancestors(const Family& family);

// A question mark for every parent who is not recorded (CAM-112).
Family with_stand_ins(Family family);

// Without the lost pregnancies: they are drawn only when the worker chooses to.
Family without_losses(const Family& family);

struct ChildsVersion {
    Family family;
    std::string note; // for the worker: "Not shown to Tilly: 1 person, 1 tie. She has not been told." Empty: all is shown.
};

// What the child has been told: people, unions, children's lines and ties that she has not been told of left out, and lost
// pregnancies too; the drawing itself says nothing of it.
ChildsVersion for_child(const Family& family);

} // namespace lifestory::genogram
