#include "io/templates.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "io/assets.h"

namespace fullcourt {
namespace {

constexpr std::string_view ending = ".fullcourt.json";

std::string template_name(const assets::File &file) {
    std::string_view name = file.name;
    if (name.ends_with(ending)) {
        name.remove_suffix(ending.size());
    }
    return std::string(name);
}

constexpr std::array order = {"reference",           "blank",    "marketing-led", "sales-led", "hybrid",  "overlay", "liaison",
                              "marketing-owns-bdrs", "vp-sales", "stage-1",       "stage-2",   "stage-3", "stage-4"};

/// Its place in the order; the others come last.
std::ptrdiff_t rank(std::string_view name) { return std::find(order.begin(), order.end(), name) - order.begin(); }

std::string first_sentence(const std::string &text) {
    const std::size_t end = text.find(". ");
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

std::vector<TemplateInfo> read_all() {
    std::vector<TemplateInfo> infos;
    for (const assets::File &file : assets::templates()) {
        if (const Result<Restored> restored = restore(file.bytes)) {
            const About &about = *restored->plan.about;
            infos.push_back({template_name(file), about.title, about.description, first_sentence(about.description)});
        }
    }
    std::sort(infos.begin(), infos.end(), [](const TemplateInfo &a, const TemplateInfo &b) {
        return std::pair(rank(a.name), a.name) < std::pair(rank(b.name), b.name);
    });
    return infos;
}

} // namespace

const std::vector<TemplateInfo> &templates() {
    static const std::vector<TemplateInfo> infos = read_all();
    return infos;
}

std::size_t template_count() { return assets::templates().size(); }

Result<Restored> load_template(std::string_view name) {
    for (const assets::File &file : assets::templates()) {
        if (template_name(file) == name) {
            return restore(file.bytes);
        }
    }
    std::vector<std::string> names;
    for (const TemplateInfo &info : templates()) {
        names.push_back("“" + info.name + "”");
    }
    return Error{"There is no template “" + std::string(name) + "”. There are " + listed(names) + ".", {}};
}

} // namespace fullcourt
