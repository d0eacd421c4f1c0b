// The page as one file, opened from disk: it asks nobody for anything, keeps its plan whatever that holds, and can be saved again.
import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { click, openBrowser, openPage, openTestSite, place, ready, showGrid, temporaryFolder, waitForRest, widget } from './harness.mjs';
import { append, call, next, openPlan, openPlatformSite } from './platform_page.mjs';

const NAUGHTY = [
    '</script><script>globalThis.brokeOut = 1</script>', '<!--', '<!--<script>', '-->', '<![CDATA[', '</SCRIPT\n>', '<script', '&lt;/script&gt;',
    '\u2028\u2029', '{{CODE}} {{PLAN}} {{TITLE}}', '$& $1 $`', '\\u003c/script>', '"\'`', '\u0000\u0007', '\u202Egnp.exe', '🎉', '</plan>', '%3C/script%3E',
];
const PLAN = JSON.stringify({ fullcourt: { version: 1 }, title: NAUGHTY.join(' '), notes: NAUGHTY });

let browser;
let folder;
test.before(async () => {
    browser = await openBrowser();
    folder = await temporaryFolder('page');
});
test.after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
});

const withoutPicker = () => { delete window.showSaveFilePicker; };

/// What `act` downloads, as a file in the folder.
async function saved(page, name, act) {
    const download = page.waitForEvent('download');
    await act();
    const file = path.join(folder, name);
    await (await download).saveAs(file);
    return file;
}

/// Opens a file from disk in a browser without a network, and notes what it asks for.
async function openFile(file, context = null, options = {}) {
    const used = context ?? await browser.newContext({ offline: true });
    const asked = [];
    used.on('request', (request) => asked.push(request.url()));
    const page = await openPage(used, pathToFileURL(file).href, { init: withoutPicker, ...options });
    return { context: used, page, asked };
}

test('the page is one file that asks for nothing, and no plan breaks out of its place', async (t) => {
    const site = await openPlatformSite();
    t.after(() => site.close());
    const page = await openPage(browser, site.address, { init: withoutPicker });
    const file = await saved(page, 'naughty.html', () => call(page, 'save-page', PLAN, NAUGHTY.join(' ').replaceAll('\u0000', '')));
    await page.context().close();

    const { context, page: opened, asked } = await openFile(file);
    await call(opened, 'carried');
    const carried = await next(opened, 'Carried');
    assert.equal(carried.plan === 'none', false);
    assert.deepEqual(JSON.parse(carried.plan), JSON.parse(PLAN));
    assert.equal(carried.readOnly, 0);
    assert.equal(await opened.evaluate(() => globalThis.brokeOut), undefined);
    assert.deepEqual(asked.filter((address) => !address.startsWith(pathToFileURL(file).href)), []);
    assert.deepEqual(opened.problems, []);

    // Saved again from there, for reading: the same program, the other plan.
    const again = await saved(opened, 'again.html', () => call(opened, 'save-page', '{"fullcourt":{"version":1},"title":"other"}', 'Other', 'reading'));
    const part = async (of, id) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(await readFile(of, 'utf16le'))[1];
    for (const id of ['packed-frame', 'packed-licences', 'packed-program', 'packed-code']) assert.equal(await part(again, id), await part(file, id));
    const { page: reader } = await openFile(again, context);
    await call(reader, 'carried');
    assert.deepEqual(await next(reader, 'Carried', { readOnly: 1 }).then(({ plan }) => JSON.parse(plan).title), 'other');
    await context.close();
});

test('a page whose program was changed on the way does not run it', async (t) => {
    const site = await openPlatformSite();
    t.after(() => site.close());
    const page = await openPage(browser, site.address, { init: withoutPicker });
    const file = await saved(page, 'whole.html', () => call(page, 'save-page', PLAN, 'Title'));
    await page.context().close();
    const html = await readFile(file, 'utf16le');
    const at = html.indexOf('id="packed-program">') + 2000;
    await writeFile(path.join(folder, 'changed.html'), html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1), 'utf16le');
    const { context, page: changed } = await openFile(path.join(folder, 'changed.html'), null, { wait: false });
    await changed.getByText('This page is damaged').waitFor();
    await context.close();
    // A script of one's own beside it is not run either: the policy names the page's own by their hashes.
    await writeFile(path.join(folder, 'foreign.html'), html.replace('</body>', '<script>globalThis.foreign = 1</script></body>'), 'utf16le');
    const { context: other, page: foreign } = await openFile(path.join(folder, 'foreign.html'));
    assert.equal(await foreign.evaluate(() => globalThis.foreign), undefined);
    await other.close();
});

