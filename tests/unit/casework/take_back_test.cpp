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
             record::Household{"nans", "Nan's", "", {gran, herself}, {}, {}, {}, ""}},
            gareth());
    }

    // As an act of its own.
    std::vector<EntryId> add(std::vector<Content> contents, Act act = priya()) {
        std::vector<EntryId> ids;
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

    std::vector<SaidOfFamily> lately() const { return said_of_family_since(family, priya().author.worker, today(priya())); }

    void keep(const Writing& writing) {
        for (const auto& one : writing) {
            Entry entry;
            entry.number = entry.place = family.length;
            entry.id = one.id;
            entry.record = barrows;
            entry.recorded_at = priya().now;
            entry.said = one.said;
            entry.content = one.content;
            apply(family, entry);
        }
    }

    // In an act of its own.
    void undo(const std::vector<EntryId>& entries, const std::string& why) {
        auto act = priya();
        act.id = number<EntryId>(static_cast<unsigned>(50 + 10 * acts++));
        const auto writing = take_back(act, family, entries, why);
        ASSERT_TRUE(writing);
        keep(*writing);
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
    const auto offered = lately();
    ASSERT_FALSE(offered.empty());
    EXPECT_EQ(offered.front().entries, drawn);
    EXPECT_EQ(offered.front().words, "Jamie Barrow, brother of Matilda Barrow");
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
    EXPECT_EQ(lately().front().words, "Maureen Finch, changed");
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
    for (const auto& said : lately())
        EXPECT_EQ(std::count(said.entries.begin(), said.entries.end(), of_tilly.front()), 0) << "it is not offered";
}

TEST_F(TakeBack, one_press_never_lifts_the_hiding_of_an_address_nor_ends_parental_responsibility) {
    add({record::Household{"nans", "Nan's", "", {gran, herself}, {}, {}, {olive}, ""}});
    draw_jamie(); // into the hidden home, said again without who may not know of it
    record::Relationship tie{gran, herself, "nan", {}, {}, true, "", {}};
    add({tie});
    tie.parental_responsibility = false;
    add({tie});
    record::Person untold{olive, "Olive Finch"};
    untold.not_told = {jamie_barrow};
    add({untold});
    EXPECT_THAT(lately(), IsEmpty()) << "each is taken back under People, with a reason";
}

TEST_F(TakeBack, one_press_undoes_the_presses_of_who_presses_alone) {
    add({record::Person{olive, "Olive Finch"}}, gareth());
    EXPECT_THAT(lately(), IsEmpty());
    EXPECT_EQ(said_of_family_since(family, gareth().author.worker, today(priya())).front().words, "Olive Finch");
}

TEST_F(TakeBack, what_was_changed_since_is_not_offered) {
    const auto drawn = draw_jamie();
    record::Person with_birthday{jamie_barrow, "Jamie Barrow"};
    with_birthday.born = today(priya());
    const auto change = add({with_birthday}, gareth());
    EXPECT_THAT(lately(), IsEmpty()) << "he would stay in the picture without a tie";
    undo(change, "Another day");
    ASSERT_EQ(lately().size(), 1u);
    EXPECT_EQ(lately().front().entries, drawn);
    add({record::Relationship{jamie_barrow, gran, "grandson", {}, {}, false, "", {}}}, gareth());
    EXPECT_THAT(lately(), IsEmpty()) << "somebody said more of him";
}

TEST_F(TakeBack, pressed_twice_brings_nobody_who_is_gone_back_into_a_home) {
    const auto drawn = draw_jamie();
    add({record::Person{olive, "Olive Finch"}, record::Household{"nans", "Nan's", "", {gran, herself, jamie_barrow, olive}, {}, {}, {}, "Tilly"}});
    ASSERT_EQ(lately().size(), 2u);
    undo(lately().back().entries, "Undone where it was drawn");
    ASSERT_EQ(lately().size(), 1u) << "the home said again without him is not offered";
    EXPECT_EQ(lately().front().words, "Olive Finch");
    undo(lately().front().entries, "Undone where it was drawn");
    EXPECT_THAT(family.households.front().now().members, ElementsAre(gran, herself));
    EXPECT_THAT(lately(), IsEmpty());
    const auto last = family.households.front().said.back().entry;
    undo({last}, "A press kept from before");
    for (const auto& one : family.households.front().now().members)
        EXPECT_TRUE(family.person(one)) << "what stands again holds nobody who is gone";
}

TEST_F(TakeBack, a_home_of_somebody_not_told_of_is_not_named) {
    record::Person untold{olive, "Olive Finch"};
    untold.not_told = {herself};
    add({untold});
    add({record::Household{"olives", "Olive's", "", {olive}, {}, {}, {}, ""}});
    ASSERT_EQ(lately().size(), 1u);
    EXPECT_EQ(lately().front().words, "Olive's: who lives there");
    EXPECT_THAT(lately().front().not_told, ElementsAre(herself));
}

} // namespace lifestory::casework
