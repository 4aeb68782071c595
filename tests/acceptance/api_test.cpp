// The JSON interface: its description against its routes and against docs/formats/openapi.json, and a day's work done
// through it, each answer held to the description.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>

#include "acceptance/served.h"
#include "acceptance/api_client.h"
#include "base/text.h"
#include "web/pages/api_schema.h"
#include "web/pages/file_lines.h"
#include "web/pages/api_schemas.h"
#include "web/pages/site.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::string fresh_form() { return FormNumber::random().hex(); }

// One member a line down to the third level, so that a change can be read.
std::string laid_out(const Json& value, int depth = 0) {
    const auto* object = value.if_object();
    if (!object || object->empty() || depth > 4)
        return to_text(value);
    std::string text = "{", margin(static_cast<std::size_t>(depth + 1) * 2, ' ');
    for (const auto& one : *object)
        text.append(text.size() > 1 ? ",\n" : "\n").append(margin).append(to_text(Json(one.key()))).append(": ").append(laid_out(one.value(), depth + 1));
    return text + "\n" + margin.substr(2) + "}";
}

class Api : public Served {
protected:
    ApiClient signed_in(const std::string& who) {
        ApiClient client(*site, called);
        auto answer = client.sign_in(who + "@northmere.example", app::demo::password());
        EXPECT_EQ(answer.status, 201) << answer.text;
        return client;
    }

    std::string child_named(ApiClient& client, std::string_view name) {
        auto all = client.get("/children");
        for (const auto& one : all.body.at("children").as_array())
            if (text_in(one.as_object(), "name") == name)
                return text_in(one.as_object(), "child");
        ADD_FAILURE() << name << " is not in the list";
        return "";
    }

    std::set<std::string> called;
};

// The first of what can be chosen, as the answer about the record type tells it.
std::string first_choice(const Answer& type, std::string_view item) {
    for (const auto& one : type.body.at("items").as_array())
        if (text_in(one.as_object(), "item") == item)
            return one.at("choices").as_array().at(0).as_string().c_str();
    return "";
}

JsonObject words_of_a_visit(const Answer& type) {
    return {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"when.time", "16:30"},
            {"item.happened", "Today I came to see you at Nan's. You showed me the mug you had painted, and we talked about Saturday.\n\nYou told me that you slept well."},
            {"item.seen", "seen alone"}, {"item.bedroom", "yes"}, {"item.place", "Nan's"}, {"item.people", "nobody"},
            {"item.child-views.words", "I want to go on with painting."}, {"item.child-views.how", "talking alone"},
            {"item.think", "I think you are more settled than in November."}, {"item.significant", "no"},
            {"item.purpose", first_choice(type, "purpose")}, {"item.visit-kind", first_choice(type, "visit-kind")},
            {"item.actions.1.what", "Bring new paints"}, {"item.actions.1.who", "Priya Anand"}};
}

std::set<std::string> described_operations(const JsonObject& description) {
    std::set<std::string> all;
    for (const auto& path : description.at("paths").as_object())
        for (const auto& operation : path.value().as_object())
            all.insert(std::string(operation.key()) + " " + std::string(path.key()));
    return all;
}

void gather_references(const Json& value, std::set<std::string>& all) {
    if (const auto* object = value.if_object())
        for (const auto& one : *object) {
            if (one.key() == "$ref")
                all.insert(std::string(one.value().as_string().c_str()));
            gather_references(one.value(), all);
        }
    if (const auto* list = value.if_array())
        for (const auto& one : *list)
            gather_references(one, all);
}

TEST(ApiDescription, IsTheOneInDocs) {
    const auto file = std::string(SOURCE_FOLDER) + "/docs/formats/openapi.json";
    const Json described = web::pages::api_description();
    if (std::getenv("LIFESTORY_RENEW"))
        std::ofstream(file) << laid_out(described) << "\n";
    std::ifstream stream(file);
    auto kept = parse_json(std::string{std::istreambuf_iterator<char>(stream), {}});
    ASSERT_TRUE(kept) << kept.refusal().message;
    EXPECT_EQ(*kept, described) << "run this test once with LIFESTORY_RENEW=1 and read what changed";
}

