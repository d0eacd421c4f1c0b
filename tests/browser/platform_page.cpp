// A page that is nothing but the platform layer, for tests/browser/platform.test.mjs: a few widgets with their
// mirror, a log of every event, and the contract's calls by name.
#include <array>
#include <charconv>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "platform/platform.h"
#include "platform/window.h"
#include "ui/assets.h"

namespace p = fullcourt::platform;

// What the tests read: one object an event.
// clang-format off
EM_JS(void, log_begin, (const char *name), {
    globalThis.events = globalThis.events || [];
    globalThis.events.push({event: UTF8ToString(name)});
})
EM_JS(void, log_text, (const char *key, const char *data, std::size_t size), {
    globalThis.events.at(-1)[UTF8ToString(key)] = new TextDecoder().decode(HEAPU8.subarray(data, data + size));
})
EM_JS(void, log_number, (const char *key, double value), {
    globalThis.events.at(-1)[UTF8ToString(key)] = value;
})
// clang-format on

// Dear ImGui is built with the test engine's hooks, which the program's views define; here they do nothing.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext *, ImGuiID, const ImRect &, const ImGuiLastItemData *) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext *, ImGuiID, const char *, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext *, const char *, ...) {}
const char *ImGuiTestEngine_FindItemDebugLabel(ImGuiContext *, ImGuiID) { return ""; }

namespace {

void text(const char *key, const std::string &value) { log_text(key, value.data(), value.size()); }
void number(const char *key, double value) { log_number(key, value); }

struct Log {
    void operator()(const p::StorageStarted &e) const {
        log_begin("StorageStarted");
        number("available", e.available);
        number("setAside", e.setAside);
        text("error", e.error);
        plans(e.plans);
    }
    void operator()(const p::IndexChanged &e) const {
        log_begin("IndexChanged");
        plans(e.plans);
    }
    void operator()(const p::PlanLoaded &e) const {
        log_begin("PlanLoaded");
        text("plan", e.plan);
        text("slotA", e.slotA);
        text("slotB", e.slotB);
        text("marker", e.marker);
        std::string parts;
        for (const p::StoredPart &part : e.parts) {
            parts += part.name + "=" + *part.bytes + ";";
        }
        text("parts", parts);
        text("error", e.error);
        number("journal", static_cast<double>(e.journal.size()));
        std::string joined;
        for (const p::JournalRow &row : e.journal) {
            joined += std::to_string(row.sequence) + ":" + row.bytes + ";";
        }
        text("rows", joined);
    }
    void operator()(const p::JournalWritten &e) const {
        log_begin("JournalWritten");
        text("plan", e.plan);
        number("sequence", static_cast<double>(e.sequence));
        text("error", e.error);
    }
    void operator()(const p::PlanStored &e) const {
        log_begin("PlanStored");
        text("plan", e.plan);
        number("upTo", static_cast<double>(e.upTo));
        text("error", e.error);
    }
    void operator()(const p::RevisionsListed &e) const {
        log_begin("RevisionsListed");
        std::string joined;
        for (const p::RevisionRow &row : e.revisions) {
            joined += row.at.substr(0, 10) + (row.pinned ? "*" : "") + " ";
        }
        text("revisions", joined);
        number("key", e.revisions.empty() ? 0 : static_cast<double>(e.revisions.front().key));
    }
    void operator()(const p::RevisionLoaded &e) const {
        log_begin("RevisionLoaded");
        text("bytes", e.bytes);
    }
    void operator()(const p::QuarantineListed &e) const {
        log_begin("QuarantineListed");
        number("count", static_cast<double>(e.rows.size()));
        number("key", e.rows.empty() ? 0 : static_cast<double>(e.rows.front().key));
    }
    void operator()(const p::QuarantineLoaded &e) const {
        log_begin("QuarantineLoaded");
        text("bytes", e.bytes);
    }
    void operator()(const p::LockChanged &e) const {
        log_begin("LockChanged");
        text("plan", e.plan);
        number("held", e.held);
    }
    void operator()(const p::TakeOverAsked &e) const {
        log_begin("TakeOverAsked");
        text("plan", e.plan);
    }
    void operator()(const p::PlanChangedElsewhere &e) const {
        log_begin("PlanChangedElsewhere");
        text("plan", e.plan);
    }
    void operator()(const p::FileOpened &e) const {
        log_begin("FileOpened");
        text("name", e.name);
        number("size", static_cast<double>(e.bytes->size()));
        text("start", e.bytes->substr(0, 100));
        number("handle", e.handle);
    }
    void operator()(const p::FileSaved &e) const {
        log_begin("FileSaved");
        text("name", e.name);
        number("handle", e.handle);
        text("error", e.error);
    }
    void operator()(const p::FileChanged &e) const {
        log_begin("FileChanged");
        text("name", e.name);
        number("handle", e.handle);
        text("start", e.bytes.substr(0, 100));
    }
    void operator()(const p::FileFailed &e) const {
        log_begin("FileFailed");
        text("error", e.error);
    }
    void operator()(const p::LinkOpened &e) const {
        log_begin("LinkOpened");
        text("text", e.text);
    }
    void operator()(const p::RecentFilesListed &e) const {
        log_begin("RecentFilesListed");
        std::string files;
        for (const p::RecentFile &file : e.files) {
            files += std::to_string(file.key) + " " + file.name + (file.reopens ? " reopens" : "") + "\n";
        }
        text("files", files);
    }
    void operator()(const p::OfflineReady &) const { log_begin("OfflineReady"); }
    void operator()(const p::UpdateReady &) const { log_begin("UpdateReady"); }
    void operator()(const p::PageDescribed &e) const {
        log_begin("PageDescribed");
        std::string facts;
        for (const p::PageFact &fact : e.facts) {
            facts += fact.name + ": " + fact.value + "\n";
        }
        text("facts", facts);
    }
    void operator()(const p::DragChanged &e) const {
        log_begin("DragChanged");
        number("over", e.over);
    }
    void operator()(const p::Pasted &e) const {
        log_begin("Pasted");
        text("text", e.text);
    }
    void operator()(const p::ClipboardFailed &e) const {
        log_begin("ClipboardFailed");
        number("trouble", static_cast<int>(e.trouble));
    }
    void operator()(const p::TimerFired &e) const {
        log_begin("TimerFired");
        number("timer", e.timer);
    }
    void operator()(const p::PageHidden &) const { log_begin("PageHidden"); }
    void operator()(const p::SystemThemeChanged &e) const {
        log_begin("SystemThemeChanged");
        number("dark", e.dark);
    }
    void operator()(const p::ForcedColoursChanged &e) const {
        log_begin("ForcedColoursChanged");
        number("active", e.active);
        number("canvas", e.canvas);
        number("text", e.text);
    }
    void operator()(const p::Pinched &e) const {
        log_begin("Pinched");
        number("factor", e.factor);
        number("ended", e.ended);
    }
    void operator()(const p::MirrorActivated &e) const {
        log_begin("MirrorActivated");
        number("node", e.node);
        number("focusOnly", e.focusOnly);
    }

