// The accessibility mirror: tells JavaScript only what differs from the last time.
#include <unordered_map>
#include <vector>

#include "platform/web/border.h"
#include "platform/web/scale.h"

namespace fullcourt::platform {
namespace {

struct Shown {
    std::unordered_map<std::uint32_t, MirrorNode> nodes;
    std::vector<std::uint32_t> order; // id and parent of each node in turn
    float scale = 0;                  // at which the places were told
};

Shown &shown() {
    static Shown instance;
    return instance;
}

int state(const std::optional<bool> &value) { return value ? static_cast<int>(*value) : -1; }

void put(const MirrorNode &node) {
    const float scale = interface_scale();
    platform_mirror_put(node.id, node.role, node.name, node.value, node.description, node.disabled ? 1 : 0, node.focused ? 1 : 0,
                        state(node.checked), state(node.selected), state(node.expanded), node.row, node.column, node.x * scale,
                        node.y * scale, node.width * scale, node.height * scale);
}

std::vector<std::uint32_t> order_of(std::span<const MirrorNode> nodes) {
    std::vector<std::uint32_t> order;
    order.reserve(nodes.size() * 2);
    for (const MirrorNode &node : nodes) {
        order.push_back(node.id);
        order.push_back(node.parent);
    }
    return order;
}

} // namespace

void announce(const std::string &sentence, bool urgent) { platform_announce(sentence, urgent ? 1 : 0); }
bool mirror_open() { return platform_mirror_open() != 0; }

void show_mirror(std::span<const MirrorNode> nodes) {
    Shown &last = shown();
    const bool rescaled = last.scale != interface_scale();
    last.scale = interface_scale();
    std::unordered_map<std::uint32_t, MirrorNode> now;
    now.reserve(nodes.size());
    std::vector<const MirrorNode *> changed;
    for (const MirrorNode &node : nodes) {
        const auto before = last.nodes.find(node.id);
        if (rescaled || before == last.nodes.end() || before->second != node) {
            changed.push_back(&node);
        }
        now.insert_or_assign(node.id, node);
    }
    platform_mirror_begin(changed.size());
    for (const MirrorNode *node : changed) {
        put(*node);
    }
    for (const auto &[id, node] : last.nodes) {
        if (!now.contains(id)) {
            platform_mirror_remove(id);
        }
    }
    last.nodes = std::move(now);
    std::vector<std::uint32_t> order = order_of(nodes);
    if (order != last.order) {
        platform_mirror_arrange(order.data(), order.size());
        last.order = std::move(order);
    }
    platform_mirror_settle();
}

} // namespace fullcourt::platform
