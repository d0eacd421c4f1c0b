// Ways to share the plan: link and file for those who work on it, documents for those who read it, a code for the room.
#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "io/link.h"
#include "ui/account_parts.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float codeSide = 248;
constexpr float besideCode = 32;
constexpr float shareWayHeight = 52;
constexpr TextStyle plain{.size = type::small + 1};

/// What carries links, and how long they may be there. Mail programs differ; none that is common stays below this.
struct Carrier {
    const char *name;
    std::size_t most;
};
constexpr std::array carriers = {Carrier{"Mail", comfortableLink}, Carrier{"Teams", 2'048}, Carrier{"Slack", 4'000}};

std::string grouped(std::size_t number) { return number_words(static_cast<double>(number)); }

/// Where this page is published, without what a person's own address has behind it.
std::string whole_link(const dialog::Share &share) {
    if (share.link.empty() || platform::opened_from_disk()) {
        return share.link;
    }
    const std::string address = platform::page_address();
    return address.substr(0, address.find_first_of("?#")) + share.link;
}

/// A sentence behind an icon.
void say(const char *icon, ImU32 ink, const std::string &text, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(*ImGui::GetWindowDrawList(), {at.x + 8, at.y + 9}, icon, 15, ink);
    ImGui::SetCursorScreenPos({at.x + 24, at.y});
    paragraph(text, {.size = plain.size, .colour = palette().muted}, width - 24);
    semantics::at(ImGui::GetID(text.c_str()), {at, {at.x + width, ImGui::GetItemRectMax().y}}, {.role = "text", .name = text});
    ImGui::SetCursorScreenPos({at.x, ImGui::GetItemRectMax().y + 8});
}

void draw_carriers(std::size_t length, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::string characters = grouped(length) + " characters";
    draw_line(list, {at, {at.x + width, at.y + 20}}, characters, {.size = plain.size, .strong = true});
    semantics::at(ImGui::GetID("##length"), {at, {at.x + 120, at.y + 20}}, {.role = "status", .name = characters});
    const float first = at.x + text_size(characters, {.size = plain.size, .strong = true}).x + 20;
    float x = first;
    float y = at.y;
    for (const Carrier &carrier : carriers) {
        const bool fits = length <= carrier.most;
        const std::string text =
            std::string(carrier.name) + (carrier.most == comfortableLink ? ": up to about " : ": up to ") + grouped(carrier.most);
        const float wide = text_size(text, plain).x;
        if (x > first && x + 18 + wide > at.x + width) {
            x = first;
            y += 22;
        }
        draw_icon(list, {x + 7, y + 10}, fits ? icon::check : icon::x, 14, fits ? palette().good : palette().error);
        draw_line(list, {{x + 18, y}, {x + 20 + wide, y + 20}}, text, {.size = plain.size, .colour = palette().muted});
        semantics::at(ImGui::GetID(carrier.name), {{x, y}, {x + 18 + wide, y + 20}},
                      {.role = "listitem", .name = text, .value = fits ? "carries the link" : "cuts the link"});
        x += 18 + wide + 16;
    }
    ImGui::Dummy({width, y - at.y + 20});
}

void draw_too_long(float width) {
    static const std::string text = "Mail and chats cut links of this length, and a cut link does not open. Send the plan file instead: it "
                                    "arrives whole, however long the plan is.";
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = wrapped_height(text, plain, width - 56) + 20;
    const ImRect box(at, {at.x + width, at.y + height});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().warningSoft, rounding);
    draw_icon(list, {at.x + 22, box.GetCenter().y}, icon::triangleAlert, 16, palette().warning);
    draw_wrapped(list, {at.x + 42, at.y + 10}, text, plain, width - 56);
    semantics::at(ImGui::GetID("##too-long"), box, {.role = "status", .name = text});
    ImGui::Dummy({width, height});
    gap(8);
}

void copy_link(const std::string &link) {
    platform::copy_text(link);
    platform::announce("The link is on the clipboard.", false);
}