TEST(ApiDescription, HoldsEverySchemaThatItNamesAndNamesEverySchemaThatItHolds) {
    const auto description = web::pages::api_description();
    std::set<std::string> named, held;
    gather_references(Json(description), named);
    for (const auto& schema : web::pages::api_schemas())
        held.insert("#/components/schemas/" + std::string(schema.key()));
    EXPECT_EQ(named, held);
}

TEST(ApiSchema, FindsEveryWayInWhichAValueDiffers) {
    const auto& schemas = web::pages::api_schemas();
    auto fields_of = [&](std::string_view schema, std::string_view value) {
        std::vector<std::string> fields;
        for (const auto& refusal : web::pages::differs(schemas, web::pages::reference_to(schema), *parse_json(value)))
            fields.push_back(refusal.field);
        return fields;
    };
    EXPECT_THAT(fields_of("WhyLate", R"({"reason": "ill", "kept_safe": "Nan was there"})"), testing::IsEmpty());
    EXPECT_THAT(fields_of("WhyLate", R"({"reason": 4, "keptsafe": "Nan was there"})"), testing::UnorderedElementsAre("/kept_safe", "/reason", "/keptsafe"));
    EXPECT_THAT(fields_of("Releasing", R"({"how": "tomorrow", "look_again": "23/12/2026"})"), testing::UnorderedElementsAre("/how", "/look_again"));
    EXPECT_THAT(fields_of("Addition", R"({"form": "ABC", "words": ""})"), testing::ElementsAre("/form", "/form"));
    EXPECT_THAT(fields_of("Correction", R"([])"), testing::ElementsAre(""));
    EXPECT_THAT(fields_of("Children", R"({"children": [{"child": "x"}]})"), Contains("/children/0/name"));
    EXPECT_THAT(fields_of("Fields", R"({"item.a": "words", "item.b": 3})"), testing::ElementsAre("/item.b"));
}