test('a page that was cut off on the way says so, wherever it was cut', async (t) => {
    const site = await openPlatformSite();
    t.after(() => site.close());
    const page = await openPage(browser, site.address, { init: withoutPicker });
    const file = await saved(page, 'uncut.html', () => call(page, 'save-page', PLAN, 'Title'));
    await page.context().close();
    const html = await readFile(file, 'utf16le');
    for (const [part, id] of [['plan', 'carried-plan'], ['frame', 'packed-frame'], ['licences', 'packed-licences'], ['program', 'packed-program'], ['code', 'packed-code']]) {
        const cut = path.join(folder, `cut in ${part}.html`);
        await writeFile(cut, html.slice(0, html.indexOf('>', html.indexOf(`id="${id}"`)) + 100), 'utf16le');
        const { context, page: opened } = await openFile(cut, null, { wait: false });
        await opened.getByText(/part of it is missing.*Ask for it once more/).waitFor({ timeout: 10000 });
        await context.close();
    }
});

test('what is changed in a page on disk is kept under the plan’s id, for other pages on disk too', async (t) => {
    const site = await openPlatformSite();
    t.after(() => site.close());
    const page = await openPage(browser, site.address, { init: withoutPicker });
    const first = await saved(page, 'first.html', () => call(page, 'save-page', PLAN, 'First'));
    const moved = await saved(page, 'moved.html', () => call(page, 'save-page', PLAN, 'Moved'));
    await page.context().close();
    const { context, page: opened } = await openFile(first);
    assert.equal((await openPlan(opened, 'abcdefghij')).held, true);
    assert.equal((await append(opened, 'abcdefghij', 1, 'edit')).error, '');
    const { page: other } = await openFile(moved, context);
    const looking = await openPlan(other, 'abcdefghij');
    assert.equal(looking.held, false);
    assert.match(JSON.stringify(looking), /edit/);
    await context.close();
});

test('a plan saved as a web page is read, changed, and saved on without a network', async (t) => {
    const site = await openTestSite();
    t.after(() => site.close());
    const page = await openPage(browser, site.address, { init: withoutPicker });
    await click(page, 'button', 'More of this plan');
    const file = await saved(page, 'plan.html', () => click(page, 'menuitem', 'Save as a web page'));
    await page.context().close();
    const { size } = await stat(file);
    console.log(`# the page as one file: ${(size / 1e6).toFixed(2)} MB`);
    assert.ok(size <= 1.5 * 1024 * 1024, `${size} bytes`);

    const { context, page: opened, asked } = await openFile(file);
    console.log(`# first frame from disk within ${Math.round(await opened.evaluate(() => performance.now()))} ms`);
    await widget(opened, 'button', 'From this page: kept once you change it').waitFor({ state: 'attached' });
    await showGrid(opened);
    await click(opened, 'gridcell', /^Close, CFO:/);
    await opened.keyboard.press('r');
    await widget(opened, 'status', /kept in this browser, not in this file/).waitFor({ state: 'attached' });
    await widget(opened, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
    const plan = await saved(opened, 'plan.json', () => click(opened, 'button', 'Save file'));
    assert.match(await readFile(plan, 'utf8'), /"close":\{[^}]*"cfo":"R"/);
    await click(opened, 'button', 'More of this plan');
    const second = await saved(opened, 'second.html', () => click(opened, 'menuitem', 'Save as a web page for reading'));
    assert.deepEqual(asked.filter((address) => !address.startsWith('file:') && !address.startsWith('blob:')), []);
    assert.deepEqual(opened.problems, []);

    // What was changed is found again by the plan's id, whichever page brings the plan along.
    await opened.reload();
    await ready(opened);
    await widget(opened, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
    await widget(opened, 'gridcell', /^Close, CFO: responsible/).waitFor({ state: 'attached' });

    const { page: reader } = await openFile(second, context);
    await widget(reader, 'status', /^This page is for reading/).waitFor({ state: 'attached' });
    await showGrid(reader);
    await click(reader, 'gridcell', /^Close, CFO: responsible/);
    await reader.keyboard.press('s');
    await widget(reader, 'gridcell', /^Close, CFO: responsible/).waitFor({ state: 'attached' });
    // The licences travel along.
    await click(reader, 'button', 'About this page');
    const { centreX, centreY } = await place(reader, 'dialog', 'About this page');
    await reader.mouse.move(centreX, centreY);
    await reader.mouse.wheel(0, 4000);
    await waitForRest(reader);
    const licences = context.waitForEvent('page');
    await click(reader, 'button', 'Read their licences');
    await (await licences).getByText('Omar Cornut').waitFor();
    await (await licences).close();
    await reader.bringToFront();
    await reader.keyboard.press('Escape');
    await waitForRest(reader);
    await click(reader, 'button', 'Edit a copy');
    await widget(reader, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
    await context.close();
});

test('the published folder opened from disk says that it needs a server, and what to do', async (t) => {
    const site = await openPlatformSite();
    t.after(() => site.close());
    const context = await browser.newContext({ offline: true });
    const page = await openPage(context, pathToFileURL(path.join(site.folder, 'index.html')).href, { wait: false });
    await page.getByText('Put this folder on a web server').waitFor();
    await context.close();
});
