// The share dialog, and links that are opened.
#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "harness.h"
#include "io/link.h"
#include "ui/qr_code.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

constexpr const char *address = "https://plans.example.com/fullcourt/?semantics=on";

void share(Page &page) {
    platform::null::machine().address = address;
    page.click("button", "Share");
    REQUIRE(page.shows("dialog", "Share this plan"));
}

/// The plan with a description that nothing makes shorter.
void lengthen(Page &page, int words) {
    Plan plan = page.plan();
    for (int i = 0; i < words; ++i) {
        plan.about.edit().description += random_id(counting_bits(static_cast<std::uint64_t>(i))) + " ";
    }
    page.dispatch(action::Do{{"Describe the plan", diff(page.plan(), plan)}, 0});
    page.settle();
}

void open_link(Page &page, const std::string &link) {
    page.dispatch(platform::Event(platform::LinkOpened{link}));
    page.settle();
}

} // namespace

TEST_CASE("A name given while sharing travels with the link, and is there the next time") {
    Page page;
    share(page);
    const std::string before = page.find("textbox", "Link").value;
    page.click("button", "Copy link");
    page.click("textbox", "Your name");
    page.type("Ada Lovelace");
    page.press(ImGuiKey_Enter);
    const std::string link = page.find("textbox", "Link").value;
    CHECK(link != before);
    CHECK(page.shows("button", "Copy link"));
    const Result<std::string> bytes = read_link(link);
    REQUIRE(bytes);
    CHECK(restore(*bytes)->envelope.author == "Ada Lovelace");
    CHECK(restore(*bytes)->plan == page.plan());
    page.click("button", "Close");
    share(page);
    CHECK(page.find("textbox", "Your name").value == "Ada Lovelace");
    CHECK(restore(*read_link(page.find("textbox", "Link").value))->envelope.author == "Ada Lovelace");
}

TEST_CASE("A name given while sharing is kept however the dialog is left") {
    Page page;
    share(page);
    page.click("textbox", "Your name");
    page.type("Ada Lovelace");
    SECTION("by a click beside it") { page.click_at({20, 400}); }
    SECTION("by its cross") { page.click("button", "Close", 0); }
    SECTION("by a screen reader, which moves no caret") {
        platform::null::send(platform::MirrorActivated{page.find("button", "Close").id, false});
        page.settle();
    }
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK(page.state().author == "Ada Lovelace");
    share(page);
    CHECK(page.find("textbox", "Your name").value == "Ada Lovelace");
}

TEST_CASE("Share shows the plan's link, what carries it and a code, and copies it") {
    Page page;
    share(page);
    const std::string link = page.find("textbox", "Link").value;
    CHECK(link.starts_with("https://plans.example.com/fullcourt/#plan="));
    CHECK(link.size() <= 200);
    CHECK(page.shows("status", std::to_string(link.size()) + " characters"));
    CHECK(page.find("listitem", "Mail: up to about 2,000").value == "carries the link");
    CHECK(page.find("listitem", "Teams: up to 2,048").value == "carries the link");
    CHECK(page.find("listitem", "Slack: up to 4,000").value == "carries the link");
    CHECK(page.shows("img", "QR code of the link to Reference operating model"));
    page.click("button", "Copy link");
    REQUIRE(platform::null::machine().copied.size() == 1);
    CHECK(platform::null::machine().copied.front() == link);
    CHECK(page.shows("button", "Copied"));
    const Result<std::string> bytes = read_link(link);
    REQUIRE(bytes);
    CHECK(restore(*bytes)->plan == page.plan());
    CHECK(restore(*bytes)->envelope.plan == page.state().open->id);
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.shows("dialog", "*"));
}

TEST_CASE("Sharing is reached and left by the keyboard, and the code shown large for the room") {
    Page page;
    page.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_L);
    REQUIRE(page.shows("dialog", "Share this plan"));
    page.click("button", "Show it large");
    CHECK(page.shows("img", "QR code of the link to *"));
    CHECK(page.find("img", "QR code of the link to *").width > 400);
    page.click("button", "Back");
    CHECK(page.shows("button", "Copy link"));
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.shows("dialog", "*"));
}

