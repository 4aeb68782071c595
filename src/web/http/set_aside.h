// A long file between the line and its handler: on the disk in a file without a name, sealed piece by piece under a key that is in this
// process's memory alone. When it is let go, or the program ends however it ends, nothing of it is left.
#pragma once

#include <filesystem>

#include "base/long_bytes.h"
#include "ledger/keys.h"

namespace lifestory::web::http {

class SetAside {
public:
    explicit SetAside(std::filesystem::path folder);
    ~SetAside();
    SetAside(const SetAside&) = delete;
    SetAside& operator=(const SetAside&) = delete;

    enum class Room { Enough, DiskIsFull };
    Room add(std::string_view bytes); // throws Fault; a file is opened for the first whole piece
    std::uint64_t length() const { return m_length; }
    Bytes read(std::uint64_t from, std::size_t most) const; // any thread

private:
    Room write_piece(std::string_view bytes);
    Bytes read_piece(std::uint64_t place) const;

    std::filesystem::path m_folder;
    int m_file = -1;
    ledger::SecretKey m_key = ledger::SecretKey::random();
    ledger::Cipher m_cipher;
    std::string m_last; // what is no whole piece yet
    std::uint64_t m_pieces = 0, m_length = 0;
};

} // namespace lifestory::web::http
