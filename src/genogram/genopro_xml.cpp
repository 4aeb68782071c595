#include "genogram/genopro_xml.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <zip.h>

#include "genogram/gedcom_branch.h"
#include "genogram/read_genopro.h"

namespace lifestory::genogram {

namespace {

Refusal wrong(const std::string& sentence) { return refuse("bad-genopro", sentence); }

Refusal too_large() {
    return refuse("too-large", "The file holds more than 20 million bytes of XML; export only the family that is to be drawn.");
}

struct ClosedArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ClosedFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// Reads no more than we take, whatever the archive says of its size.
Result<std::string> unpacked(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, ClosedArchive> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (!archive) {
        zip_source_free(source);
        return wrong("The archive cannot be unpacked; save the file in GenoPro again, or export it as XML.");
    }
    const std::unique_ptr<zip_file_t, ClosedFile> file(zip_fopen(archive.get(), "Data.xml", ZIP_FL_NOCASE | ZIP_FL_NODIR));
    if (!file)
        return wrong("The archive holds no Data.xml; choose a .gno file that GenoPro saved.");
    std::string xml(most_genopro_bytes + 1, '\0');
    std::size_t length = 0;
    for (zip_int64_t read = 1; read > 0 && length < xml.size(); length += static_cast<std::size_t>(std::max<zip_int64_t>(read, 0))) {
        read = zip_fread(file.get(), xml.data() + length, xml.size() - length);
        if (read < 0)
            return wrong("Data.xml cannot be unpacked; save the file in GenoPro again, or export it as XML.");
    }
    if (length > most_genopro_bytes)
        return too_large();
    xml.resize(length);
    return xml;
}

const char* text(const xmlChar* words) { return reinterpret_cast<const char*>(words); }

bool is_called(const xmlNode* node, std::string_view name) { return node->type == XML_ELEMENT_NODE && name == text(node->name); }

} // namespace

Result<GenoproDocument> read_genopro_xml(std::string_view bytes) {
    if (bytes.size() > most_genopro_bytes)
        return too_large();
    const bool is_archive = bytes.starts_with("PK\x03\x04");
    const auto xml = is_archive ? TRY(unpacked(bytes)) : std::string(bytes);
    const auto utf8 = TRY(gedcom_text(xml)); // UTF-16 by its mark, else UTF-8
    if (utf8.find("<!DOCTYPE") != std::string::npos || utf8.find("<!ENTITY") != std::string::npos)
        return wrong("The XML declares types or entities of its own, which GenoPro's does not; export the file from GenoPro again.");
    xmlResetLastError();
    GenoproDocument document(xmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC));
    if (!document || document->intSubset) {
        const auto* error = xmlGetLastError();
        const auto line = error && error->line > 0 ? "Line " + std::to_string(error->line) + ": the" : std::string("The");
        return wrong(line + " file is no XML that we can read; export it from GenoPro again.");
    }
    const auto* root = xmlDocGetRootElement(document.get());
    if (!root || !is_called(root, "GenoPro"))
        return wrong("The file is no GenoPro file: its XML does not begin with GenoPro; choose a .gno file or its XML.");
    return document;
}

int Element::line() const { return m_node ? static_cast<int>(xmlGetLineNo(m_node)) : 0; }

std::string Element::attribute(const char* name) const {
    if (!m_node)
        return {};
    auto* value = xmlGetNoNsProp(m_node, reinterpret_cast<const xmlChar*>(name));
    const std::string words = value ? text(value) : "";
    xmlFree(value);
    return tidy(words);
}

std::string Element::words() const {
    std::string all;
    for (const auto* node = m_node ? m_node->children : nullptr; node; node = node->next)
        if (node->type == XML_TEXT_NODE && node->content)
            all += text(node->content);
    return tidy(all);
}

Element Element::child(std::string_view name) const {
    for (const auto* node = m_node ? m_node->children : nullptr; node; node = node->next)
        if (is_called(node, name))
            return Element(node);
    return Element(nullptr);
}

std::vector<Element> Element::all(std::string_view name) const {
    std::vector<Element> found;
    const auto take = [&](const xmlNode* parent) {
        for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
            if (is_called(node, name))
                found.push_back(Element(node));
    };
    take(m_node);
    const auto list = std::string(name) + "s";
    for (const auto* node = m_node ? m_node->children : nullptr; node; node = node->next)
        if (is_called(node, list) || (name == "Family" && is_called(node, "Families")))
            take(node);
    return found;
}

} // namespace lifestory::genogram
