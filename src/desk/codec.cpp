#include "desk/codec.h"

#include "base/fault.h"
#include "base/json.h"

namespace lifestory::desk {

namespace {

JsonObject object_of(std::string_view text) {
    auto parsed = parse_json(text);
    if (!parsed || !parsed->is_object())
        throw Fault("The desk holds something that it did not write.");
    return parsed->as_object();
}

template <class Number>
std::optional<Number> number_of(const JsonObject& object, std::string_view key) {
    auto parsed = Number::parse(text_in(object, key));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

Instant instant_in(const JsonObject& object, std::string_view key) {
    return Instant(std::chrono::milliseconds(number_in(object, key).value_or(0)));
}

std::int64_t milliseconds(Instant at) {
    return at.time_since_epoch().count();
}

JsonObject write(const std::map<std::string, std::string>& words) {
    JsonObject object;
    for (const auto& [name, value] : words)
        object[name] = value;
    return object;
}

std::map<std::string, std::string> words_in(const JsonObject& object, std::string_view key) {
    std::map<std::string, std::string> words;
    if (const auto* inner = object_in(object, key))
        for (const auto& [name, value] : *inner)
            words[name] = text_in(*inner, name);
    return words;
}

JsonObject write(const Writer& writer) {
    return {{"worker", writer.worker.hex()}, {"name", writer.full_name}};
}

Writer writer_of(const JsonObject& object) {
    return {number_of<WorkerNumber>(object, "worker").value_or(WorkerNumber{}), text_in(object, "name")};
}

Writer writer_in(const JsonObject& object, std::string_view key) {
    const auto* inner = object_in(object, key);
    return inner ? writer_of(*inner) : Writer{};
}

std::string_view word_of(AccountAct act) {
    switch (act) {
    case AccountAct::AddressMade: return "address-made";
    case AccountAct::SetAnew: return "set-anew";
    case AccountAct::Joined: return "joined";
    case AccountAct::Ended: return "ended";
    }
    return "";
}

void write_states(const Draft& draft, JsonObject& object) {
    if (draft.put_away)
        object["put_away"] = JsonObject{{"why", draft.put_away->why}, {"by", write(draft.put_away->by)},
                                        {"at", milliseconds(draft.put_away->at)}};
    JsonArray sent_back;
    for (const auto& one : draft.sent_back)
        sent_back.push_back(JsonObject{{"by", write(one.by)}, {"at", milliseconds(one.at)}, {"words", write(one.words)}});
    object["sent_back"] = std::move(sent_back);
    object["awaits_manager"] = draft.awaits_manager;
    if (draft.signed_as)
        object["signed_as"] = draft.signed_as->hex();
    if (draft.same_for_all)
        object["same_for_all"] = draft.same_for_all->hex();
    JsonArray parts;
    for (const auto& part : draft.parts)
        parts.push_back(JsonObject{{"draft", part.draft.hex()}, {"child", part.child.hex()}, {"is_signed", part.is_signed}});
    if (!parts.empty())
        object["parts"] = std::move(parts);
}

void read_states(const JsonObject& object, Draft& draft) {
    if (const auto* away = object_in(object, "put_away"))
        draft.put_away = PutAway{text_in(*away, "why"), writer_in(*away, "by"), instant_in(*away, "at")};
    if (const auto* sent_back = array_in(object, "sent_back"))
        for (const auto& one : *sent_back)
            draft.sent_back.push_back({writer_in(one.as_object(), "by"), instant_in(one.as_object(), "at"),
                                       words_in(one.as_object(), "words")});
    draft.awaits_manager = flag_in(object, "awaits_manager");
    draft.signed_as = number_of<EntryId>(object, "signed_as");
    draft.same_for_all = number_of<DraftId>(object, "same_for_all");
    if (const auto* parts = array_in(object, "parts"))
        for (const auto& part : *parts)
            draft.parts.push_back({number_of<DraftId>(part.as_object(), "draft").value_or(DraftId{}),
                                   number_of<RecordNumber>(part.as_object(), "child").value_or(RecordNumber{}), flag_in(part.as_object(), "is_signed")});
}

} // namespace

std::string write_draft(const Draft& draft) {
    JsonArray writers;
    for (const auto& writer : draft.writers)
        writers.push_back(write(writer));
    JsonObject object{{"draft", draft.draft.hex()}, {"form", draft.form.hex()}, {"owner", write(draft.owner)},
                      {"writers", std::move(writers)}, {"record_type", draft.record_type},
                      {"version", draft.version}, {"fields", write(draft.fields)}, {"stopped_at", draft.stopped_at},
                      {"saved_by", write(draft.saved_by)}, {"created", milliseconds(draft.created)},
                      {"updated", milliseconds(draft.updated)}};
    if (draft.record)
        object["record"] = draft.record->hex();
    write_states(draft, object);
    return to_text(object);
}

Draft read_draft(std::string_view text) {
    auto object = object_of(text);
    Draft draft;
    draft.draft = number_of<DraftId>(object, "draft").value_or(DraftId{});
    draft.form = number_of<FormNumber>(object, "form").value_or(FormNumber{});
    draft.owner = writer_in(object, "owner");
    if (const auto* writers = array_in(object, "writers"))
        for (const auto& writer : *writers)
            draft.writers.push_back(writer_of(writer.as_object()));
    draft.record = number_of<RecordNumber>(object, "record");
    draft.record_type = text_in(object, "record_type");
    draft.version = static_cast<std::uint64_t>(number_in(object, "version").value_or(0));
    draft.fields = words_in(object, "fields");
    draft.stopped_at = text_in(object, "stopped_at");
    draft.saved_by = writer_in(object, "saved_by");
    draft.created = instant_in(object, "created");
    draft.updated = instant_in(object, "updated");
    read_states(object, draft);
    return draft;
}

std::string write_version(const EarlierVersion& version) {
    return to_text(JsonObject{{"version", version.version}, {"by", write(version.by)}, {"at", milliseconds(version.at)},
                              {"fields", write(version.fields)}, {"set_aside", version.set_aside}});
}

EarlierVersion read_version(std::string_view text) {
    auto object = object_of(text);
    return {static_cast<std::uint64_t>(number_in(object, "version").value_or(0)), writer_in(object, "by"),
            instant_in(object, "at"), words_in(object, "fields"), flag_in(object, "set_aside")};
}

std::string write_opening(const DraftOpening& opening) {
    return to_text(JsonObject{{"by", write(opening.by)}, {"why", opening.why}, {"at", milliseconds(opening.at)}});
}

DraftOpening read_opening(std::string_view text) {
    auto object = object_of(text);
    return {writer_in(object, "by"), text_in(object, "why"), instant_in(object, "at")};
}

std::string write_secrets(const Account& account) {
    JsonObject object{{"password", account.password}};
    if (account.code_secret)
        object["code_secret"] = to_hex(*account.code_secret);
    return to_text(object);
}

void read_secrets(std::string_view text, Account& account) {
    auto object = object_of(text);
    account.password = text_in(object, "password");
    account.code_secret.reset();
    if (object.contains("code_secret"))
        if (auto secret = from_hex(text_in(object, "code_secret")))
            account.code_secret = *secret;
}

std::string write_invitation(const Invitation& invitation) {
    JsonObject object{{"worker", invitation.worker.hex()}, {"by", write(invitation.by)}, {"made", milliseconds(invitation.made)}};
    if (invitation.joining)
        object["joining"] = JsonObject{{"email", invitation.joining->email}, {"password", invitation.joining->password},
                                       {"code_secret", to_hex(invitation.joining->code_secret)}};
    return to_text(object);
}

Invitation read_invitation(std::string_view text) {
    auto object = object_of(text);
    Invitation invitation{number_of<WorkerNumber>(object, "worker").value_or(WorkerNumber{}), writer_in(object, "by"),
                          instant_in(object, "made"), std::nullopt};
    if (const auto* joining = object_in(object, "joining"))
        if (auto secret = from_hex(text_in(*joining, "code_secret")))
            invitation.joining = Joining{text_in(*joining, "email"), text_in(*joining, "password"), *secret};
    return invitation;
}

std::string write_note(const AccountNote& note) {
    return to_text(JsonObject{{"act", word_of(note.act)}, {"by", write(note.by)}, {"at", milliseconds(note.at)}});
}

AccountNote read_note(std::string_view text) {
    auto object = object_of(text);
    auto word = text_in(object, "act");
    for (auto act : {AccountAct::AddressMade, AccountAct::SetAnew, AccountAct::Joined, AccountAct::Ended})
        if (word_of(act) == word)
            return {act, writer_in(object, "by"), instant_in(object, "at")};
    throw Fault("The desk holds something that it did not write.");
}

} // namespace lifestory::desk
