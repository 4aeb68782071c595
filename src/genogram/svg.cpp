#include "genogram/svg.h"

#include <cmath>

namespace lifestory::genogram {

std::string number(double value) {
    const auto tenths = std::llround(value * 10);
    const auto whole = std::to_string(std::abs(tenths) / 10);
    const auto rest = std::abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (rest ? "." + std::to_string(rest) : "");
}

std::string escaped(std::string_view words) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char c = words[at];
        const auto code = static_cast<unsigned char>(c);
        const bool is_noncharacter = words.substr(at, 3) == "\xEF\xBF\xBE" || words.substr(at, 3) == "\xEF\xBF\xBF";
        if (is_noncharacter) {
            at += 2;
            continue;
        }
        switch (c) {
        case '&': text += "&amp;"; break;
        case '<': text += "&lt;"; break;
        case '>': text += "&gt;"; break;
        case '"': text += "&quot;"; break;
        case '\'': text += "&#39;"; break;
        default:
            if (code >= 0x20 && code != 0x7F)
                text.push_back(c);
            else
                text.push_back(' ');
        }
    }
    return text;
}

void Svg::open(std::string_view tag, std::string_view attributes) {
    m_text += "<" + std::string(tag) + (attributes.empty() ? "" : " ") + std::string(attributes) + ">\n";
}

void Svg::close(std::string_view tag) { m_text += "</" + std::string(tag) + ">\n"; }

void Svg::element(std::string_view tag, std::string_view attributes, std::string_view words) {
    m_text += "<" + std::string(tag) + (attributes.empty() ? "" : " ") + std::string(attributes) + ">" + escaped(words) + "</" + std::string(tag) + ">\n";
}

void Svg::attribute(std::string_view name, double value) {
    m_text += " " + std::string(name) + "=\"" + number(value) + "\"";
}

void Svg::paint(const Pen& pen) {
    m_text += " fill=\"" + std::string(pen.fill) + "\"";
    if (pen.width > 0) {
        m_text += " stroke=\"" + std::string(pen.colour) + "\"";
        attribute("stroke-width", pen.width);
        if (!pen.dashes.empty())
            m_text += " stroke-dasharray=\"" + std::string(pen.dashes) + "\"";
    }
    m_text += "/>\n";
}

namespace {
std::string steps_of(const std::vector<Point>& points) {
    std::string steps;
    for (std::size_t at = 0; at < points.size(); ++at)
        steps += (at == 0 ? "M" : "L") + number(points[at].x) + " " + number(points[at].y);
    return steps;
}
} // namespace

void Svg::path(std::string_view steps, const Pen& pen) {
    m_text += "<path d=\"" + std::string(steps) + "\"";
    paint(pen);
}

void Svg::line(const std::vector<Point>& points, const Pen& pen) { path(steps_of(points), pen); }

void Svg::shape(const std::vector<Point>& points, const Pen& pen) { path(steps_of(points) + "Z", pen); }

void Svg::circle(Point centre, double radius, const Pen& pen) {
    m_text += "<circle";
    attribute("cx", centre.x);
    attribute("cy", centre.y);
    attribute("r", radius);
    paint(pen);
}

void Svg::ellipse(const Box& box, const Pen& pen) {
    m_text += "<ellipse";
    attribute("cx", (box.left + box.right) / 2);
    attribute("cy", (box.top + box.bottom) / 2);
    attribute("rx", box.width() / 2);
    attribute("ry", box.height() / 2);
    paint(pen);
}

void Svg::box(const Box& box, double rounded, const Pen& pen) {
    m_text += "<rect";
    attribute("x", box.left);
    attribute("y", box.top);
    attribute("width", box.width());
    attribute("height", box.height());
    if (rounded > 0)
        attribute("rx", rounded);
    paint(pen);
}

void Svg::words(const Words& words, std::string_view colour) {
    m_text += "<text";
    attribute("x", words.at.x);
    attribute("y", words.at.y);
    attribute("font-size", words.size);
    if (words.anchor != Anchor::Start)
        m_text += words.anchor == Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
    if (words.weight == Weight::Bold)
        m_text += " font-weight=\"bold\"";
    m_text += " fill=\"" + std::string(colour) + "\">" + escaped(words.text) + "</text>\n";
}

} // namespace lifestory::genogram
