// Accepting a pack: its whole text becomes an entry of the authority's stream, so that old dates can be derived for
// ever by the rules they began under.
#include <fmt/format.h>

#include "app/installation.h"
#include "record/authority.h"
#include "record/codec.h"

namespace lifestory::app {

namespace {

Result<record::Authority> read_authority(Installation& installation) {
    auto stream = installation.index().authority();
    if (!stream)
        return record::Authority{};
    auto opened = TRY(installation.ledger().read(*stream));
    auto entries = TRY(record::read_entries(opened));
    return record::fold_authority(entries);
}

std::vector<policy::PackFile> files_of(const record::PackAccepted& accepted) {
    std::vector<policy::PackFile> files;
    for (const auto& [path, text] : accepted.files)
        files.push_back({path, text});
    return files;
}

Outcome note_accepted(Installation& installation, const policy::Pack& pack, calendar::Instant now) {
    record::PackAccepted accepted{pack.about.id, pack.about.version, pack.digest, {}};
    for (const auto& file : pack.files)
        accepted.files.emplace_back(file.path, file.text);
    record::Said said;
    said.recorded_by = {WorkerNumber{}, "Lifestory", "the program", ""};
    said.judged_by = {pack.about.id, pack.about.version, pack.digest};
    auto stream = installation.index().authority().value_or(RecordNumber::random());
    TRY(installation.ledger().append(
        {FormNumber::random(), now, {{stream, EntryId::random(), record::write_content(said, accepted), std::nullopt}}, {}}));
    return Nothing{};
}

Outcome take_earlier(const record::Authority& authority, Policies& policies) {
    for (const auto& accepted : authority.packs) {
        if (accepted.what.digest == policies.pack->digest || policies.books.earlier.contains(accepted.what.digest))
            continue;
        auto pack = std::make_unique<policy::Pack>(TRY(policy::load_texts(files_of(accepted.what), accepted.what.pack)));
        policies.earlier_books.push_back(std::make_unique<policy::RuleBook>(*pack));
        policies.books.earlier.emplace(accepted.what.digest, policies.earlier_books.back().get());
        policies.earlier_packs.push_back(std::move(pack));
    }
    return Nothing{};
}

} // namespace

Result<Policies> accepted_policies(Installation& installation) {
    auto authority = TRY(read_authority(installation));
    const auto* accepted = authority.pack_in_force();
    if (!accepted)
        return refuse("no-pack", "No pack was ever accepted here: there is nothing to derive what is owed by. Start 'lifestory serve' with one first.");
    Policies policies;
    policies.pack = std::make_unique<policy::Pack>(TRY(policy::load_texts(files_of(*accepted), accepted->pack)));
    policies.book = std::make_unique<policy::RuleBook>(*policies.pack);
    policies.books.in_force = policies.book.get();
    TRY(take_earlier(authority, policies));
    return policies;
}

Result<Policies> accept_pack(Installation& installation, const std::filesystem::path& folder, calendar::Instant now) {
    Policies policies;
    policies.pack = std::make_unique<policy::Pack>(TRY(policy::load(folder)));
    const auto& pack = *policies.pack;
    auto authority = TRY(read_authority(installation));
    for (const auto& accepted : authority.packs)
        if (accepted.what.pack == pack.about.id && accepted.what.version == pack.about.version &&
            accepted.what.digest != pack.digest)
            return refuse("pack-differs", fmt::format("The pack {} differs from the text of version {} that was accepted here. Raise its version.",
                                                      folder.string(), pack.about.version));
    if (!authority.pack_of(pack.digest))
        TRY(note_accepted(installation, pack, now));
    policies.book = std::make_unique<policy::RuleBook>(pack);
    policies.books.in_force = policies.book.get();
    TRY(take_earlier(authority, policies));
    return policies;
}

} // namespace lifestory::app