TEST_F(Api, DoesADaysWorkAndEveryAnswerIsAsDescribed) {
    serve();
    if (HasFailure())
        return;
    auto priya = signed_in("priya.anand");
    const auto tilly = child_named(priya, "Tilly Barrow");
    const auto of_tilly = "/children/" + tilly;
    auto before = priya.get(of_tilly);
    ASSERT_EQ(before.status, 200);
    const auto stories = before.body.at("story").as_array().size();
    EXPECT_GT(stories, 10u);
    EXPECT_FALSE(before.body.at("statuses").as_array().empty());

    // What the next letter can speak of, and the letters that she was given.
    auto gathered = priya.get(of_tilly + "/update");
    EXPECT_EQ(gathered.status, 200);
    EXPECT_FALSE(gathered.body.at("promises").as_array().empty());
    EXPECT_EQ(priya.get(of_tilly + "/letters").body.at("letters").as_array().size(), 3u);

    // What is due, how it was counted, and why it is late.
    auto due = priya.get(of_tilly + "/due");
    ASSERT_FALSE(due.body.at("due").as_array().empty());
    std::string late;
    for (const auto& one : due.body.at("due").as_array()) {
        auto item = text_in(one.as_object(), "item");
        if (text_in(one.as_object(), "state") == "late" && one.as_object().contains("due"))
            late = item;
    }
    auto counted = priya.get(of_tilly + "/due/" + text_in(due.body.at("due").as_array().front().as_object(), "item"));
    EXPECT_EQ(counted.status, 200);
    const JsonObject why{{"form", fresh_form()}, {"reason", "I was off sick"}, {"kept_safe", "Sam Okoro saw her twice."}};
    auto said = priya.post(of_tilly + "/due/" + (late.empty() ? fresh_form() : late) + "/lateness", why);
    EXPECT_EQ(said.status, late.empty() ? 404 : 201) << said.text;

    // A visit: begun, refused with every reason, completed, signed once.
    auto type = priya.get("/record-types/visit?child=" + tilly);
    EXPECT_GT(type.body.at("items").as_array().size(), 5u);
    const auto form = fresh_form();
    const JsonObject first_words{{"form", form}, {"child", tilly}, {"type", "visit"}, {"fields", JsonObject{{"item.seen", "seen alone"}}}};
    auto begun = priya.post("/drafts", first_words);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(text_in(priya.post("/drafts", first_words).body, "draft"), text_in(begun.body, "draft")) << "sent twice, one draft";
    const auto draft = "/drafts/" + text_in(begun.body, "draft");
    auto refused = priya.post(draft + "/signature", {{"form", form}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.text, HasSubstr("\"/fields/item.happened\""));
    EXPECT_GT(refused.body.at("refusals").as_array().size(), 1u);
    auto read = priya.get(draft);
    auto version = *number_in(read.body, "version");
    auto saved = priya.put(draft, {{"version", version}, {"fields", words_of_a_visit(type)}});
    ASSERT_EQ(saved.status, 200) << saved.text;
    auto overwritten = words_of_a_visit(type);
    overwritten["item.think"] = "I think otherwise.";
    auto differing = priya.put(draft, {{"version", version}, {"fields", overwritten}});
    EXPECT_EQ(differing.body.at("differences").as_array().size(), 1u) << differing.text;
    EXPECT_EQ(priya.put(draft, {{"version", *number_in(differing.body, "version")}, {"fields", words_of_a_visit(type)}}).status, 200);
    JsonObject kept;
    auto checked = priya.get(draft);
    for (const auto& finding : checked.body.at("findings").as_array())
        kept[text_in(finding.as_object(), "finding")] = "own-word";
    const JsonObject signature{{"form", form}, {"release", JsonObject{{"how", "together"}}}, {"kept", kept}};
    EXPECT_EQ(priya.post(draft + "/signature", {{"form", fresh_form()}}).code(), "another-form");
    auto signed_now = priya.post(draft + "/signature", signature);
    ASSERT_EQ(signed_now.status, 201) << signed_now.text;
    auto again = priya.post(draft + "/signature", signature);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(text_in(again.body, "entry"), text_in(signed_now.body, "entry"));
    EXPECT_EQ(priya.get(of_tilly).body.at("story").as_array().size(), stories + 1);

    // The entry, and what comes to stand beside it.
    const auto visit = of_tilly + "/entries/" + text_in(signed_now.body, "entry");
    auto entry = priya.get(visit);
    EXPECT_EQ(text_in(entry.body.at("content").as_object(), "kind"), "visit");
    std::string sentence;
    for (const auto& one : entry.body.at("sentences").as_array())
        if (text_in(one.as_object(), "words").starts_with("You told me"))
            sentence = text_in(one.as_object(), "sentence");
    ASSERT_FALSE(sentence.empty()) << entry.text;
    EXPECT_EQ(priya.post(visit + "/addition", {{"form", fresh_form()}, {"words", "The mug has a blue handle."}}).status, 201);
    EXPECT_EQ(priya.post(visit + "/addition", {{"form", fresh_form()}, {"words", " "}}).status, 422);
    EXPECT_EQ(priya.post(visit + "/release", {{"form", fresh_form()}, {"how", "now"}}).status, 201);
    EXPECT_EQ(priya.post(visit + "/disagreement", {{"form", fresh_form()}, {"sentence", sentence}, {"whose", "child"}, {"kind", "does-not-agree"},
                                                   {"words", "I said that I slept badly."}}).status, 201);
    EXPECT_EQ(priya.post(visit + "/sharing", {{"form", fresh_form()}, {"to", "Maureen Barrow, nan"}, {"how", "by hand"}, {"why", "She asked for it."},
                                              {"agreement", "Kerry Barrow, on 22 December"}}).status, 201);
    auto asked = priya.post(visit + "/correction-asking", {{"form", fresh_form()}, {"sentence", sentence}, {"right_words", "You told me that you slept badly."}, {"why", "I misheard."}});
    EXPECT_EQ(asked.status, 201) << asked.text;
    EXPECT_EQ(priya.post(visit + "/endorsement", {{"form", fresh_form()}}).status, 404) << "nobody agrees to their own entry";
    EXPECT_EQ(priya.post(visit + "/closing", {{"form", fresh_form()}, {"sentence", sentence}, {"why", "they are about someone else"}}).status, 404);

    auto gareth = signed_in("gareth.holloway");
    EXPECT_EQ(gareth.post(visit + "/comment", {{"form", fresh_form()}, {"words", "You listened well."}}).status, 201);
    const JsonObject agreement{{"form", fresh_form()}, {"comment", "I agree."}};
    auto agreed = gareth.post(visit + "/endorsement", agreement);
    EXPECT_EQ(agreed.status, 201) << agreed.text;
    auto agreed_again = gareth.post(visit + "/endorsement", agreement);
    EXPECT_EQ(agreed_again.status, 200) << "sent twice, stored once";
    EXPECT_EQ(text_in(agreed_again.body, "entry"), text_in(agreed.body, "entry"));
    auto corrected = gareth.post(visit + "/correction", {{"form", fresh_form()}, {"sentence", sentence}, {"right_words", "You told me that you slept badly."},
                                                         {"why", "it did not happen like that"}, {"asked", text_in(asked.body, "entry")}});
    EXPECT_EQ(corrected.status, 201) << corrected.text;

    auto other_day = gareth.post(visit + "/day", {{"form", fresh_form()}, {"day", "2026-12-21"}, {"why", "Nan's calendar says Monday."}});
    EXPECT_EQ(other_day.status, 201) << other_day.text;
    EXPECT_EQ(text_in(priya.get(visit).body, "day"), "2026-12-21");
    EXPECT_EQ(gareth.post(visit + "/day", {{"form", fresh_form()}, {"day", "2027-12-21"}, {"why", "x"}}).status, 422) << "a day to come";
    EXPECT_EQ(priya.post(visit + "/day", {{"form", fresh_form()}, {"day", "2026-12-20"}, {"why", "x"}}).status, 404);
    auto in_error = gareth.post(visit + "/withdrawal", {{"form", fresh_form()}, {"why", "it did not happen"}});
    EXPECT_EQ(in_error.status, 201) << in_error.text;
    EXPECT_THAT(text_in(priya.get(visit).body, "title"), HasSubstr("written in error"));
    EXPECT_EQ(gareth.post(visit + "/withdrawal", {{"form", fresh_form()}, {"why", "again"}}).status, 422);

    auto denise = signed_in("denise.achebe");
    auto closed = denise.post(visit + "/closing", {{"form", fresh_form()}, {"sentence", sentence}, {"why", "they are about someone else"}});
    EXPECT_EQ(closed.status, 201) << closed.text;
    auto without = priya.get(visit);
    EXPECT_THAT(without.text, Not(HasSubstr("You told me that you slept well")));
    EXPECT_TRUE(flag_in(without.body, "has_closed_words"));

    // The child's own words: said once, read by all, no reason asked.
    auto words = priya.get(of_tilly + "/words");
    EXPECT_EQ(words.body.at("words").as_array().size(), 2u) << words.text;
    EXPECT_GT(words.body.at("terms").as_array().size(), 20u);
    const JsonObject said_so{{"form", fresh_form()}, {"instead_of", "contact"}, {"say", "seeing Mum and Reece"}};
    EXPECT_EQ(priya.post(of_tilly + "/words", said_so).status, 201);
    EXPECT_EQ(priya.post(of_tilly + "/words", said_so).status, 200) << "sent twice, stored once";
    EXPECT_EQ(priya.post(of_tilly + "/words", {{"form", fresh_form()}, {"instead_of", " "}, {"say", "home"}}).status, 422);
    EXPECT_EQ(priya.post(of_tilly + "/words", {{"form", fresh_form()}, {"instead_of", "unit"}, {"say", "home"}, {"why", "x"}}).code(), "unknown-key");
    auto other_words = priya.get(of_tilly + "/words");
    EXPECT_EQ(text_in(other_words.body.at("words").as_array().back().as_object(), "say"), "seeing Mum and Reece");
    EXPECT_EQ(text_in(other_words.body.at("before").as_array().front().as_object(), "until"), "2026-12-23");

    // Her chronology, whole and as she may read it.
    const auto chronology = priya.get(of_tilly + "/chronology").body;
    EXPECT_GT(chronology.at("rows").as_array().size(), priya.get(of_tilly + "/chronology?for=child").body.at("rows").as_array().size());

    // A document with its file: signed, in the list, and given back byte for byte.
    const std::string scan = "%PDF-1.7 from the school";
    const auto of_document = fresh_form();
    auto held = *house->ledger.keep_file({*RecordNumber::parse(tilly), FileNumber::random(), *FormNumber::parse(of_document), scan});
    const record::File file{held.file, "letter.pdf", "PDF document", static_cast<std::uint32_t>(held.length), to_hex(view(held.sha256))};
    auto document = priya.post("/drafts", {{"form", of_document}, {"child", tilly}, {"type", "filed-document"},
                                           {"fields", JsonObject{{"item.kept.files", web::pages::line_of(file)}, {"item.what-it-is", "letter"}, {"item.content", "You were there every day."},
                                                                 {"item.from-whom.1.name", "Ada Lin"}, {"item.from-whom.1.who", "head teacher"}, {"item.belongs", "not yours"},
                                                                 {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}}}});
    ASSERT_EQ(document.status, 201) << document.text;
    auto filed = priya.post("/drafts/" + text_in(document.body, "draft") + "/signature", {{"form", of_document}, {"release", JsonObject{{"how", "together"}}}});
    ASSERT_EQ(filed.status, 201) << filed.text;
    EXPECT_THAT(priya.get(of_tilly + "/documents").text, AllOf(HasSubstr("letter.pdf"), HasSubstr(file.sha256)));
    const auto path_of_file = of_tilly + "/entries/" + text_in(filed.body, "entry") + "/files/";
    EXPECT_EQ(priya.get(path_of_file + file.number.hex()).text, scan);
    EXPECT_EQ(priya.get(path_of_file + fresh_form()).status, 404);

    // The facts about her: changed with who said so, and what was before stays.
    const JsonObject telephone{{"form", fresh_form()}, {"fact", "telephone"}, {"value", "01632 960 171"}, {"since", "2026-12-01"},
                               {"said_by", "Maureen Barrow, nan"}, {"how_known", "told"}, {"known_on", "2026-12-22"}};
    EXPECT_EQ(priya.post(of_tilly + "/facts", telephone).status, 201);
    EXPECT_EQ(priya.post(of_tilly + "/facts", telephone).status, 200) << "sent twice, stored once";
    auto number = telephone;
    number["form"] = fresh_form();
    number["fact"] = "nhs-number";
    number["value"] = "943 476 5871";
    auto refused_number = priya.post(of_tilly + "/facts", number);
    EXPECT_EQ(refused_number.status, 422);
    EXPECT_THAT(refused_number.text, HasSubstr("This NHS number has a digit wrong"));
    number["fact"] = "need-code";
    EXPECT_EQ(priya.post(of_tilly + "/facts", number).status, 404) << "the policy names others";
    auto facts = priya.get(of_tilly + "/facts");
    EXPECT_EQ(facts.status, 200);
    EXPECT_THAT(facts.text, AllOf(HasSubstr("01632 960 171"), HasSubstr("\"said_by\":\"Maureen Barrow, nan\""), HasSubstr("\"code\":\"WBRI\"")));

    // Her family as it was on a day, and as she may read it.
    auto family = priya.get(of_tilly + "/genogram");
    EXPECT_EQ(text_in(family.body, "on"), "2026-12-23") << family.text;
    EXPECT_THAT(text_in(family.body, "text"), HasSubstr("Maureen Barrow"));
    EXPECT_GE(family.body.at("people").as_array().size(), 6u);
    EXPECT_FALSE(family.body.at("unions").as_array().empty());
    EXPECT_EQ(text_in(family.body.at("households").as_array().back().as_object(), "name"), "Nan's");
    EXPECT_EQ(text_in(priya.get(of_tilly + "/genogram?on=2026-05-01").body, "on"), "2026-05-01");
    EXPECT_EQ(priya.get(of_tilly + "/genogram?on=2026-12-24").status, 422);
    EXPECT_EQ(priya.get(of_tilly + "/genogram?on=soon").code(), "not-a-day");
    EXPECT_EQ(text_in(priya.get(of_tilly + "/genogram?for=child").body, "left_out"), "");

    EXPECT_EQ(priya.get(of_tilly + "/readings?page=1").status, 200);
    auto found = priya.post("/searches", {{"words", "tilley barow"}});
    EXPECT_THAT(found.text, HasSubstr(tilly));
    EXPECT_THAT(text_in(priya.get("/checkpoint").body, "checkpoint"), HasSubstr("lifestory/"));
    EXPECT_EQ(to_text(priya.get("/openapi.json").body), to_text(web::pages::api_description()));
    EXPECT_EQ(priya.remove("/session").status, 204);
    EXPECT_EQ(priya.get("/children").status, 401);
    EXPECT_EQ(called, described_operations(web::pages::api_description())) << "an operation was not tried";
}

TEST_F(Api, RefusesAsThePagesDo) {
    serve();
    if (HasFailure())
        return;
    ApiClient stranger(*site, called);
    EXPECT_EQ(stranger.get("/children").status, 401);
    EXPECT_EQ(stranger.sign_in("priya.anand@northmere.example", "a password that is wrong").status, 401);
    auto priya = signed_in("priya.anand");
    const auto tilly = child_named(priya, "Tilly Barrow");

    // One 404 for every cause.
    auto nothing = priya.get("/children/" + fresh_form());
    EXPECT_EQ(nothing.status, 404);
    auto beth = signed_in("beth.rowntree");
    for (const auto& answer : {priya.get("/children/ABC"), priya.get("/nothing/of/this/name"), priya.get("/children/" + tilly + "/due/" + fresh_form()),
                               priya.get("/children/" + tilly + "/entries/" + fresh_form()), priya.get("/drafts/" + fresh_form()),
                               priya.get("/record-types/vizit"), beth.get("/children/" + tilly), beth.get("/children/" + tilly + "/words"), beth.get("/children/" + tilly + "/facts"), beth.get("/children/" + tilly + "/genogram"), beth.get("/children/" + tilly + "/chronology"),
                               beth.get("/children/" + tilly + "/genogram?on=soon"), signed_in("hugh.penrose").get("/children/" + tilly + "/genogram"),
                               beth.post("/children/" + tilly + "/words", {{"form", fresh_form()}, {"instead_of", "unit"}, {"say", "home"}})}) {
        EXPECT_EQ(answer.status, 404);
        EXPECT_EQ(answer.text, nothing.text);
    }
    auto token = priya.csrf;
    priya.csrf = "another";
    auto forged = priya.post("/drafts", {{"form", fresh_form()}});
    EXPECT_EQ(forged.status, 404);
    EXPECT_EQ(forged.text, nothing.text);
    priya.csrf = token;

    // Business support sees letters alone, and nothing that is worked out from what it does not see.
    auto hugh = signed_in("hugh.penrose");
    auto seen_by_hugh = hugh.get("/children/" + tilly);
    EXPECT_EQ(seen_by_hugh.status, 200);
    EXPECT_FALSE(seen_by_hugh.body.contains("due"));
    EXPECT_EQ(hugh.get("/children/" + tilly + "/due").text, nothing.text);

    // Bodies are read strictly.
    auto mistyped = priya.post("/drafts", {{"form", fresh_form()}, {"chlid", tilly}});
    EXPECT_EQ(mistyped.status, 422);
    EXPECT_EQ(mistyped.code(), "unknown-key");
    EXPECT_THAT(mistyped.text, HasSubstr("did you mean child"));
    EXPECT_EQ(priya.post("/drafts", JsonObject()).status, 422);
    EXPECT_EQ(priya.post_text("/drafts", "{\"form\": ").code(), "not-json");
    EXPECT_EQ(priya.post_text("/drafts", "[]").status, 422);
    EXPECT_EQ(priya.post_text("/drafts", "{\"form\": \"\xff\"}").status, 422);
    EXPECT_EQ(priya.post_text("/drafts", std::string(web::http::form_limit + 1, ' ')).status, 413);
    priya.content_type = "text/plain";
    EXPECT_EQ(priya.post("/drafts", {{"form", fresh_form()}}).code(), "not-json");
}

TEST_F(Api, RecordsOneVisitToSeveralChildrenAndSignsEachAlone) {
    serve();
    if (HasFailure())
        return;
    auto priya = signed_in("priya.anand");
    const auto tilly = child_named(priya, "Tilly Barrow"), reece = child_named(priya, "Reece Barrow");
    auto words = words_of_a_visit(priya.get("/record-types/visit?child=" + tilly));
    const auto form = fresh_form();
    const JsonObject body{{"form", form}, {"child", tilly}, {"type", "visit"}, {"also", JsonArray{Json(reece)}}, {"fields", words}};
    auto begun = priya.post("/drafts", body);
    ASSERT_EQ(begun.status, 201) << begun.text;
    ASSERT_EQ(begun.body.at("also").as_array().size(), 1u) << begun.text;
    const auto his = begun.body.at("also").as_array().front().as_object();
    EXPECT_EQ(text_in(his, "child"), reece);
    auto again = priya.post("/drafts", body);
    EXPECT_EQ(text_in(again.body.at("also").as_array().front().as_object(), "draft"), text_in(his, "draft")) << "sent twice, one draft for each child";

    // What is the same for all is in both; her own words are not in his.
    const auto draft = "/drafts/" + text_in(begun.body, "draft"), reeces = "/drafts/" + text_in(his, "draft");
    auto read = priya.get(reeces);
    const auto& fields = *object_in(read.body, "fields");
    EXPECT_EQ(text_in(fields, "item.place"), "Nan's");
    EXPECT_FALSE(fields.contains("item.happened")) << read.text;
    auto hers = words;
    hers["item.for-all"] = "Nan had made soup.";
    auto saved = priya.put(draft, {{"version", *number_in(begun.body, "version")}, {"version_for_all", *number_in(begun.body, "version_for_all")}, {"fields", hers}});
    ASSERT_EQ(saved.status, 200) << saved.text;
    EXPECT_TRUE(saved.body.at("differences").as_array().empty()) << saved.text;
    EXPECT_EQ(text_in(*object_in(priya.get(reeces).body, "fields"), "item.for-all"), "Nan had made soup.");

    JsonObject kept;
    for (const auto& finding : priya.get(draft).body.at("findings").as_array())
        kept[text_in(finding.as_object(), "finding")] = "own-word";
    auto written = priya.post(draft + "/signature", {{"form", form}, {"release", JsonObject{{"how", "together"}}}, {"kept", kept}});
    ASSERT_EQ(written.status, 201) << written.text;
    EXPECT_FALSE(priya.get(reeces).body.contains("signed_as")) << "each is signed alone";
    auto entry = priya.get("/children/" + tilly + "/entries/" + text_in(written.body, "entry"));
    EXPECT_THAT(entry.text, HasSubstr(reece));

    EXPECT_EQ(priya.post("/drafts", {{"form", fresh_form()}, {"child", tilly}, {"type", "visit"}, {"also", JsonArray{Json(fresh_form())}}}).status, 404);
    EXPECT_EQ(priya.post("/drafts", {{"form", fresh_form()}, {"type", "visit"}, {"also", JsonArray{Json(reece)}}}).code(), "no-child");
    EXPECT_EQ(priya.post("/drafts", {{"form", fresh_form()}, {"child", tilly}, {"type", "case-note"}, {"also", JsonArray{Json(reece)}}}).status, 404);
}

TEST_F(Api, HasEveryRouteDescribedAndADescriptionForNoOther) {
    serve();
    if (HasFailure())
        return;
    std::set<std::string> routes;
    for (const auto& route : site->router.routes())
        if (route.pattern().starts_with("/api/"))
            routes.insert(fold(web::http::name_of(route.method())) + " " + route.pattern());
    EXPECT_EQ(routes, described_operations(web::pages::api_description()));
}

} // namespace

} // namespace lifestory::acceptance