void draw_link(Scene &scene, const dialog::Share &share, const std::string &link, float width) {
    bool &copied = scene.scratch.dialog.copied;
    // What will be cut on its way is not what is offered first.
    const bool comfortable = link.size() <= comfortableLink;
    const std::string label = copied ? "Copied" : "Copy link";
    const float wide = std::max(button_width("Copy link", true), button_width("Copied", true));
    std::string shown = link; // what is typed into it changes nothing
    text_field("##link", "Link", shown, {.width = width - wide - 8, .size = type::small + 1});
    ImGui::SameLine(0, 8);
    if (button("##copy", label,
               {.icon = copied ? icon::check : icon::copy, .look = comfortable ? Look::primary : Look::plain, .width = wide})) {
        copy_link(link);
        copied = true;
    }
    gap(10);
    draw_carriers(link.size(), width);
    gap(10);
    if (!comfortable) {
        draw_too_long(width);
    }
    if (platform::opened_from_disk()) {
        say(icon::info, palette().note, "This page was opened from disk. Put the link behind the address of a Fullcourt page on the web.",
            width);
    }
    say(icon::lock, palette().muted,
        share.accounts > 0
            ? "Everything but the accounts stands in the link, so it opens without any server. Whoever has the link can read it."
            : "The whole plan stands in the link, so it opens without any server. Whoever has the link can read it.",
        width);
    if (share.accounts > 0) {
        const std::string accounts = counted(share.accounts, "account stays", "accounts stay");
        say(icon::building2, palette().muted, "The " + accounts + " here: accounts travel by file.", width);
    }
    if (share.contacts > 0) {
        say(icon::contact, palette().warning,
            counted(share.contacts, "contact travels", "contacts travel") + " along, by name: people whom anyone with the link can see.",
            width);
    }
}

/// Another way to share: what it is, whom it suits, and the button that does it.
struct ShareWay {
    const char *icon;
    std::string title;
    std::string text;
    std::string button;
    Action action;
    std::string shortcut = {};
};

void draw_way(Scene &scene, const ShareWay &way, float width, Look look) {
    ImGui::PushID(way.title.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float wide = button_width(way.button, false);
    draw_icon(list, {at.x + 12, at.y + shareWayHeight / 2}, way.icon, 18, palette().muted);
    const ImRect words({at.x + 34, at.y}, {at.x + width - wide - 12, at.y + shareWayHeight});
    const TextStyle quiet{.size = type::small, .colour = palette().muted};
    const float top = text_size(way.text, quiet).x <= words.GetWidth() ? at.y + 5 : at.y; // less above two lines
    draw_line(list, {{words.Min.x, top}, {words.Max.x, top + 20}}, way.title, {.size = plain.size, .strong = true});
    draw_two_lines(list, {{words.Min.x, top + 20}, {words.Max.x, words.Max.y - (top > at.y ? 5 : 0)}}, way.text, quiet, Align::left);
    ImGui::SetCursorScreenPos({at.x + width - wide, at.y + (shareWayHeight - controlHeight) / 2});
    if (button("##do", way.button, {.look = look, .shortcut = way.shortcut, .description = way.title + ": " + way.text})) {
        scene.dispatch(way.action);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + shareWayHeight});
    ImGui::Dummy({0, 0});
    ImGui::PopID();
}

/// For those who work on the plan, besides the link.
ShareWay plan_file() {
    return {icon::download,
            "Plan file",
            "Everything, accounts too; it arrives whole.",
            "Save file",
            action::SaveFile{false},
            key_text(Command::saveFile)};
}

/// For those who read and do not change anything.
std::vector<ShareWay> ways_to_read() {
    return {{icon::bookOpen, "Manual, summary, picture or calendar", "To print, to save as PDF, or for a slide.", "Choose…",
             action::ShowExport{}},
            {icon::monitor, "Web page in one file", "Opens offline. Mail filters often strip it: use a drive.", "Save page",
             action::SaveAsWebPage{true}}};
}

void heading(const std::string &text) {
    line(text, {.strong = true});
    gap(8);
}

const QrCode &code_of(DialogScratch &scratch, const std::string &link) {
    if (scratch.codeOf != link) {
        scratch.codeOf = link;
        scratch.code = qr_code(link);
    }
    return scratch.code;
}

