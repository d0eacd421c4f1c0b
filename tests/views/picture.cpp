#include "picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <vector>

namespace fullcourt::views {
namespace {

struct Image {
    int width = 0;
    int height = 0;
    std::vector<float> pixels; // red, green, blue

    std::size_t offset(int x, int y) const {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    }
    float *at(int x, int y) { return &pixels[offset(x, y)]; }
};

struct Texel {
    float r = 1;
    float g = 1;
    float b = 1;
    float a = 1;
};

Texel read(const ImTextureData &texture, int x, int y) {
    x = std::clamp(x, 0, texture.Width - 1);
    y = std::clamp(y, 0, texture.Height - 1);
    const unsigned char *p = texture.Pixels + static_cast<std::ptrdiff_t>(texture.BytesPerPixel) * (y * texture.Width + x);
    if (texture.BytesPerPixel == 1) {
        return {1, 1, 1, static_cast<float>(p[0]) / 255.0F};
    }
    return {static_cast<float>(p[0]) / 255.0F, static_cast<float>(p[1]) / 255.0F, static_cast<float>(p[2]) / 255.0F,
            static_cast<float>(p[3]) / 255.0F};
}

Texel sample(const ImTextureData *texture, float u, float v) {
    if (texture == nullptr) {
        return {};
    }
    const float x = u * static_cast<float>(texture->Width) - 0.5F;
    const float y = v * static_cast<float>(texture->Height) - 0.5F;
    const int x0 = static_cast<int>(std::floor(x));
    const int y0 = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(x0);
    const float fy = y - static_cast<float>(y0);
    const Texel a = read(*texture, x0, y0);
    const Texel b = read(*texture, x0 + 1, y0);
    const Texel c = read(*texture, x0, y0 + 1);
    const Texel d = read(*texture, x0 + 1, y0 + 1);
    const auto mix = [&](float p, float q, float r, float s) { return (p * (1 - fx) + q * fx) * (1 - fy) + (r * (1 - fx) + s * fx) * fy; };
    return {mix(a.r, b.r, c.r, d.r), mix(a.g, b.g, c.g, d.g), mix(a.b, b.b, c.b, d.b), mix(a.a, b.a, c.a, d.a)};
}

float channel(ImU32 colour, unsigned shift) { return static_cast<float>((colour >> shift) & 0xFFU) / 255.0F; }

/// Corners lie on steps of 1/256 of a pixel, as on a graphics card: so this is exact, and no pixel between two triangles is in neither.
double edge(const ImVec2 &a, const ImVec2 &b, const ImVec2 &p) {
    return (static_cast<double>(b.x) - a.x) * (static_cast<double>(p.y) - a.y) -
           (static_cast<double>(b.y) - a.y) * (static_cast<double>(p.x) - a.x);
}
ImVec2 on_steps(const ImVec2 &at) { return {std::round(at.x * 256) / 256, std::round(at.y * 256) / 256}; }

struct Corner {
    ImVec2 at;
    ImVec2 uv;
    ImU32 colour = 0;
};

void blend(float *pixel, float r, float g, float b, float a) {
    pixel[0] += (r - pixel[0]) * a;
    pixel[1] += (g - pixel[1]) * a;
    pixel[2] += (b - pixel[2]) * a;
}

/// A pixel on an edge shared by two triangles belongs to one of them only.
bool covers(double w, const ImVec2 &a, const ImVec2 &b) { return w > 0 || (w == 0 && (b.y > a.y || (b.y == a.y && b.x < a.x))); }

/// Between which x an edge's two ends and the height y let a triangle lie: a pixel more on both sides, so that covers() decides.
void widen(const ImVec2 &a, const ImVec2 &b, float y, float &left, float &right) {
    if ((a.y < y) == (b.y < y)) {
        return;
    }
    const float x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
    left = std::min(left, x - 1);
    right = std::max(right, x + 1);
}

bool same(const ImVec2 &a, const ImVec2 &b) { return a.x == b.x && a.y == b.y; }

void triangle(Image &image, const std::array<Corner, 3> &t, const ImTextureData *texture, const ImVec4 &clip) {
    std::array<Corner, 3> c = t;
    double area = edge(c[0].at, c[1].at, c[2].at);
    if (area == 0) {
        return;
    }
    if (area < 0) {
        std::swap(c[1], c[2]);
        area = -area;
    }
    const float minX = std::max({std::min({c[0].at.x, c[1].at.x, c[2].at.x}), clip.x, 0.0F});
    const float maxX = std::min({std::max({c[0].at.x, c[1].at.x, c[2].at.x}), clip.z, static_cast<float>(image.width)});
    const float minY = std::max({std::min({c[0].at.y, c[1].at.y, c[2].at.y}), clip.y, 0.0F});
    const float maxY = std::min({std::max({c[0].at.y, c[1].at.y, c[2].at.y}), clip.w, static_cast<float>(image.height)});
    // Most of what is drawn is of one colour: its texel is looked up once.
    const bool plain = same(c[0].uv, c[1].uv) && same(c[0].uv, c[2].uv);
    const Texel only = plain ? sample(texture, c[0].uv.x, c[0].uv.y) : Texel();
    for (int y = static_cast<int>(minY); static_cast<float>(y) < maxY; ++y) {
        const float height = static_cast<float>(y) + 0.5F;
        if (height < clip.y || height >= clip.w) {
            continue;
        }
        float left = maxX;
        float right = minX;
        widen(c[0].at, c[1].at, height, left, right);
        widen(c[1].at, c[2].at, height, left, right);
        widen(c[2].at, c[0].at, height, left, right);
        left = std::max(left, minX);
        right = std::min(right, maxX);
        for (int x = static_cast<int>(left); static_cast<float>(x) < right; ++x) {
            const ImVec2 p(static_cast<float>(x) + 0.5F, height);
            if (p.x < clip.x || p.x >= clip.z) {
                continue;
            }
            const std::array<double, 3> w = {edge(c[1].at, c[2].at, p), edge(c[2].at, c[0].at, p), edge(c[0].at, c[1].at, p)};
            if (!covers(w[0], c[1].at, c[2].at) || !covers(w[1], c[2].at, c[0].at) || !covers(w[2], c[0].at, c[1].at)) {
                continue;
            }
            const auto mix = [&](float i, float j, float k) { return static_cast<float>((i * w[0] + j * w[1] + k * w[2]) / area); };
            const Texel texel = plain ? only : sample(texture, mix(c[0].uv.x, c[1].uv.x, c[2].uv.x), mix(c[0].uv.y, c[1].uv.y, c[2].uv.y));
            const auto colour = [&](unsigned shift) {
                return mix(channel(c[0].colour, shift), channel(c[1].colour, shift), channel(c[2].colour, shift));
            };
            blend(image.at(x, y), colour(0) * texel.r, colour(8) * texel.g, colour(16) * texel.b, colour(24) * texel.a);
        }
    }
}

void draw_list(Image &image, const ImDrawData &data, const ImDrawList &list) {
    const ImVec2 scale = data.FramebufferScale;
    for (const ImDrawCmd &command : list.CmdBuffer) {
        const ImVec4 clip(command.ClipRect.x * scale.x, command.ClipRect.y * scale.y, command.ClipRect.z * scale.x,
                          command.ClipRect.w * scale.y);
        const ImTextureData *texture = command.TexRef._TexData;
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            std::array<Corner, 3> corners;
            for (unsigned k = 0; k < 3; ++k) {
                const ImDrawVert &v =
                    list.VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset)];
                corners[k] = {on_steps({v.pos.x * scale.x, v.pos.y * scale.y}), v.uv, v.col};
            }
            triangle(image, corners, texture, clip);
        }
    }
}