TEST_CASE("A link that mail would cut recommends the file and says why; the file is one click away") {
    Page page;
    lengthen(page, 250);
    share(page);
    CHECK(page.find("listitem", "Mail: up to about 2,000").value == "cuts the link");
    CHECK(page.find("listitem", "Teams: up to 2,048").value == "cuts the link");
    CHECK(page.shows("status", "Mail and chats cut links of this length, and a cut link does not open. Send the plan file instead: *"));
    CHECK(page.shows("text", "This plan is too long for a code that a camera can read."));
    page.click("button", "Save file");
    CHECK(platform::null::machine().saved.size() == 1);
}

TEST_CASE("A plan without room in a link is shared by file") {
    Page page;
    lengthen(page, 12'000);
    share(page);
    CHECK(page.shows("text", "This plan is too large for a link, even without its accounts. Send it as a file."));
    CHECK_FALSE(page.shows("button", "Copy link"));
    CHECK(page.shows("button", "Save file"));
}

TEST_CASE("What stays at home and what travels along is said") {
    Page page;
    page.dispatch(action::TrySampleAccounts{});
    page.settle();
    share(page);
    CHECK(page.says({"accounts stay here: accounts travel by file."}));
}

TEST_CASE("A link that was cut on the way is called so and changes nothing") {
    Page page;
    const Plan before = page.plan();
    const std::string link = *write_link(before, page.state().open->envelope);
    open_link(page, link.substr(0, 40));
    CHECK(page.shows("alert", "This link was cut on the way: *"));
    CHECK(page.plan() == before);
    open_link(page, "#plan=");
    CHECK(page.shows("alert", "This link was cut on the way: next to nothing of it arrived.*"));
}

TEST_CASE("A link of a plan that is here asks what to do with it") {
    Page page;
    page.dispatch(action::Do{rename_plan("Mine"), 0});
    page.settle();
    Plan theirs = page.plan();
    apply(theirs, rename_plan("Theirs"));
    Envelope envelope = page.state().open->envelope;
    envelope.plan = page.state().open->id;
    open_link(page, *write_link(theirs, envelope));
    CHECK(page.shows("dialog", "*"));
    CHECK(page.shows("heading", "Theirs"));
    CHECK(page.says({"From: a link, ", " kB"}));
    CHECK(page.plan().about->title == "Mine");
    page.press(ImGuiKey_Escape);
    CHECK(page.plan().about->title == "Mine");
    // Pasted it is the same.
    page.paste("Look: https://plans.example.com/" + *write_link(theirs, envelope));
    page.settle();
    CHECK(page.shows("dialog", "*"));
}

TEST_CASE("A code has what a camera looks for: three corners, within what it holds") {
    const ui::QrCode code = ui::qr_code("https://plans.example.com/#plan=" + std::string(300, 'x'));
    REQUIRE(code.size >= 21);
    for (const auto &[x, y] : {std::pair(0, 0), std::pair(code.size - 7, 0), std::pair(0, code.size - 7)}) {
        CHECK(code.at(x, y));
        CHECK_FALSE(code.at(x + 1, y + 1));
        CHECK(code.at(x + 3, y + 3));
    }
    CHECK(ui::qr_code(std::string(ui::longestInCode, 'x')).size == 137);
    CHECK(ui::qr_code(std::string(ui::longestInCode + 1, 'x')).size == 0);
    CHECK(ui::qr_code("").size == 0);
}

TEST_CASE("Pictures of sharing", "[picture]") {
    for (const auto &[suffix, options] : picture_variants()) {
        Page page(options);
        share(page);
        page.picture("share" + suffix);
        page.click("button", "Show it large");
        page.picture("share-code" + suffix);
        page.press(ImGuiKey_Escape);
        // Contacts make the link too long for chats and for a code.
        page.dispatch(action::TrySampleAccounts{});
        page.settle();
        share(page);
        page.picture("share-long" + suffix);
    }
}
