// The XML of a GenoPro file as a tree, whoever sent it: unpacked from its archive, no larger than we read, without types or entities of
// its own, read by libxml2. What the elements mean is for genogram/read_genopro.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <libxml/tree.h>

#include "base/result.h"

namespace lifestory::genogram {

struct FreedDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

using GenoproDocument = std::unique_ptr<xmlDoc, FreedDocument>;

Result<GenoproDocument> read_genopro_xml(std::string_view bytes);

// One element. Of what is not there everything is empty.
class Element {
public:
    explicit Element(const xmlNode* node) : m_node(node) {}

    int line() const;
    std::string attribute(const char* name) const;
    std::string words() const;                        // its own text, tidied, without that of elements in it
    Element child(std::string_view name) const;       // the first
    std::vector<Element> all(std::string_view name) const; // its elements of that name, or those of the list called name + "s"
    bool is_there() const { return m_node != nullptr; }

private:
    const xmlNode* m_node;
};

} // namespace lifestory::genogram
