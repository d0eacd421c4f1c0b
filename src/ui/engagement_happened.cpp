// What happened at an account: how buyers responded, and why the plan was changed.
#include <algorithm>

#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

std::vector<EngagementNoteId> notes_of(const Scene &scene, const AccountId &account) {
    std::vector<EngagementNoteId> ids;
    for (const EngagementNoteId &id : ordered(engagement_of(scene).notes)) {
        if (engagement_of(scene).notes.at(id).account == account) {
            ids.push_back(id);
        }
    }
    std::reverse(ids.begin(), ids.end());
    sort_stably(ids, [&](const EngagementNoteId &a, const EngagementNoteId &b) {
        return engagement_of(scene).notes.at(a).on > engagement_of(scene).notes.at(b).on;
    });
    return ids;
}

std::string about(const Scene &scene, const EngagementNote &note) {
    std::string words = note.on.empty() ? "No date" : short_date_words(note.on);
    if (const Play *play = find(engagement_of(scene).plays, note.play)) {
        words += " · " + quoted(play->name);
    }
    if (const Contact *contact = find(scene.plan().contacts->contacts, note.contact)) {
        words += " · " + quoted(contact->name);
    }
    return words;
}

void draw_note(Scene &scene, const EngagementNoteId &id, float width) {
    const EngagementNote &note = engagement_of(scene).notes.at(id);
    const bool response = note.kind == EngagementNote::Kind::response;
    const std::string item = std::string(noteItem) + id.text;
    const Row row = begin_row("note-" + id.text, note.text,
                              {.width = width,
                               .height = 42,
                               .chosen = chosen_item(scene.state, View::engagement) == item,
                               .value = std::string(response ? "Response" : "Why it was changed") + ", " + about(scene, note)});
    draw_icon(*row.list, {row.box.Min.x + 16, row.box.GetCenter().y}, response ? icon::messageSquare : icon::history, 15,
              response ? palette().accentText : palette().muted);
    draw_line(*row.list, {{row.box.Min.x + 34, row.box.Min.y + 3}, {row.box.Max.x - 8, row.box.GetCenter().y + 1}}, on_one_line(note.text),
              {.size = type::small + 1});
    draw_line(*row.list, {{row.box.Min.x + 34, row.box.GetCenter().y}, {row.box.Max.x - 8, row.box.Max.y - 3}}, about(scene, note),
              {.size = type::small, .colour = palette().muted});
    if (row.clicked) {
        choose_item(scene, View::engagement, item);
    }
}

} // namespace

void draw_happened(Scene &scene, const AccountId &account, float width) {
    const std::vector<EngagementNoteId> notes = notes_of(scene, account);
    body_heading("What happened", notes.empty() ? "" : "Responses of buyers, and why the plan was changed");
    const std::vector<std::string> typed =
        add_field(scene, "response", "What the buyer said or did", "What did the buyer say or do?", width);
    for (const std::string &text : typed) {
        EngagementNote note;
        note.account = account;
        note.text = text;
        note.on = to_text(platform::today());
        const PlayId play{chosen_item(scene.state, View::engagement)};
        const Play *chosen = find(engagement_of(scene).plays, play);
        note.play = chosen != nullptr && chosen->account == account ? play : PlayId();
        scene.edit(add_note(scene.plan(), note, scene.app.bits()));
    }
    gap(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("happened", {at, {at.x + width, at.y + 40}}, {.role = "list", .name = "What happened"});
    for (const EngagementNoteId &id : notes) {
        draw_note(scene, id, width);
    }
    gap(24);
}

} // namespace fullcourt::ui