  private:
    static void plans(const std::vector<p::IndexRow> &rows) {
        std::string joined;
        for (const p::IndexRow &row : rows) {
            joined += row.plan + "=" + row.title + (row.deletedAt.empty() ? "" : " (deleted)") + ";";
        }
        text("plans", joined);
    }
};

struct Widgets {
    std::array<char, 4096> name{};
    std::array<char, 4096> notes{};
    int count = 0;
    std::string typed;
    std::string keys;
    std::vector<p::MirrorNode> nodes;
    std::string ending;        ///< how the next frame ends the program
    std::uint32_t pressed = 0; ///< the node that the mirror activated
};

Widgets &widgets() {
    static Widgets instance;
    return instance;
}

void mirror(const char *role, const char *label, const std::string &value) {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 size = ImGui::GetItemRectSize();
    p::MirrorNode node;
    node.id = ImGui::GetID(label);
    node.role = role;
    node.name = label;
    node.value = value;
    node.focused = ImGui::IsItemFocused();
    node.x = low.x;
    node.y = low.y;
    node.width = size.x;
    node.height = size.y;
    widgets().nodes.push_back(node);
}

bool activated(const char *label) {
    if (widgets().pressed != ImGui::GetID(label)) {
        return false;
    }
    widgets().pressed = 0;
    return true;
}

/// A field of the page's own that takes characters without being a text field, as a grid's cell does.
void collect_typing() {
    Widgets &w = widgets();
    const ImGuiIO &io = ImGui::GetIO();
    if (io.WantTextInput) {
        return;
    }
    for (const ImWchar c : io.InputQueueCharacters) {
        std::array<char, 5> utf8{};
        ImTextCharToUtf8(utf8.data(), c);
        w.typed += utf8.data();
    }
    for (const ImGuiKey key :
         {ImGuiKey_Z, ImGuiKey_S, ImGuiKey_K, ImGuiKey_LeftArrow, ImGuiKey_F2, ImGuiKey_Delete, ImGuiKey_R, ImGuiKey_F5}) {
        if (ImGui::IsKeyPressed(key, false)) {
            w.keys += std::string(io.KeyCtrl ? "Ctrl+" : "") + (io.KeyAlt ? "Alt+" : "") + ImGui::GetKeyName(key) + " ";
        }
    }
}

void end_badly(const std::string &ending) {
    if (ending == "trap") {
        __builtin_trap();
    }
    // Kept on purpose: the test is what happens when there is no more.
    std::vector<std::string> kept;
    while (ending == "exhaust") {
        kept.emplace_back(std::size_t{256} * 1024 * 1024, 'x');
    }
}

bool frame() {
    Widgets &w = widgets();
    w.nodes.clear();
    collect_typing();
    end_badly(w.ending);
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
    if (activated("Name")) {
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::InputText("Name", w.name.data(), w.name.size());
    mirror("textbox", "Name", w.name.data());
    ImGui::InputTextMultiline("Notes", w.notes.data(), w.notes.size(), ImVec2(400, 80));
    mirror("textbox", "Notes", w.notes.data());
    if (ImGui::Button("Count") || activated("Count")) {
        ++w.count;
    }
    mirror("button", "Count", "");
    ImGui::Text("%d times", w.count);
    mirror("status", "Counted", std::to_string(w.count));
    ImGui::Text("%s", w.typed.c_str());
    mirror("status", "Typed", w.typed);
    ImGui::Text("%s", w.keys.c_str());
    mirror("status", "Keys", w.keys);
    ImGui::SetItemTooltip("Explained");
    ImGui::BeginChild("list", ImVec2(200, 100));
    for (int line = 0; line < 100; ++line) {
        ImGui::Text("line %d", line);
    }
    const float scrolled = ImGui::GetScrollY();
    ImGui::EndChild();
    mirror("status", "Scrolled", std::to_string(static_cast<int>(scrolled)));
    ImGui::End();
    if (p::mirror_open()) {
        p::show_mirror(w.nodes);
    }
    return false;
}

void receive(p::Event event) {
    std::visit(Log{}, event);
    if (const auto *activation = std::get_if<p::MirrorActivated>(&event); activation && !activation->focusOnly) {
        widgets().pressed = activation->node;
    }
}

p::IndexRow row_of(const std::string &plan, const std::string &title) {
    return {.plan = plan, .title = title, .savedAt = p::utc_now(), .deletedAt = "", .bytes = 1};
}

std::uint64_t whole(const std::string &digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// "call\x1f argument\x1f …"
std::vector<std::string> parts(const std::string &line) {
    std::vector<std::string> found;
    std::stringstream stream(line);
    for (std::string part; std::getline(stream, part, '\x1f');) {
        found.push_back(part);
    }
    found.resize(8);
    return found;
}

void storage_call(const std::vector<std::string> &a) {
    if (a[0] == "load") {
        p::load_plan(a[1]);
    } else if (a[0] == "append") {
        p::append_journal(a[1], {.sequence = whole(a[2]), .parent = "r0", .kind = "edit", .bytes = a[3]});
    } else if (a[0] == "append-big") {
        p::append_journal(
            a[1],
            {.sequence = whole(a[2]), .parent = "r0", .kind = "edit", .bytes = std::string(static_cast<std::size_t>(whole(a[3])), 'x')});
    } else if (a[0] == "store") {
        p::store_plan(a[1], {a[2], a[3], {}, {}, {}}, whole(a[4]), row_of(a[1], a[5]));
    } else if (a[0] == "store-big") {
        p::store_plan(a[1], {a[2], std::string(static_cast<std::size_t>(whole(a[3])), 'x'), {}, {}, {}}, whole(a[4]), row_of(a[1], a[5]));
    } else if (a[0] == "store-parts") {
        // A new part, and the name of one that should be there.
        std::vector<std::string> names{a[5]};
        if (!a[7].empty()) {
            names.push_back(a[7]);
        }
        p::store_plan(a[1], {a[2], a[3], {{a[5], fullcourt::Shared(a[6])}}, names, names}, whole(a[4]), row_of(a[1], "parts"));
    } else if (a[0] == "store-many-parts") {
        p::PlanToStore files{a[2], a[3], {}, {}, {}};
        for (std::uint64_t part = 0; part < whole(a[5]); ++part) {
            files.needs.push_back(std::to_string(100 + part));
            files.parts.push_back({files.needs.back(), fullcourt::Shared(std::string(100'000, static_cast<char>('a' + part)))});
        }
        files.keep = files.needs;
        p::store_plan(a[1], files, whole(a[4]), row_of(a[1], "many parts"));
    } else if (a[0] == "put-index") {
        p::put_index(row_of(a[1], a[2]));
    } else if (a[0] == "delete") {
        p::IndexRow row = row_of(a[1], a[2]);
        row.deletedAt = p::utc_now();
        p::put_index(row);
    } else if (a[0] == "erase") {
        p::erase_plan(a[1]);
    } else if (a[0] == "take") {
        p::take_lock(a[1]);
    } else if (a[0] == "take-over") {
        p::take_over(a[1]);
    } else if (a[0] == "release") {
        p::release_lock(a[1]);
    } else if (a[0] == "keep-revision") {
        p::keep_revision({.key = 0, .plan = a[1], .revision = a[5], .at = a[2], .reason = "test", .pinned = a[4] == "pinned", .bytes = 0},
                         {a[3], {}, {}});
    } else if (a[0] == "keep-revision-of-parts") {
        p::keep_revision({.key = 0, .plan = a[1], .revision = a[2], .at = a[3], .reason = "test", .pinned = false, .bytes = 0},
                         {"before|", {{a[4], {}}, {a[5], fullcourt::Shared(a[6])}}, "|after"});
    } else if (a[0] == "list-revisions") {
        p::list_revisions(a[1]);
    } else if (a[0] == "load-revision") {
        p::load_revision(whole(a[1]));
    } else if (a[0] == "quarantine") {
        p::quarantine(a[1], a[2], a[3]);
    } else if (a[0] == "list-quarantine") {
        p::list_quarantine();
    } else if (a[0] == "load-quarantine") {
        p::load_quarantine(whole(a[1]));
    }
}

void page_call(const std::vector<std::string> &a) {
    if (a[0] == "copy") {
        p::copy_text(a[1]);
    } else if (a[0] == "pick") {
        p::pick_file(a[1]);
    } else if (a[0] == "save") {
        p::save_file(static_cast<std::uint32_t>(whole(a[3])), a[1], "application/json", a[2], false);
    } else if (a[0] == "title") {
        p::set_title(a[1]);
    } else if (a[0] == "save-page") {
        p::save_web_page("plan.html", a[2], a[1], a[3] == "reading");
    } else if (a[0] == "carried") {
        const std::optional<p::CarriedPlan> carried = p::carried_plan();
        log_begin("Carried");
        text("plan", carried ? carried->bytes : "none");
        number("readOnly", carried && carried->readOnly ? 1 : 0);
    } else if (a[0] == "use-update") {
        p::use_update();
    } else if (a[0] == "remember") {
        p::remember_file(static_cast<std::uint32_t>(whole(a[2])), a[1]);
    } else if (a[0] == "recent") {
        p::list_recent_files();
    } else if (a[0] == "describe") {
        p::describe_page();
    } else if (a[0] == "open-recent") {
        p::open_recent_file(whole(a[1]));
    } else if (a[0] == "forget-recent") {
        p::forget_recent_file(whole(a[1]));
    } else if (a[0] == "keys") {
        p::take_keys({a.begin() + 1, a.end()});
    } else if (a[0] == "every-key") {
        p::take_every_key(a[1] == "yes");
    } else if (a[0] == "unsaved") {
        p::set_unsaved(a[1] == "yes");
    } else if (a[0] == "announce") {
        p::announce(a[1]);
    } else if (a[0] == "timer") {
        p::start_timer(7, 0.05);
    } else if (a[0] == "trap" || a[0] == "exhaust") {
        widgets().ending = a[0];
        p::wake();
    } else if (a[0] == "no-rescue") {
        p::set_rescue_source([]() -> std::string { __builtin_trap(); });
    } else if (a[0] == "scale") {
        p::set_interface_scale(a[1] == "2" ? 2.0F : 1.0F);
    } else if (a[0] == "preference") {
        p::set_preference("test", a[1]);
        log_begin("Preference");
        text("value", p::preference("test"));
    }
}

} // namespace

extern "C" EMSCRIPTEN_KEEPALIVE void test_call(const char *data, std::size_t size) {
    const std::vector<std::string> arguments = parts(std::string(data, size));
    storage_call(arguments);
    page_call(arguments);
}

int main() {
    p::set_receiver(receive);
    p::set_copy_source([](bool cut) { return cut ? "cut\tcells" : "cells\tof the grid"; });
    p::set_rescue_source([] { return std::string(R"({"rescued":true})"); });
    p::take_keys({"Mod+s", "Mod+o", "Mod+k", "F2"});
    p::open_window({.started =
                        [] {
                            ImGui::StyleColorsLight();
                            const std::string_view font = fullcourt::assets::interRegular();
                            ImFontConfig config;
                            config.FontDataOwnedByAtlas = false;
                            ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char *>(font.data()), static_cast<int>(font.size()), 13,
                                                                       &config);
                        },
                    .frame = frame,
                    .scaleChanged =
                        [](float scale) {
                            log_begin("Scale");
                            number("scale", scale);
                        }});
    p::start_storage();
    return 0;
}
