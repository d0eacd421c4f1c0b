#include "io/templates.h"

#include <algorithm>

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

/// The two that every program shows first, then the others.
int rank(std::string_view name) { return name == "reference" ? 0 : name == "blank" ? 1 : 2; }

} // namespace

std::vector<TemplateInfo> templates() {
    std::vector<TemplateInfo> infos;
    for (const assets::File &file : assets::templates()) {
        if (const Result<Restored> restored = restore(file.bytes)) {
            infos.push_back({template_name(file), restored->plan.about->title, restored->plan.about->description});
        }
    }
    std::sort(infos.begin(), infos.end(), [](const TemplateInfo &a, const TemplateInfo &b) {
        return std::pair(rank(a.name), a.name) < std::pair(rank(b.name), b.name);
    });
    return infos;
}

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
