#include "ui/qr_code.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <qrcodegen.h>

namespace fullcourt::ui {
namespace {

constexpr int greatestVersion = 30; // 137 modules: longestInCode bytes at the lowest error correction
static_assert(longestInCode <= qrcodegen_BUFFER_LEN_FOR_VERSION(greatestVersion));
constexpr int qrCodeMargin = 4; // light modules around it (ISO 18004)
constexpr float round = 8;

} // namespace

QrCode qr_code(const std::string &text) {
    QrCode code;
    if (text.empty() || text.size() > longestInCode) {
        return code;
    }
    std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(greatestVersion)> bytes{};
    std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(greatestVersion)> made{};
    std::copy(text.begin(), text.end(), bytes.begin());
    // Nothing covers a part of it on a wall, so size counts for more than correction; what is free goes to that.
    if (!qrcodegen_encodeBinary(bytes.data(), text.size(), made.data(), qrcodegen_Ecc_LOW, qrcodegen_VERSION_MIN, greatestVersion,
                                qrcodegen_Mask_AUTO, true)) {
        return code;
    }
    code.size = qrcodegen_getSize(made.data());
    code.dark.reserve(static_cast<std::size_t>(code.size) * static_cast<std::size_t>(code.size));
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            code.dark.push_back(qrcodegen_getModule(made.data(), x, y));
        }
    }
    return code;
}

float draw_qr_code(ImDrawList &list, const ImVec2 &at, const QrCode &code, float side) {
    const float density = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 1.0F);
    const auto modules = static_cast<float>(code.size + 2 * qrCodeMargin);
    const float module = std::max(std::floor(side * density / modules), 1.0F) / density;
    const ImVec2 corner(std::round(at.x * density) / density, std::round(at.y * density) / density);
    const float whole = module * modules;
    list.AddRectFilled(corner, {corner.x + whole, corner.y + whole}, IM_COL32_WHITE, round);
    for (int y = 0; y < code.size; ++y) {
        const float top = corner.y + module * static_cast<float>(y + qrCodeMargin);
        for (int x = 0; x < code.size; ++x) {
            const int from = x;
            while (x < code.size && code.at(x, y)) {
                ++x;
            }
            if (x > from) { // neighbours as one, so that no seam shows between them
                list.AddRectFilled({corner.x + module * static_cast<float>(from + qrCodeMargin), top},
                                   {corner.x + module * static_cast<float>(x + qrCodeMargin), top + module}, IM_COL32_BLACK);
            }
        }
    }
    return whole;
}

} // namespace fullcourt::ui
