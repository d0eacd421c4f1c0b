// The first visit, as a newcomer makes it: look at the example, paste one's own grid, be told what is wrong, mend it, leave, come back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, copied, frames, openBrowser, openPage, openTestSite, paste, place, showGrid, value, waitForRest, waitForValue, widget } from './harness.mjs';

let site;
let browser;
test.before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
});
test.after(async () => {
    await browser.close();
    await site.close();
});

const saved = (page) => widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
const cell = (page, name) => widget(page, 'gridcell', new RegExp(`^${name}:`));

async function fresh(options = {}) {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, options);
    await showGrid(page);
    return { context, page };
}

test('a first visit shows the reference plan with its nine things to settle, and keeps nothing yet', async () => {
    const { context, page } = await fresh();
    await widget(page, 'button', 'Example: kept once you change it').waitFor({ state: 'attached' });
    await widget(page, 'heading', '9 things to settle').waitFor({ state: 'attached' });
    assert.equal(await page.title(), 'Reference operating model – Fullcourt');
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('a newcomer pastes a grid, mends what is wrong, leaves, and finds it all again', async () => {
    const { context, page } = await fresh();
    await click(page, 'gridcell', /^Close, CFO:/);
    await paste(page, 'Activity\tAE\tSDR\tMarketer\nFind accounts\t\tR\tA\nCall them\tR\tR\tC\nClose\tA/R\t\tI\n');
    await widget(page, 'dialog').first().waitFor({ state: 'attached' });
    await click(page, 'button', /Replace|Use this grid|Take/);
    await cell(page, 'Call them, Marketer').waitFor({ state: 'attached' });
    await widget(page, 'heading', '1 thing to settle').waitFor({ state: 'attached' });

    await click(page, 'gridcell', /^Call them, AE|^Call them, Account executive/);
    await page.keyboard.press('/');
    await widget(page, 'gridcell', /^Call them, .*accountable and responsible/).waitFor({ state: 'attached' });
    await saved(page);
    await page.close();

    const again = await openPage(context, site.address);
    await widget(again, 'gridcell', /^Call them, .*accountable and responsible/).waitFor({ state: 'attached' });
    await saved(again);
    assert.deepEqual(again.problems, []);
    await context.close();
});

test('a grid pasted into the field that the first screen opens keeps its columns, and becomes a plan', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    await click(page, 'link', 'Plans');
    await click(page, 'button', 'Paste the RACI you have');
    await widget(page, 'textbox', 'Pasted text').waitFor({ state: 'attached' });
    await paste(page, 'Activity\tAE\tSDR\nCall them\tA\tR\nDemos\tR\tC\n');
    await widget(page, 'status', 'Understood as 2 activities and 2 roles.').waitFor({ state: 'attached' });
    await click(page, 'button', 'Make a plan of it');
    await cell(page, 'Call them, SDR').waitFor({ state: 'attached' });
    await widget(page, 'status', 'Step 2 of 6: Say who does what').waitFor({ state: 'attached' });
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('on a tablet whatever is tapped is large enough, and taps settle the first thing of the grid', async () => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true });
    const page = await openPage(context, site.address);
    const tap = async (role, name) => {
        const { centreX, centreY, height } = await place(page, role, name);
        assert.ok(height >= 38, `${role} ${name} is ${height} pixels high`); // and a finger reaches three more on each side
        await page.touchscreen.tap(centreX, centreY);
    };
    await tap('link', 'RACI grid');
    await tap('button', '9 to settle');
    await tap('button', /^Nobody is responsible for doing Target account selection/);
    await tap('button', /^Let VP Sales also do the work/);
    await widget(page, 'heading', '8 things to settle').waitFor({ state: 'attached' });
    await saved(page);
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('names in scripts that the page has no font for are shown in this machine’s, and what nobody has as such', async () => {
    const { context, page } = await fresh();
    const shown = async (name) => {
        await click(page, 'button', 'Rename plan');
        await widget(page, 'textbox', 'Plan name').waitFor({ state: 'attached' });
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
        await page.waitForFunction((wanted) => document.title.startsWith(wanted), name);
        await page.mouse.move(600, 700);
        await waitForRest(page);
        const box = await widget(page, 'button', 'Rename plan').boundingBox();
        return (await page.screenshot({ clip: { ...box, width: 60 } })).toString('base64');
    };
    const georgian = await shown('\u10D0\u10D0\u10D0');
    assert.notEqual(georgian, await shown('\u10D7\u10D7\u10D7'));
    const unknown = await shown('\u0378\u0378\u0378');
    assert.notEqual(georgian, unknown);
    assert.equal(unknown, await shown('\u0379\u0379\u0379'));
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('letters go into cells as typed, ranges are copied and pasted, and each gesture is undone as one', async () => {
    const { context, page } = await fresh();
    await click(page, 'gridcell', /^Demo delivery, CFO:/);
    await page.keyboard.press('i');
    await widget(page, 'gridcell', 'Demo delivery, CFO: informed').waitFor({ state: 'attached' }).catch(() => {});
    assert.equal(await cell(page, 'Demo delivery, CFO').getAttribute('data-value'), 'I');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await cell(page, 'Demo delivery, VP Sales').and(page.locator('[data-value="A"]')).waitFor({ state: 'attached' });
    await page.keyboard.press('Shift+ArrowLeft');
    await waitForRest(page);
    assert.equal(await copied(page), 'I\tA\n');
    await page.keyboard.press('Delete');
    await cell(page, 'Demo delivery, VP Sales').and(page.locator('[data-value=""], :not([data-value])')).waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await cell(page, 'Demo delivery, VP Sales').and(page.locator('[data-value="A"]')).waitFor({ state: 'attached' });
    assert.equal(await cell(page, 'Demo delivery, CFO').getAttribute('data-value'), 'I');
    await paste(page, 'C\tC\n');
    await cell(page, 'Demo delivery, CFO').and(page.locator('[data-value="C"]')).waitFor({ state: 'attached' });
    await context.close();
});

test('a fix is one click, and undo brings the finding back', async () => {
    const { context, page } = await fresh();
    const heading = (count) => widget(page, 'heading', `${count} things to settle`).waitFor({ state: 'attached' });
    await heading(9);
    await click(page, 'button', /^Nobody is accountable for Negotiation/);
    await click(page, 'button', /^Make AE accountable and responsible/);
    await page.waitForFunction(() => [...document.querySelectorAll('#mirror [role="heading"]')].some((h) => /^[78] things to settle$/.test(h.getAttribute('aria-label'))));
    await click(page, 'button', 'Undo');
    await heading(9);
    await context.close();
});

test('the page rests: no frame in two seconds of nothing, in each view', async () => {
    const { context, page } = await fresh();
    for (const section of [null, 'Plans', 'RACI grid']) {
        if (section) await click(page, 'link', section);
        await page.mouse.move(640, 500);
        await waitForRest(page);
        const before = await frames(page);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
        assert.equal(await frames(page), before, `frames while resting in ${section ?? 'the first view'}`);
    }
    await context.close();
});

// A question to the graphics process is answered when the frame before has been drawn: up to a tenth of a second of waiting.
test('a frame asks the graphics for nothing that the frames before have asked for', async () => {
    const { context, page } = await fresh({
        init: () => {
            const { prototype } = WebGL2RenderingContext;
            const original = prototype.getParameter;
            globalThis.questions = 0;
            prototype.getParameter = function (name) {
                ++globalThis.questions;
                return original.call(this, name);
            };
        },
    });
    await waitForRest(page);
    const before = await page.evaluate(() => globalThis.questions);
    const drawn = await frames(page);
    await click(page, 'gridcell', /^Close, CFO:/);
    await page.keyboard.press('r');
    await saved(page);
    assert.ok(await frames(page) > drawn);
    assert.ok(before > 0);
    assert.equal(await page.evaluate(() => globalThis.questions), before);
    await context.close();
});

test('plans are made, deleted with an undo, and opened from the library', async () => {
    const { context, page } = await fresh();
    await click(page, 'gridcell', /^Close, CFO:/);
    await page.keyboard.press('r');
    await saved(page);
    await click(page, 'link', 'Plans');
    await widget(page, 'listitem', 'Reference operating model').waitFor({ state: 'attached' });
    await click(page, 'button', 'Delete Reference operating model');
    // No plan is open now, so the only Undo is the notice's.
    await widget(page, 'status', /^Deleted Reference operating model/).waitFor({ state: 'attached' });
    await widget(page, 'listitem', 'Reference operating model').waitFor({ state: 'detached' });
    await waitForRest(page);
    await click(page, 'button', 'Undo');
    await widget(page, 'listitem', 'Reference operating model').waitFor({ state: 'attached' });
    await context.close();
});

test('accounts from a CSV file are scored by the sample criteria, and found again after a reload', async () => {
    // The dialog of an input can be answered by a test, that of showOpenFilePicker cannot.
    const { context, page } = await fresh({ init: () => { delete window.showOpenFilePicker; } });
    await click(page, 'link', 'Accounts');
    await click(page, 'button', 'Try 120 sample accounts');
    await widget(page, 'grid', '120 accounts').waitFor({ state: 'attached' });
    await saved(page);
    const chooser = page.waitForEvent('filechooser');
    await click(page, 'button', 'Import');
    await (await chooser).setFiles({
        name: 'crm.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Account ID,Account name,Industry,Employees\nA-001,Alder Biotech,Software,3000\nB-001,Brook Labs,Software,"2,500"\n'),
    });
    await widget(page, 'status', /^1 new, 1 changed/).waitFor({ state: 'attached' });
    await click(page, 'button', 'Import');
    await widget(page, 'grid', '121 accounts').waitFor({ state: 'attached' });
    await saved(page);
    await page.reload();
    await widget(page, 'link', 'Accounts').waitFor({ state: 'attached' });
    await click(page, 'link', 'Accounts');
    await widget(page, 'grid', '121 accounts').waitFor({ state: 'attached' });
    await click(page, 'textbox', 'Find accounts');
    await page.keyboard.type('brook');
    await widget(page, 'grid', '1 account').waitFor({ state: 'attached' });
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('what is named in the room is found by Ctrl+K, which does not reach the browser', async () => {
    const { context, page } = await fresh();
    await page.keyboard.press('Control+k');
    await widget(page, 'dialog', 'Find or do anything').waitFor({ state: 'attached' });
    await page.keyboard.type('content appr');
    await widget(page, 'status', /^Content approval and quality, Decision\. Decided by .*, 1 of/).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await widget(page, 'heading', 'Decision rights').waitFor({ state: 'attached' });
    assert.equal(await widget(page, 'dialog').count(), 0);
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('a command is given other keys by pressing them: they reach the page, also after a reload, and the old ones are the browser’s', async () => {
    const { context, page } = await fresh();
    const taken = (key, code) => page.evaluate((init) => {
        document.getElementById('text-agent').focus();
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ctrlKey: true, ...init });
        document.activeElement.dispatchEvent(event);
        document.activeElement.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, ...init }));
        return event.defaultPrevented;
    }, { key, code });
    await click(page, 'button', 'Keyboard shortcuts');
    await widget(page, 'dialog', 'Keyboard shortcuts').waitFor({ state: 'attached' });
    await click(page, 'button', 'Find or do anything');
    await widget(page, 'status', /^Press the keys for “Find or do anything”/).waitFor({ state: 'attached' });
    // The page would be gone if the browser did what it usually does here.
    await page.keyboard.press('Control+r');
    await widget(page, 'status', /^Ctrl\+R reloads the page: the browser keeps it\./).waitFor({ state: 'attached' });
    await page.keyboard.press('Control+e');
    await waitForValue(page, 'button', 'Find or do anything', 'Ctrl+E');
    await page.keyboard.press('Escape');
    await widget(page, 'gridcell').first().waitFor({ state: 'attached' });
    const check = async () => {
        assert.equal(await taken('k', 'KeyK'), false);
        await page.keyboard.press('Control+e');
        await widget(page, 'dialog', 'Find or do anything').waitFor({ state: 'attached' });
        await page.keyboard.press('Escape');
        await widget(page, 'gridcell').first().waitFor({ state: 'attached' });
    };
    await check();
    await page.reload();
    await showGrid(page);
    await check();
    assert.deepEqual(page.problems, []);
    await context.close();
});

/// A phrase of the licence of each part, or its owner.
const licences = {
    'Dear ImGui': /Omar Cornut[^]*Permission is hereby granted/,
    'JSON for Modern C++': /Niels Lohmann[^]*Permission is hereby granted/,
    zlib: /Jean-loup Gailly[^]*Permission is granted to anyone/,
    'QR Code generator': /Project Nayuki[^]*Permission is hereby granted/,
    Inter: /Inter[^]*Open Font License[^]*PERMISSION & CONDITIONS/i,
    Lucide: /Lucide[^]*Permission to use, copy, modify[^]*Cole Bemis/,
    'Emscripten, musl, libc++': /Emscripten[^]*Permission is hereby granted[^]*LLVM[^]*musl as a whole is licensed/i,
};

test('the whole licence of each part is a click away, in a tab of its own', async () => {
    const { context, page } = await fresh({});
    await click(page, 'button', 'About this page');
    await waitForValue(page, 'listitem', 'Storage', 'open');
    const inside = await widget(page, 'listitem', 'Dear ImGui').boundingBox();
    await page.mouse.move(inside.x + 20, (await place(page, 'dialog', 'About this page')).centreY);
    await page.mouse.wheel(0, 4000);
    await waitForRest(page);
    const opened = context.waitForEvent('page');
    await click(page, 'button', 'Read their licences');
    const tab = await opened;
    await tab.waitForLoadState();
    const sections = new Map((await tab.evaluate(() => document.body.innerText)).split(/={80}\n([^\n]+)\n={80}\n/).slice(1)
        .flatMap((part, i, all) => (i % 2 === 0 ? [[part, all[i + 1]]] : [])));
    assert.deepEqual([...sections.keys()], Object.keys(licences));
    for (const [name, phrase] of Object.entries(licences)) {
        assert.equal(await widget(page, 'listitem', name).count(), 1);
        assert.match(sections.get(name), phrase);
    }
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('the page tells what it is, and copies a report without the plan', async () => {
    const { context, page } = await fresh({});
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await click(page, 'button', 'About this page');
    await waitForValue(page, 'listitem', 'Storage', 'open');
    assert.match(await value(page, 'listitem', 'Drawing'), /WebGL 2/);
    assert.match(await value(page, 'listitem', 'Program'), /\.[0-9a-f]{8}\.js/);
    await click(page, 'button', 'Copy a diagnostic report');
    await widget(page, 'button', 'Copied').waitFor({ state: 'attached' });
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^- Grid: 10 activities/m);
    assert.match(report, /^- Browser: Mozilla/m);
    assert.doesNotMatch(report, /Reference operating model|Account executive|127\.0\.0\.1/);
    await context.close();
});
