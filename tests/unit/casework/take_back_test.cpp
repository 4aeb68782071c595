// What was drawn in error is taken back: which entries are withdrawn, what goes with somebody, and what is refused.
#include "casework/take_back.h"

#include <gmock/gmock.h>

#include "casework/draw_family.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;
using testing::ElementsAre;
using testing::IsEmpty;

const auto herself = number<PersonNumber>(41), gran = number<PersonNumber>(42), jamie_barrow = number<PersonNumber>(43), olive = number<PersonNumber>(44);

class TakeBack : public testing::Test {
protected:
    void SetUp() override {
        record::Person tilly_as_person{herself, "Matilda Barrow"};
        tilly_as_person.child = tilly;
        add({FamilyOpened{"Barrow"}, tilly_as_person, record::Person{gran, "Maureen Barrow"}, record::Relationship{gran, herself, "nan", {}, {}, false, "", {}},
             record::Household{"nans", "Nan's", "", {gran, herself}, {}, {}, {}, ""}});
    }

    // As an act of its own.
    std::vector<EntryId> add(std::vector<Content> contents) {
        std::vector<EntryId> ids;
        Act act = priya();
        act.id = number<EntryId>(static_cast<unsigned>(50 + 10 * acts++));
        for (auto& content : contents) {
            Entry entry;
            entry.number = entry.place = family.length;
            entry.id = id_of(act, static_cast<unsigned>(ids.size()));
            entry.record = barrows;
            entry.recorded_at = act.now;
            entry.said.recorded_by = act.author;
            entry.content = std::move(content);
            ids.push_back(entry.id);
            apply(family, entry);
        }
        return ids;
    }

    void keep(const Writing& writing) {
        for (const auto& one : writing) {
            Entry entry;
            entry.number = entry.place = family.length;
            entry.id = one.id;
            entry.record = barrows;
            entry.content = one.content;
            apply(family, entry);
        }
    }

    std::vector<EntryId> draw_jamie() {
        return add({record::Person{jamie_barrow, "Jamie Barrow"}, record::Relationship{jamie_barrow, herself, "brother", {}, {}, false, "Tilly", {}},
                    record::Household{"nans", "Nan's", "", {gran, herself, jamie_barrow}, {}, {}, {}, "Tilly"}});
    }

    record::Family family;
    int acts = 0;
};

} // namespace

TEST_F(TakeBack, a_press_is_taken_back_whole_and_the_family_is_as_it_was) {
    const auto before = family;
    const auto drawn = draw_jamie();
    const auto lately = said_of_family_since(family, today(priya()));
    ASSERT_FALSE(lately.empty());
    EXPECT_EQ(lately.front().entries, drawn);
    EXPECT_EQ(lately.front().words, "Jamie Barrow, brother of Matilda Barrow");
    const auto writing = take_back(priya(), family, drawn, "Undone where it was drawn");
    ASSERT_TRUE(writing);
    EXPECT_EQ(writing->size(), 3u) << "one withdrawal for each entry, and nothing else";
    EXPECT_EQ(writing->front().expected_place, family.length);
    keep(*writing);
    EXPECT_EQ(family.people, before.people);
    EXPECT_EQ(family.relationships, before.relationships);
    EXPECT_EQ(family.households, before.households);
    EXPECT_EQ(family.in_error.size(), 3u) << "nothing is lost";
    EXPECT_THAT(take_back(priya(), family, drawn, "Again").refusals().front().message, "This was taken back already");
}

TEST_F(TakeBack, somebody_goes_with_every_tie_to_them_and_out_of_a_home_that_was_said_again) {
    const auto drawn = draw_jamie();
    add({record::Person{olive, "Olive Finch"}, record::Relationship{olive, jamie_barrow, "friend", {}, {}, false, "Tilly", {}},
         record::Household{"nans", "Nan's", "", {gran, herself, jamie_barrow, olive}, {}, {}, {}, "Tilly"}});
    const auto writing = take_back(priya(), family, drawn, "There is no Jamie");
    ASSERT_TRUE(writing);
    keep(*writing);
    EXPECT_EQ(family.person(jamie_barrow), nullptr);
    ASSERT_TRUE(family.person(olive)) << "she was no error";
    EXPECT_THAT(family.related_to(olive), IsEmpty());
    EXPECT_THAT(family.households.front().now().members, ElementsAre(gran, herself, olive));
}

TEST_F(TakeBack, a_change_alone_is_taken_back_and_what_was_before_stands) {
    auto renamed = record::Person{gran, "Maureen Finch"};
    const auto change = add({renamed});
    EXPECT_EQ(said_of_family_since(family, today(priya())).front().words, "Maureen Finch, changed");
    keep(*take_back(priya(), family, change, "Read wrongly"));
    ASSERT_TRUE(family.person(gran));
    EXPECT_EQ(family.person(gran)->full_name, "Maureen Barrow");
    EXPECT_EQ(family.relationships.size(), 1u) << "her ties stay";
}

TEST_F(TakeBack, is_refused_for_a_child_with_a_record_and_without_a_reason) {
    const auto of_tilly = all_said_with(family, family.people.front().said.front().entry);
    const auto refused = take_back(priya(), family, of_tilly, " ");
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusals().size(), 2u);
    EXPECT_EQ(refused.refusals()[0].message, "A child with a record of their own is not taken out of the family");
    EXPECT_EQ(refused.refusals()[1].field, "why");
    EXPECT_THAT(all_said_with(family, number<EntryId>(7)), IsEmpty());
    EXPECT_FALSE(take_back(priya(), family, {}, "Why not"));
    for (const auto& said : said_of_family_since(family, today(priya())))
        EXPECT_EQ(std::count(said.entries.begin(), said.entries.end(), of_tilly.front()), 0) << "it is not offered";
}

} // namespace lifestory::casework
