#include "export/zip.h"

#include <memory>

#include <zip.h>

#include "base/fault.h"

namespace lifestory::exports {

namespace {

constexpr zip_uint16_t midnight = 0, first_of_january_1980 = 33; // as zip archives spell a time and a day

struct Freed {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail(const char* what) { throw Fault(std::string("zip: ") + what); }

// The archive takes what was added and gives back its bytes through the source, which it outlives.
void fill(zip_t* archive, const PackedFiles& files) {
    for (const auto& [name, content] : files) {
        auto* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const auto at = source ? zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (at < 0) {
            zip_source_free(source);
            zip_discard(archive);
            fail("a file could not be added");
        }
        zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), midnight, first_of_january_1980, 0);
    }
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_open(source) != 0 || zip_source_stat(source, &stat) != 0)
        fail("the archive could not be read back");
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size()))
        fail("the archive could not be read back");
    return bytes;
}

} // namespace

std::string packed(const PackedFiles& files) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, Freed> source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source)
        fail("no memory");
    zip_source_keep(source.get()); // the archive frees one of the two
    auto* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, &error);
    if (!archive) {
        zip_source_free(source.get());
        fail("the archive could not be begun");
    }
    fill(archive, files);
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        fail("the archive could not be written");
    }
    return bytes_of(source.get());
}

} // namespace lifestory::exports
