#include "app/mail.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <curl/curl.h>
#include <fmt/format.h>

#include "base/bytes.h"
#include "base/fault.h"
#include "base/text.h"

namespace lifestory::app {

namespace {

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

struct Lines {
    curl_slist* first = nullptr;
    ~Lines() { curl_slist_free_all(first); }
    Lines() = default;
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    void add(const std::string& line) {
        auto* longer = curl_slist_append(first, line.c_str());
        if (!longer)
            throw Fault("There is no memory for an e-mail.");
        first = longer;
    }
};

// RFC 5322 section 3.3: "Wed, 23 Dec 2026 08:00:00 +0000".
std::string date_of(calendar::Instant at) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day date(day);
    std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string host_of(const std::string& address) { return address.substr(address.find('@') + 1); }

// A header ends where its line ends: what would begin another one is no address.
bool is_one_line(const std::string& words) { return words.find_first_of("\r\n<>") == std::string::npos; }

std::string with_crlf(const std::string& text) { return join(split(text, '\n'), "\r\n"); }

Result<std::string> password_of(const MailSettings& settings) {
    std::ifstream file(*settings.password_file);
    std::string line;
    if (!std::getline(file, line) || trim(line).empty())
        return refuse("no-mail-server", fmt::format("The password cannot be read from {}.", settings.password_file->string()));
    return trim(line);
}

bool was_never_sent(CURLcode code) {
    constexpr std::array before{CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
                                CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_LOGIN_DENIED, CURLE_URL_MALFORMAT};
    return std::find(before.begin(), before.end(), code) != before.end();
}

Refusal why_not(const MailSettings& settings, CURLcode code, long answered) {
    const char* kind = was_never_sent(code) ? "no-mail-server" : answered >= 500 ? "mail-refused" : answered >= 400 ? "mail-later" : "mail-unknown";
    return refuse(kind, fmt::format("The mail server {} did not take it: {} ({}).", settings.server, curl_easy_strerror(code), answered));
}

Outcome connect(CURL* curl, const MailSettings& settings) {
    curl_easy_reset(curl); // the connection stays
    const auto* scheme = settings.security == MailSecurity::Tls ? "smtps" : "smtp";
    curl_easy_setopt(curl, CURLOPT_URL, fmt::format("{}://{}:{}/{}", scheme, settings.server, settings.port, host_of(settings.from)).c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, settings.security == MailSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    if (settings.certificates)
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.certificates->c_str());
    if (!settings.user.empty()) {
        auto password = TRY(password_of(settings));
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.c_str());
    }
    return Nothing{};
}

void add_headers(Lines& headers, const MailSettings& settings, const Email& email) {
    headers.add("From: Lifestory <" + settings.from + ">");
    headers.add("To: <" + email.to + ">");
    headers.add("Subject: " + email.subject);
    headers.add("Date: " + date_of(email.at));
    headers.add("Message-ID: <" + to_hex(random_bytes(16)) + "@" + host_of(settings.from) + ">");
    headers.add("Auto-Submitted: auto-generated");
}

Mime body_of(CURL* curl, const Email& email) {
    Mime mime(curl_mime_init(curl), &curl_mime_free);
    auto* part = curl_mime_addpart(mime.get());
    auto text = with_crlf(email.text);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
    return mime;
}

} // namespace

struct Post::State {
    MailSettings settings;
    Curl curl{nullptr, &curl_easy_cleanup};
};

Post::Post(const MailSettings& settings) : m_state(std::make_unique<State>()) {
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    m_state->settings = settings;
    m_state->curl.reset(started == CURLE_OK ? curl_easy_init() : nullptr);
    if (!m_state->curl)
        throw Fault("libcurl does not start.");
}

Post::~Post() = default;

Outcome Post::send(const Email& email) {
    const auto& settings = m_state->settings;
    if (!is_one_line(email.to) || !is_one_line(email.subject))
        return refuse("mail-refused", "That is no e-mail address.");
    auto* curl = m_state->curl.get();
    TRY(connect(curl, settings));
    Lines to, headers;
    to.add("<" + email.to + ">");
    add_headers(headers, settings, email);
    auto body = body_of(curl, email);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + settings.from + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.first);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.first);
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, body.get());
    auto sent = curl_easy_perform(curl);
    if (sent == CURLE_OK)
        return Nothing{};
    long answered = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answered);
    return why_not(settings, sent, answered);
}

} // namespace lifestory::app
