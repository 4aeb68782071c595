// A multipart form read as it comes: fields into memory, files to where they are kept. `read_multipart` (web/http/form.h) is this reader
// given all at once, so that both refuse the same.
#pragma once

#include <functional>
#include <optional>

#include "web/http/form.h"
#include "web/http/set_aside.h"

namespace lifestory::web::http {

// Of one form. One more is handed on, so that whoever takes them can say that they are too many; what comes after it is read and dropped.
constexpr std::size_t most_files = 50;

using MakeAside = std::function<std::shared_ptr<SetAside>()>; // none: files stay in memory

class MultipartReader {
public:
    MultipartReader(std::string_view boundary, std::size_t most_in_memory, MakeAside make_aside = {});

    // Refuses "bad-form", "form-too-large" (what is held in memory) and "disk-full"; then no more may be given.
    Outcome take(std::string_view bytes);
    Result<Form> finish();

private:
    enum class Stage { Opening, AfterBoundary, Head, BeforeContent, Content, End };
    enum class Step { Done, NeedsMore };

    Result<Step> go_on();
    Result<Step> open();
    Result<Step> after_boundary();
    Result<Step> read_head();
    Result<Step> before_content();
    Result<Step> read_content();
    Outcome keep(std::string_view content);
    void end_part();

    std::string_view rest() const { return std::string_view(m_rest).substr(m_at); }

    std::string m_delimiter; // with its line end before it
    std::size_t m_most_in_memory, m_in_memory = 0;
    MakeAside m_make_aside;
    Stage m_stage = Stage::Opening;
    std::string m_rest; // came, and not read before m_at
    std::size_t m_at = 0, m_parts = 0;
    bool m_is_boundary = false;

    std::string m_name, m_content_type, m_content; // of the part that is being read
    std::optional<std::string> m_file_name;
    std::shared_ptr<SetAside> m_aside;
    Form m_form;
};

} // namespace lifestory::web::http
