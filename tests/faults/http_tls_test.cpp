// TLS in the program itself: answers as over plain HTTP, asks browsers to stay with TLS, and takes no old version.
#include <gtest/gtest.h>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "faults/http_site.h"

using namespace lifestory;
using namespace lifestory::tests;

namespace {

// A certificate for localhost, signed with its own key, that lives as long as the test.
class OwnCertificate {
public:
    OwnCertificate() : m_chain(testing::TempDir() + "chain" + std::to_string(::getpid())), m_key(m_chain + ".key") {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        auto* name = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate, name);
        X509_sign(certificate, key, EVP_sha256());
        write(m_chain, [&](std::FILE* file) { PEM_write_X509(file, certificate); });
        write(m_key, [&](std::FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    ~OwnCertificate() {
        ::unlink(m_chain.c_str());
        ::unlink(m_key.c_str());
    }
    http::Certificate files() const { return {m_chain, m_key}; }

private:
    static void write(const std::string& path, auto content) {
        auto* file = std::fopen(path.c_str(), "w");
        content(file);
        std::fclose(file);
    }
    std::string m_chain, m_key;
};

std::string ask_over_tls(std::uint16_t port, int newest_version, std::string_view request) {
    int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(socket, reinterpret_cast<sockaddr*>(&place), sizeof place);
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_security_level(context, 0); // or the client itself would refuse the old versions
    SSL_CTX_set_max_proto_version(context, newest_version);
    SSL* tls = SSL_new(context);
    SSL_set_fd(tls, socket);
    std::string answer;
    if (SSL_connect(tls) == 1) {
        SSL_write(tls, request.data(), static_cast<int>(request.size()));
        char piece[4096];
        for (int count; (count = SSL_read(tls, piece, sizeof piece)) > 0;)
            answer.append(piece, static_cast<std::size_t>(count));
    }
    SSL_free(tls);
    SSL_CTX_free(context);
    ::close(socket);
    return answer;
}

http::Settings with(const OwnCertificate& certificate) {
    http::Settings settings;
    settings.certificate = certificate.files();
    return settings;
}

const std::string ask = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

} // namespace

TEST(HttpTls, answers_and_asks_the_browser_to_stay_with_tls) {
    OwnCertificate certificate;
    RunningServer server(with(certificate));
    auto answer = ask_over_tls(server.port(), TLS1_3_VERSION, ask);
    EXPECT_EQ(answer.substr(0, 15), "HTTP/1.1 200 OK");
    EXPECT_NE(answer.find("Strict-Transport-Security: max-age=63072000"), std::string::npos);
    EXPECT_NE(answer.find("GET|/hello"), std::string::npos);
    EXPECT_EQ(ask_over_tls(server.port(), TLS1_2_VERSION, ask).substr(0, 12), "HTTP/1.1 200");
}

TEST(HttpTls, refuses_bad_framing_as_over_plain_http) {
    OwnCertificate certificate;
    RunningServer server(with(certificate));
    auto answer = ask_over_tls(server.port(), TLS1_3_VERSION, "GET /hello HTTP/1.1\r\nHost : localhost\r\n\r\n" + ask);
    EXPECT_EQ(answer.substr(0, 12), "HTTP/1.1 400");
    EXPECT_EQ(answer.find("GET|/hello"), std::string::npos);
}

TEST(HttpTls, takes_no_version_before_1_2_and_no_plain_request) {
    OwnCertificate certificate;
    RunningServer server(with(certificate));
    EXPECT_EQ(ask_over_tls(server.port(), TLS1_1_VERSION, ask), "");
    Line line(server.port());
    line.send(ask);
    EXPECT_EQ(line.receive_all().find("200 OK"), std::string::npos);
    EXPECT_EQ(ask_over_tls(server.port(), TLS1_3_VERSION, ask).substr(0, 12), "HTTP/1.1 200");
}

TEST(HttpTls, refuses_to_start_with_a_certificate_that_is_not_there) {
    http::Settings settings;
    settings.port = 0;
    settings.certificate = http::Certificate{"/nowhere/chain.pem", "/nowhere/key.pem"};
    EXPECT_THROW(http::Server(settings, small_site()), Fault);
}
