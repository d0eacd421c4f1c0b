// The border to JavaScript: what web/*.js offers to C++. What C++ offers to JavaScript is marked
// EMSCRIPTEN_KEEPALIVE where it is defined and starts with fullcourt_.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/platform.h"

namespace fullcourt::platform {

/// Text on its way to JavaScript: read with its length (web/border.js), so it may hold NULs. Lives as long as the call.
struct Text {
    const char *data;
    std::size_t size;

    // Implicit, so that strings are passed as they are.
    // NOLINTBEGIN(google-explicit-constructor)
    Text(std::string_view text) : data(text.data()), size(text.size()) {}
    Text(const std::string &text) : data(text.data()), size(text.size()) {}
    Text(const char *text) : Text(std::string_view(text)) {}
    // NOLINTEND(google-explicit-constructor)
};
static_assert(sizeof(Text) == 8, "web/border.js reads an address and a length of 32 bits each");

/// Queues an event, to be delivered when no C++ is on the stack.
void post(Event event);
/// What the last platform_read_… call wrote.
std::string take_result();

// Numbers that may pass 2^32 travel as double: exact to 2^53, and JavaScript has no other.
extern "C" {
void platform_schedule_delivery();

/// Draws the first frame at once and asks for two more.
void platform_start_frames(void);
void platform_wake(int frames);
void platform_wake_after(double seconds);
void platform_start_timer(std::uint32_t timer, double seconds);
void platform_stop_timer(std::uint32_t timer);
double platform_seconds();
double platform_unix_milliseconds();
int platform_today(); // year * 10000 + month * 100 + day
void platform_random(void *target, std::size_t size);

void platform_start_canvas();
void platform_page_shown();
void platform_cursor(const Text &shape);
void platform_start_pointer();
void platform_start_keys();
void platform_take_keys(const Text &chords); // each ended by a line break
void platform_take_every_key(int every);
int platform_apple_keyboard();
int platform_coarse_pointer();
void platform_start_text_agent();
void platform_place_text_agent(int wanted, float x, float y, float height);
void platform_start_clipboard();
void platform_copy_text(const Text &text);
void platform_paste_text();

void platform_start_storage();
void platform_load_plan(const Text &plan);
void platform_append_journal(const Text &plan, double sequence, const Text &parent, const Text &kind, const Text &bytes);
void platform_add_part(const Text &name, const Text &bytes);                      // for the next call that names it
void platform_lend_part(const Text &name, const Text &bytes, std::uint32_t part); // the same, until fullcourt_give_back
void platform_store_plan(const Text &plan, const Text &marker, const Text &bytes, const Text &needs, const Text &keep, double upTo,
                         const Text &title, const Text &savedAt, const Text &deletedAt, double size);
void platform_put_index(const Text &plan, const Text &title, const Text &savedAt, const Text &deletedAt, double size);
void platform_erase_plan(const Text &plan);
void platform_keep_revision(const Text &plan, const Text &revision, const Text &at, const Text &reason, int pinned, const Text &before,
                            const Text &parts, const Text &after);
void platform_list_revisions(const Text &plan);
void platform_load_revision(double key);
void platform_quarantine(const Text &plan, const Text &why, const Text &bytes);
void platform_list_quarantine();
void platform_load_quarantine(double key);
void platform_take_lock(const Text &plan);
void platform_take_over(const Text &plan);
void platform_release_lock(const Text &plan);

void platform_start_files();
void platform_pick_file(const Text &accept);
void platform_save_file(std::uint32_t handle, const Text &name, const Text &type, const Text &bytes, int saveAs);
void platform_save_picture(const Text &name, const Text &svg, int width, int height);

void platform_save_web_page(const Text &name, const Text &title, const Text &plan, int readOnly);
int platform_read_carried(); // -1: none, 0: to edit, 1: for reading; the plan is in take_result()
void platform_remember_file(std::uint32_t handle, const Text &name);
void platform_list_recent_files();
void platform_describe_page();
void platform_show_licences();
void platform_open_recent_file(double key);
void platform_forget_recent_file(double key);
void platform_start_offline();
void platform_use_update();

void platform_start_page();
void platform_read_preference(const Text &name);
void platform_write_preference(const Text &name, const Text &value);
void platform_page_address();
int platform_from_disk();
int platform_dark();
void platform_set_title(const Text &title);
void platform_set_unsaved(int unsaved);
void platform_fatal(const Text &sentence);

int platform_read_glyph(std::uint32_t character, float size, int semibold); // 0: there is none; else its picture is in take_result()

void platform_start_mirror();
int platform_mirror_open();
void platform_mirror_begin(std::size_t changes);
void platform_announce(const Text &sentence, int urgent);
// checked, selected, expanded: -1 none, 0 false, 1 true
void platform_mirror_put(std::uint32_t id, const Text &role, const Text &name, const Text &value, const Text &description, int disabled,
                         int focused, int checked, int selected, int expanded, int row, int column, float x, float y, float width,
                         float height);
void platform_mirror_remove(std::uint32_t id);
void platform_mirror_arrange(const std::uint32_t *idsAndParents, std::size_t count);
void platform_mirror_settle();
}

} // namespace fullcourt::platform
