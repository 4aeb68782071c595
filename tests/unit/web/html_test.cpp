// What a literal of markup may hold, what its parts become, and which addresses are safe.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "web/html/components.h"

namespace lifestory::web {

namespace {

template <class... Kinds>
constexpr Mistake mistake(std::string_view markup, Kinds... kinds) {
    return mistake_in(markup, std::array<Hole, sizeof...(Kinds)>{kinds...});
}

} // namespace

TEST(Literal, takes_what_is_closed_and_quoted) {
    static_assert(mistake("<p class=\"a {}\"{}>{}<br></p>", Hole::Words, Hole::Attributes, Hole::Markup) ==
                  Mistake::None);
    static_assert(mistake("<a href=\"{}\" hidden>{}</a>", Hole::Address, Hole::Words) == Mistake::None);
    static_assert(mistake("<script type=\"module\" src=\"{}\"></script>", Hole::Address) == Mistake::None);
    static_assert(mistake("<!doctype html><title>{}</title>", Hole::Words) == Mistake::None);
}

TEST(Literal, refuses_an_attribute_without_quotation_marks) {
    static_assert(mistake("<p class={}></p>", Hole::Words) == Mistake::UnquotedAttribute);
    static_assert(mistake("<p class=a></p>") == Mistake::UnquotedAttribute);
    static_assert(mistake("<p class='a'></p>") == Mistake::UnquotedAttribute);
}

TEST(Literal, refuses_a_hole_where_it_could_be_read_as_markup) {
    static_assert(mistake("<p {}></p>", Hole::Words) == Mistake::WordsAmongAttributes);
    static_assert(mistake("<{}></p>", Hole::Words) == Mistake::HoleInTagName);
    static_assert(mistake("<p>{}</p>", Hole::Attributes) == Mistake::AttributesElsewhere);
    static_assert(mistake("<p title=\"{}\"></p>", Hole::Markup) == Mistake::MarkupInAttribute);
    static_assert(mistake("<title>{}</title>", Hole::Markup) == Mistake::MarkupInPlainText);
    static_assert(mistake("<textarea>{}</textarea>", Hole::Markup) == Mistake::MarkupInPlainText);
}

TEST(Literal, refuses_script_and_style) {
    static_assert(mistake("<p onclick=\"x\"></p>") == Mistake::ScriptInAttribute);
    static_assert(mistake("<p style=\"x\"></p>") == Mistake::ScriptInAttribute);
    static_assert(mistake("<script>x</script>") == Mistake::TextInScript);
    static_assert(mistake("<script>{}</script>", Hole::Words) == Mistake::TextInScript);
    static_assert(mistake("<style>{}</style>", Hole::Words) == Mistake::TextInScript);
    static_assert(mistake("<a href=\"javascript:x\"></a>") == Mistake::UnsafeAddress);
    static_assert(mistake("<!-- x -->") == Mistake::Comment);
}

TEST(Literal, refuses_words_where_an_address_belongs) {
    static_assert(mistake("<a href=\"{}\"></a>", Hole::Words) == Mistake::AddressWanted);
    static_assert(mistake("<a href=\"/x/{}\"></a>", Hole::Address) == Mistake::AddressNotWhole);
    static_assert(mistake("<p class=\"{}\"></p>", Hole::Address) == Mistake::AddressElsewhere);
}

TEST(Literal, refuses_what_is_not_closed_and_holes_without_parts) {
    static_assert(mistake("<p>") == Mistake::NotClosed);
    static_assert(mistake("<p><b></p></b>") == Mistake::WrongClosingTag);
    static_assert(mistake("</p>") == Mistake::WrongClosingTag);
    static_assert(mistake("<p class=\"a") == Mistake::NotClosed);
    static_assert(mistake("{}") == Mistake::HolesAndPartsDiffer);
    static_assert(mistake("", Hole::Words) == Mistake::HolesAndPartsDiffer);
    static_assert(mistake("{0}", Hole::Words) == Mistake::BraceWithoutHole);
}

TEST(Html, cannot_be_made_from_a_plain_string) {
    static_assert(!std::is_constructible_v<Html, std::string>);
    static_assert(!std::is_constructible_v<Html, const char*>);
    static_assert(!std::is_convertible_v<Phrase, Html>);
    static_assert(!std::is_constructible_v<Url, std::string>);
}

TEST(Html, escapes_words_and_leaves_markup) {
    std::string typed = "<b>\"O'Dowd\" & محمد</b>";
    EXPECT_EQ(html("<p title=\"{}\">{}</p>", typed, html("<i>{}</i>", 7)).markup(),
              "<p title=\"&lt;b&gt;&quot;O&#39;Dowd&quot; &amp; محمد&lt;/b&gt;\"><i>7</i></p>");
}

RC_GTEST_PROP(Html, no_words_ever_become_markup, (const std::string& typed)) {
    auto out = html("{}", typed).markup();
    RC_ASSERT(out.find_first_of("<>\"'") == std::string::npos);
}

TEST(Url, lets_pass_our_own_paths_and_named_schemes_only) {
    for (const char* safe : {"/", "/children/a?b=c#d", "#happened", "?page=2", "https://example.org/",
                             "mailto:a@b", "tel:01632960100"})
        EXPECT_EQ(url(safe).text(), safe);
    for (const char* unsafe :
         {"javascript:alert(1)", " javascript:x", "java\tscript:x", "JAVASCRIPT:x", "data:text/html,x",
          "//elsewhere.example", "/\\elsewhere.example", "http://example.org", "vbscript:x", ""})
        EXPECT_EQ(url(unsafe).text(), "#") << unsafe;
}

TEST(Url, encodes_each_part_of_a_path) {
    EXPECT_EQ(path("/children/{}/entries/{}", "a/b", std::string("é?")).text(),
              "/children/a%2Fb/entries/%C3%A9%3F");
}

TEST(Words, keep_their_lines_and_paragraphs) {
    EXPECT_EQ(lines("a\n<b>").markup(), "a<br>&lt;b&gt;");
    EXPECT_EQ(paragraphs("a\nb\n\n\n\nc\n").markup(),
              "<p class=\"govuk-body\">a<br>b</p><p class=\"govuk-body\">c</p>");
    EXPECT_EQ(paragraphs("").markup(), "");
}

TEST(Textarea, gives_back_a_first_empty_line_as_it_was_typed) {
    auto box = textarea({.name = "words", .value = "\nsecond"}).markup();
    EXPECT_NE(box.find(">\n\nsecond</textarea>"), std::string::npos);
}

TEST(Forms, show_the_same_words_above_and_at_the_field) {
    Refusals refusals{refuse("required", "Say whether Tilly was seen", "item.seen"), refuse("late", "", "x")};
    EXPECT_NE(
        error_summary_of(refusals).markup().find("<a href=\"#item.seen\">Say whether Tilly was seen</a>"),
        std::string::npos);
    EXPECT_EQ(error_at(refusals, "item.seen").words.html().markup(), "Say whether Tilly was seen");
    EXPECT_TRUE(error_at(refusals, "other").words.empty());
    EXPECT_TRUE(error_summary_of({}).empty());
}

TEST(Forms, carry_the_sessions_token_and_the_forms_number) {
    auto form = post_form({.action = url("/drafts"), .csrf = "t\"", .form_number = "n"}).markup();
    EXPECT_NE(form.find("name=\"csrf\" value=\"t&quot;\""), std::string::npos);
    EXPECT_NE(form.find("name=\"form_number\" value=\"n\""), std::string::npos);
}

TEST(Voices, are_told_by_a_label_and_never_by_slant_or_colour_alone) {
    for (auto voice : {Voice::Child, Voice::Family, Voice::Manager, Voice::NotWrittenToChild}) {
        auto block = voice_block({.voice = voice, .label = "Whose", .words = html("x")}).markup();
        EXPECT_NE(block.find("<p class=\"app-voice__label\">Whose</p>"), std::string::npos);
    }
}

} // namespace lifestory::web
