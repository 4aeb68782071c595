#include "web/http/set_aside.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "base/fault.h"

namespace lifestory::web::http {

namespace {

constexpr std::size_t piece = 256 << 10;
constexpr std::size_t sealed_piece = piece + ledger::sealing_adds;

int file_without_a_name(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (file >= 0)
        return file;
    auto name = (folder / "set-aside-XXXXXX").string(); // of a file system that has none without a name
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0)
        throw Fault("There is no folder to set a long file aside in.");
    ::unlink(name.c_str());
    return named;
}

std::string bound_to(std::uint64_t place) { return "set aside " + std::to_string(place); }

} // namespace

SetAside::SetAside(std::filesystem::path folder) : m_folder(std::move(folder)) {}

SetAside::~SetAside() {
    if (m_file >= 0)
        ::close(m_file);
}

SetAside::Room SetAside::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto taken = std::min(piece - m_last.size(), bytes.size());
        m_last.append(bytes.substr(0, taken));
        m_length += taken;
        bytes.remove_prefix(taken);
        if (m_last.size() < piece)
            return Room::Enough;
        if (write_piece(m_last) == Room::DiskIsFull)
            return Room::DiskIsFull;
        m_last.clear();
    }
    return Room::Enough;
}

SetAside::Room SetAside::write_piece(std::string_view bytes) {
    if (m_file < 0)
        m_file = file_without_a_name(m_folder.empty() ? std::filesystem::temp_directory_path() : m_folder);
    const auto sealed = m_cipher.seal(m_key, bytes, bound_to(m_pieces));
    for (std::size_t at = 0; at < sealed.size();) {
        const auto written = ::pwrite(m_file, sealed.data() + at, sealed.size() - at, static_cast<off_t>(m_pieces * sealed_piece + at));
        if (written < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            return Room::DiskIsFull;
        if (written < 0 && errno != EINTR)
            throw Fault("A long file cannot be set aside.");
        at += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    }
    ++m_pieces;
    return Room::Enough;
}

Bytes SetAside::read_piece(std::uint64_t place) const {
    if (place == m_pieces)
        return m_last;
    Bytes sealed(sealed_piece, '\0');
    for (std::size_t at = 0; at < sealed.size();) {
        const auto count = ::pread(m_file, sealed.data() + at, sealed.size() - at, static_cast<off_t>(place * sealed_piece + at));
        if (count == 0 || (count < 0 && errno != EINTR))
            throw Fault("A long file that was set aside cannot be read.");
        at += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    auto plain = ledger::Cipher().open(m_key, sealed, bound_to(place));
    if (!plain)
        throw Fault("A long file that was set aside is not what was written.");
    return std::move(*plain);
}

Bytes SetAside::read(std::uint64_t from, std::size_t most) const {
    Bytes bytes;
    const auto end = std::min<std::uint64_t>(m_length, from + most);
    for (auto at = from; at < end;) {
        const auto plain = read_piece(at / piece);
        const auto skipped = static_cast<std::size_t>(at % piece);
        bytes.append(plain, skipped, static_cast<std::size_t>(end - at));
        at += std::min<std::uint64_t>(plain.size() - skipped, end - at);
    }
    return bytes;
}

} // namespace lifestory::web::http