/// The square that the code took.
float draw_code(const QrCode &code, const std::string &title, float side) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float taken = draw_qr_code(*ImGui::GetWindowDrawList(), at, code, side);
    semantics::at(ImGui::GetID("##code"), {at, {at.x + taken, at.y + taken}}, {.role = "img", .name = "QR code of the link to " + title});
    ImGui::Dummy({taken, taken});
    return taken;
}

void draw_code_part(Scene &scene, const std::string &link) {
    DialogScratch &scratch = scene.scratch.dialog;
    heading("For the room");
    const QrCode &code = code_of(scratch, link);
    if (code.size == 0) {
        const std::string text =
            link.empty() ? "Without a link there is no code." : "This plan is too long for a code that a camera can read.";
        paragraph(text, {.size = plain.size, .colour = palette().muted}, codeSide);
        semantics::at(ImGui::GetID("##no-code"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "text", .name = text});
        return;
    }
    draw_code(code, scene.plan().about->title, codeSide);
    gap(10);
    paragraph(link.size() > easyInCode ? "A fine code: show it large, and let cameras come near."
                                       : "A camera opens the plan on a phone or laptop.",
              {.size = type::small, .colour = palette().muted}, codeSide);
    gap(8);
    if (button("##large", "Show it large", {.icon = icon::presentation})) {
        scratch.largeCode = true;
    }
}

/// Nothing but the code, as large as the dialog.
void draw_large_code(Scene &scene, const std::string &link) {
    DialogScratch &scratch = scene.scratch.dialog;
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string title = scene.plan().about->title;
    const float taken = draw_code(code_of(scratch, link), title, room.y);
    const float left = at.x + taken + besideCode;
    const float width = at.x + room.x - left;
    ImGui::SetCursorScreenPos({left, at.y + 8});
    ImGui::BeginGroup();
    paragraph(title, {.size = type::title, .strong = true}, width);
    gap(8);
    paragraph("Point a camera at the code: the plan opens in the browser, and nothing is kept before you say so.",
              {.size = type::body, .colour = palette().muted}, width);
    gap(16);
    if (button("##small", "Back", {.icon = icon::arrowLeft})) {
        scratch.largeCode = false;
    }
    ImGui::EndGroup();
}

void draw_ways(Scene &scene, const dialog::Share &share, const std::string &link) {
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = room.x - codeSide - besideCode;
    ImGui::BeginChild("##ways", {width, room.y}, ImGuiChildFlags_NavFlattened);
    const float inner = ImGui::GetContentRegionAvail().x; // beside a scroll bar
    heading("For people who work on it");
    if (link.empty()) {
        say(icon::info, palette().note, share.error, inner);
    } else {
        draw_link(scene, share, link, inner);
    }
    draw_way(scene, plan_file(), inner, link.size() > comfortableLink || link.empty() ? Look::primary : Look::plain);
    gap(12);
    heading("For people who read it");
    for (const ShareWay &way : ways_to_read()) {
        draw_way(scene, way, inner, Look::plain);
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x + width + besideCode, at.y});
    ImGui::BeginGroup();
    draw_code_part(scene, link);
    ImGui::EndGroup();
}

/// Whoever gets a copy sees whom it is from, and a conflict names them.
void draw_author(Scene &scene) {
    std::string &author = scene.scratch.dialog.author;
    const std::string label = "Shared by";
    const TextStyle style{.size = plain.size, .colour = palette().muted};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = text_size(label, style).x;
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + wide + 2, at.y + controlHeight}}, label, style);
    ImGui::SetCursorScreenPos({at.x + wide + 10, at.y});
    const FieldEvent event = text_field("##author", "Your name", author, {.hint = "Your name", .width = 220});
    if (event.left && author != scene.state.author) {
        scene.dispatch(action::SetAuthor{author});
        scene.scratch.dialog.copied = false;
    }
    ImGui::SetCursorScreenPos(at);
}

} // namespace

void draw_share_dialog(Scene &scene, const dialog::Share &share) {
    const std::string link = whole_link(share);
    if (scene.scratch.dialog.largeCode && !link.empty()) {
        draw_large_code(scene, link);
    } else {
        draw_ways(scene, share, link);
    }
    begin_dialog_foot();
    draw_author(scene);
    align_right(button_width("Close", false));
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
