#include "casework/packed_file.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <zip.h>

namespace lifestory::casework {

namespace {

constexpr zip_int64_t most_names = 20'000;
constexpr std::size_t longest_media_type = 100;

// What libzip reads from: bytes wherever they lie.
struct Lying {
    const LongBytes& bytes;
    zip_uint64_t at = 0;
    zip_error_t error{};
};

// Nothing is thrown through a library that was not written for it.
zip_int64_t read_some(Lying& lying, void* into, zip_uint64_t most) {
    Bytes piece;
    try {
        piece = lying.bytes.read(lying.at, static_cast<std::size_t>(std::min<zip_uint64_t>(most, 1 << 20)));
    } catch (const std::exception&) {
        zip_error_set(&lying.error, ZIP_ER_READ, 0);
        return -1;
    }
    std::memcpy(into, piece.data(), piece.size());
    lying.at += piece.size();
    return static_cast<zip_int64_t>(piece.size());
}

zip_int64_t seek(Lying& lying, void* into, zip_uint64_t length) {
    const auto to = zip_source_seek_compute_offset(lying.at, lying.bytes.length, into, length, &lying.error);
    if (to < 0)
        return -1;
    lying.at = static_cast<zip_uint64_t>(to);
    return 0;
}

zip_int64_t say_length(const Lying& lying, void* into, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t))
        return -1;
    auto* stat = static_cast<zip_stat_t*>(into);
    zip_stat_init(stat);
    stat->size = lying.bytes.length;
    stat->valid = ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t answer_libzip(void* of, void* into, zip_uint64_t length, zip_source_cmd_t command) {
    auto& lying = *static_cast<Lying*>(of);
    if (command == ZIP_SOURCE_SUPPORTS)
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
    if (command == ZIP_SOURCE_OPEN)
        lying.at = 0;
    if (command == ZIP_SOURCE_READ)
        return read_some(lying, into, length);
    if (command == ZIP_SOURCE_SEEK)
        return seek(lying, into, length);
    if (command == ZIP_SOURCE_TELL)
        return static_cast<zip_int64_t>(lying.at);
    if (command == ZIP_SOURCE_STAT)
        return say_length(lying, into, length);
    if (command == ZIP_SOURCE_ERROR)
        return zip_error_to_data(&lying.error, into, length);
    return 0;
}

std::string media_type_in(zip_t* archive) {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive, "mimetype", 0), zip_fclose);
    std::string words(longest_media_type, '\0');
    const auto count = file ? zip_fread(file.get(), words.data(), words.size()) : 0;
    words.resize(static_cast<std::size_t>(std::max<zip_int64_t>(count, 0)));
    return words;
}

} // namespace

bool PackedFile::holds(std::string_view name) const { return std::find(names.begin(), names.end(), name) != names.end(); }

std::optional<PackedFile> look_into(const LongBytes& bytes) {
    Lying lying{bytes};
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_function_create(answer_libzip, &lying, &error);
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr, zip_discard);
    zip_error_fini(&error);
    if (!archive) {
        if (source)
            zip_source_free(source);
        return std::nullopt;
    }
    PackedFile packed;
    const auto count = zip_get_num_entries(archive.get(), 0);
    if (count > most_names)
        return std::nullopt;
    for (zip_int64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(index), ZIP_FL_UNCHANGED, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            return std::nullopt;
        packed.names.emplace_back(stat.name);
        packed.unpacked += stat.valid & ZIP_STAT_SIZE ? std::min<std::uint64_t>(stat.size, std::uint64_t{1} << 40) : 0;
    }
    packed.media_type = media_type_in(archive.get());
    return packed;
}

} // namespace lifestory::casework
