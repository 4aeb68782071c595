// The master key's file: read, or made once, flushed with its folder before anything is sealed under it.
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fault.h"
#include "ledger/keys.h"

namespace lifestory::ledger {

namespace {

class File {
public:
    File(const std::filesystem::path& path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (m_number >= 0)
            ::close(m_number);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw Fault(fmt::format("The master key {} cannot be used: {}.", file.string(), std::strerror(errno)));
}

SecretKey make(const std::filesystem::path& file) {
    auto key = SecretKey::random();
    auto text = to_hex(key.view()) + '\n';
    File made(file, O_WRONLY | O_CREAT | O_EXCL);
    bool written = made.number() >= 0 && ::write(made.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                   ::fsync(made.number()) == 0;
    wipe(text);
    File folder(file.has_parent_path() ? file.parent_path() : ".", O_RDONLY | O_DIRECTORY);
    if (!written || folder.number() < 0 || ::fsync(folder.number()) != 0)
        fail(file);
    return key;
}

} // namespace

Result<SecretKey> master_key(const std::filesystem::path& file, IfAbsent absent) {
    File found(file, O_RDONLY);
    if (found.number() < 0 && errno == ENOENT) {
        if (absent == IfAbsent::Make)
            return make(file);
        return refuse("no-master-key", fmt::format("The master key {} is not there: put it back before you start, "
                                                   "because nothing opens without it.", file.string()));
    }
    if (found.number() < 0)
        fail(file);
    Bytes text(80, '\0');
    auto count = ::read(found.number(), text.data(), text.size());
    if (count < 0)
        fail(file);
    text.resize(static_cast<std::size_t>(count));
    auto bytes = from_hex(std::string_view(text).substr(0, 64));
    bool shaped = (text.size() == 64 || (text.size() == 65 && text[64] == '\n')) && bytes;
    wipe(text);
    if (!shaped)
        return refuse("master-key-wrong", fmt::format("The master key {} must hold 64 hexadecimal digits.", file.string()));
    auto key = SecretKey::from_bytes(*bytes);
    wipe(*bytes);
    return key;
}

} // namespace lifestory::ledger