// ---- PNG, stored without compression

class Checksum {
  public:
    void add(const std::vector<std::uint8_t> &bytes) {
        for (const std::uint8_t byte : bytes) {
            m_value ^= byte;
            for (int bit = 0; bit < 8; ++bit) {
                m_value = (m_value >> 1U) ^ ((m_value & 1U) != 0 ? 0xEDB88320U : 0U);
            }
        }
    }
    std::uint32_t value() const { return ~m_value; }

  private:
    std::uint32_t m_value = 0xFFFFFFFFU;
};

void put32(std::vector<std::uint8_t> &out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<std::uint8_t>(value >> shift));
    }
}

void put_chunk(std::vector<std::uint8_t> &out, const std::string &name, const std::vector<std::uint8_t> &body) {
    put32(out, static_cast<std::uint32_t>(body.size()));
    std::vector<std::uint8_t> checked(name.begin(), name.end());
    checked.insert(checked.end(), body.begin(), body.end());
    out.insert(out.end(), checked.begin(), checked.end());
    Checksum sum;
    sum.add(checked);
    put32(out, sum.value());
}

std::vector<std::uint8_t> stored(const std::vector<std::uint8_t> &raw) {
    std::vector<std::uint8_t> out = {0x78, 0x01};
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const std::uint8_t byte : raw) {
        a = (a + byte) % 65521U;
        b = (b + a) % 65521U;
    }
    for (std::size_t at = 0; at < raw.size(); at += 65535) {
        const std::size_t size = std::min<std::size_t>(65535, raw.size() - at);
        out.push_back(at + size == raw.size() ? 1 : 0);
        out.push_back(static_cast<std::uint8_t>(size));
        out.push_back(static_cast<std::uint8_t>(size >> 8U));
        out.push_back(static_cast<std::uint8_t>(~size));
        out.push_back(static_cast<std::uint8_t>(~size >> 8U));
        out.insert(out.end(), raw.begin() + static_cast<std::ptrdiff_t>(at), raw.begin() + static_cast<std::ptrdiff_t>(at + size));
    }
    put32(out, (b << 16U) | a);
    return out;
}

void write_png(Image &image, const std::string &path) {
    std::vector<std::uint8_t> raw;
    for (int y = 0; y < image.height; ++y) {
        raw.push_back(0);
        for (int x = 0; x < image.width; ++x) {
            for (int k = 0; k < 3; ++k) {
                raw.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(image.at(x, y)[k], 0.0F, 1.0F) * 255.0F)));
            }
        }
    }
    std::vector<std::uint8_t> out = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    std::vector<std::uint8_t> header;
    put32(header, static_cast<std::uint32_t>(image.width));
    put32(header, static_cast<std::uint32_t>(image.height));
    header.insert(header.end(), {8, 2, 0, 0, 0});
    put_chunk(out, "IHDR", header);
    put_chunk(out, "IDAT", stored(raw));
    put_chunk(out, "IEND", {});
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(out.data()), static_cast<std::streamsize>(out.size()));
}

} // namespace

void write_picture(const ImDrawData &data, ImU32 background, const std::string &path) {
    Image image;
    image.width = static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
    image.height = static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
    image.pixels.resize(image.offset(0, image.height));
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            blend(image.at(x, y), channel(background, 0), channel(background, 8), channel(background, 16), 1);
        }
    }
    for (const ImDrawList *list : data.CmdLists) {
        draw_list(image, data, *list);
    }
    write_png(image, path);
}

} // namespace fullcourt::views
