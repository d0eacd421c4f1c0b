// "Save for others" as a person does it: every kind of file is chosen, saved without a network, and is what its name says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import ICAL from 'ical.js';
import { click, openBrowser, openPage, openTestSite, temporaryFolder, widget } from './harness.mjs';

const PLAN = 'Reference operating model';

let site;
let browser;
let folder;
let page;
test.before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
    folder = await temporaryFolder('exports');
    page = await openPage(browser, site.address, {
        acceptDownloads: true,
        init: () => {
            delete window.showSaveFilePicker;
            const { createObjectURL } = URL;
            globalThis.types = [];
            URL.createObjectURL = (blob) => {
                globalThis.types.push(blob.type);
                return createObjectURL(blob);
            };
        },
    });
    await click(page, 'link', 'Accounts');
    await click(page, 'button', 'Try 120 sample accounts');
    await widget(page, 'grid', '120 accounts').waitFor({ state: 'attached' });
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.context().setOffline(true);
    await click(page, 'button', 'More of this plan');
    await click(page, 'menuitem', 'Save for others…');
    await widget(page, 'dialog', 'Save for others').waitFor({ state: 'attached' });
});
test.after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
});

const selected = (role, name) => widget(page, role, name).and(page.locator('[aria-selected="true"]')).waitFor({ state: 'attached' });

async function choose(name, format = '') {
    await click(page, 'option', name);
    await selected('option', name);
    if (!format) return;
    await click(page, 'tab', format);
    await selected('tab', format);
}

async function saved() {
    const download = page.waitForEvent('download');
    await click(page, 'button', 'Save the file');
    const file = await download;
    const bytes = await readFile(await file.path());
    return { name: file.suggestedFilename(), type: await page.evaluate(() => globalThis.types.at(-1)), bytes, text: bytes.toString('utf8') };
}

/// Opens a document from disk, and gives what it asked for besides itself.
async function openAlone(t, name, text) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const context = await browser.newContext();
    t.after(() => context.close());
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    const opened = await context.newPage();
    const address = pathToFileURL(file).href;
    await opened.goto(address);
    return { opened, asked: () => asked.filter((other) => other !== address) };
}

async function isWhole(t, { name, text }, heading) {
    const { opened, asked } = await openAlone(t, name, text);
    await opened.getByRole('heading', { level: 1, name: heading }).waitFor();
    assert.ok(await opened.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 10)), 'its own style is allowed');
    assert.deepEqual(asked(), []);
}

/// What somebody put into a document on its way neither runs nor tells anybody that it was opened.
async function isSafe(t, { name, text }) {
    let calls = 0;
    const listener = http.createServer((request, response) => {
        ++calls;
        response.end();
    });
    await new Promise((resolve) => listener.listen(0, 'localhost', resolve));
    t.after(() => listener.close());
    const outside = `http://localhost:${listener.address().port}`;
    const foreign = `<script>globalThis.ran = 1</script><script src="${outside}/a.js"></script><img src="${outside}/b.png" onerror="globalThis.ran = 1">` +
        `<iframe src="${outside}/c.html"></iframe><link rel="stylesheet" href="${outside}/d.css"><a href="javascript:globalThis.ran = 1">more</a>`;
    assert.match(text, /<\/body>/);
    const { opened } = await openAlone(t, `changed ${name}`, text.replace('</body>', `${foreign}</body>`));
    await opened.waitForLoadState('load');
    await opened.getByText('more', { exact: true }).click();
    assert.equal(await opened.evaluate(() => globalThis.ran), undefined);
    assert.equal(calls, 0);
}

const PAPER = { A4: [210, 297], Letter: [215.9, 279.4] };

/// What is read on each of its sheets. Nothing on them is wider than the paper between its margins.
async function printed(t, { name, text }, paper) {
    const { opened } = await openAlone(t, `${paper} ${name}`, text);
    const sideMargins = 32;
    const [width, height] = PAPER[paper].map((millimetres) => Math.floor((millimetres - sideMargins) * 96 / 25.4));
    await opened.setViewportSize({ width, height });
    await opened.emulateMedia({ media: 'print' });
    const clipped = await opened.evaluate(() => [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0))
        .map(({ localName, textContent }) => `${localName}: ${textContent.slice(0, 40)}`));
    assert.deepEqual(clipped, []);
    const pdf = await opened.pdf({ format: paper, preferCSSPageSize: false });
    const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    assert.equal(read.status, 0, read.stderr);
    return read.stdout.split('\f').slice(0, -1);
}

test('the manual is saved as a page that opens from disk alone, and runs nothing', async (t) => {
    await choose('Operating manual', 'Page to read and print');
    const file = await saved();
    assert.equal(file.name, `${PLAN} manual.html`);
    assert.equal(file.type, 'text/html');
    await isWhole(t, file, PLAN);
    await isSafe(t, file);
    for (const paper of Object.keys(PAPER)) {
        const sheets = await printed(t, file, paper);
        assert.ok(sheets.length > 4, `${sheets.length} sheets of ${paper}`);
        sheets.forEach((sheet, index) => assert.equal(sheet.trimEnd().split(/\s{2,}|\n/).at(-1), `${index + 1} / ${sheets.length}`));
    }
});

test('the manual is saved as Markdown', async () => {
    await choose('Operating manual', 'Markdown for a wiki');
    const file = await saved();
    assert.equal(file.name, `${PLAN} manual.md`);
    assert.equal(file.type, 'text/markdown');
    assert.match(file.text, new RegExp(`^# ${PLAN}\n`));
    assert.match(file.text, /\n## .*\n[^]*\n\| /);
});

test('a role’s card is saved as a page and as Markdown', async (t) => {
    await choose('Role card', 'Page to read and print');
    const file = await saved();
    assert.equal(file.name, `${PLAN} Account executive.html`);
    await isWhole(t, file, /Account executive/);
    await choose('Role card', 'Markdown for a wiki');
    const markdown = await saved();
    assert.equal(markdown.name, `${PLAN} Account executive.md`);
    assert.match(markdown.text, /^# .*Account executive/);
});

test('the page to hand round is saved as one that opens from disk alone, and runs nothing', async (t) => {
    await choose('On one page');
    const file = await saved();
    assert.equal(file.name, `${PLAN} on one page.html`);
    assert.equal(file.type, 'text/html');
    await isWhole(t, file, PLAN);
    await isSafe(t, file);
    for (const paper of Object.keys(PAPER)) assert.equal((await printed(t, file, paper)).length, 1, `sheets of ${paper}`);
});

test('the grid is saved as a PNG of 16:9 with something on it', async () => {
    await choose('Grid for a slide', 'PNG, for every program');
    const file = await saved();
    assert.equal(file.name, `${PLAN} RACI.png`);
    assert.equal(file.type, 'image/png');
    assert.equal(file.bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
    assert.deepEqual([file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)], [3200, 1800]);
    // Empty paper, or a picture that was not drawn, has hardly any different bytes.
    const parts = [];
    for (let at = 8; at < file.bytes.length; at += 12 + file.bytes.readUInt32BE(at)) {
        if (file.bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.bytes.subarray(at + 8, at + 8 + file.bytes.readUInt32BE(at)));
    }
    const drawn = zlib.inflateSync(Buffer.concat(parts));
    assert.equal(drawn.length, 1800 * (1 + 4 * 3200));
    assert.ok(new Set(drawn).size > 100);
});

test('the grid is saved as an SVG that is well-formed', async () => {
    await choose('Grid for a slide', 'SVG, sharp at every size');
    const file = await saved();
    assert.equal(file.name, `${PLAN} RACI.svg`);
    assert.equal(file.type, 'image/svg+xml');
    // The page itself lets no text become markup.
    const blank = await page.context().newPage();
    const read = await blank.evaluate((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
        return [documentElement.localName, documentElement.getAttribute('viewBox'), documentElement.textContent];
    }, file.text);
    await blank.close();
    assert.deepEqual(read.slice(0, 2), ['svg', '0 0 1600 900']);
    assert.match(read[2], /Close/);
});

test('the meetings that are listed are saved as a calendar', async () => {
    await choose('Meetings for a calendar');
    const listed = widget(page, 'dialog', 'Save for others').locator('[role="listitem"]');
    await listed.first().waitFor({ state: 'attached' });
    const file = await saved();
    assert.equal(file.name, `${PLAN} meetings.ics`);
    assert.equal(file.type, 'text/calendar');
    const events = new ICAL.Component(ICAL.parse(file.text)).getAllSubcomponents('vevent');
    assert.equal(events.length, await listed.count());
    assert.ok(events.every((event) => event.getFirstPropertyValue('rrule')));
});

test('the workbook is saved whole', async () => {
    await choose('Workbook');
    const file = await saved();
    assert.equal(file.name, `${PLAN}.xlsx`);
    assert.equal(file.type, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const reader = fileURLToPath(new URL('../cli/read_workbook.py', import.meta.url));
    const { status, stdout, stderr } = spawnSync('python3', [reader], { input: file.bytes, maxBuffer: 64 << 20 });
    assert.equal(status, 0, String(stderr));
    const { sheets } = JSON.parse(stdout);
    assert.deepEqual(Object.keys(sheets), ['RACI', 'Cadences', 'KPIs', 'Accounts', 'About']);
    assert.equal(sheets.Accounts.rows.length, 121);
});

// A spreadsheet knows UTF-8 by the mark at the beginning; a CRM's importer would take it for a part of the first name.
for (const { option, ending, head, rows, marked } of [
    { option: 'Grid as CSV', ending: ' RACI.csv', head: /^Activity,Account executive,Sales development rep,/, rows: 10, marked: true },
    { option: 'Accounts as CSV', ending: ' accounts.csv', head: /^Account ID,/, rows: 120, marked: true },
    { option: 'Scores as CSV', ending: ' scores.csv', head: /^id,name,rank,score,tier,confidence,/, rows: 120, marked: true },
    { option: 'Tiers for the CRM', ending: ' for the CRM.csv', head: /^id,tier,pod,score$/, rows: 120, marked: false },
]) {
    test(`“${option}” is saved with every row`, async () => {
        await choose(option);
        const file = await saved();
        assert.equal(file.name, `${PLAN}${ending}`);
        assert.equal(file.type, 'text/csv');
        assert.equal(file.text.startsWith('\uFEFF'), marked);
        const lines = file.text.replace('\uFEFF', '').trimEnd().split('\r\n');
        assert.match(lines[0], head);
        assert.equal(lines.length, rows + 1);
    });
}

test('where the browser asks for a place, it proposes the name and the kind of file', async () => {
    await page.evaluate(() => {
        window.showSaveFilePicker = async (options) => {
            globalThis.proposed = options;
            return (await navigator.storage.getDirectory()).getFileHandle('saved', { create: true });
        };
    });
    await choose('Grid for a slide', 'PNG, for every program');
    await click(page, 'button', 'Save the file');
    await widget(page, 'status', /^Saved the file saved/).waitFor({ state: 'attached' });
    const { proposed, size, start } = await page.evaluate(async () => {
        const file = await (await (await navigator.storage.getDirectory()).getFileHandle('saved')).getFile();
        return { proposed: globalThis.proposed, size: file.size, start: [...new Uint8Array(await file.slice(1, 4).arrayBuffer())] };
    });
    assert.deepEqual(proposed, { suggestedName: `${PLAN} RACI.png`, types: [{ accept: { 'image/png': ['.png'] } }] });
    assert.ok(size > 10_000);
    assert.equal(String.fromCharCode(...start), 'PNG');
    assert.deepEqual(page.problems, []);
});

test('the page itself is saved as one file without a network, accounts and all', async () => {
    await page.evaluate(() => { delete window.showSaveFilePicker; });
    await click(page, 'button', 'Close');
    await widget(page, 'dialog', 'Save for others').waitFor({ state: 'detached' });
    await click(page, 'button', 'More of this plan');
    const download = page.waitForEvent('download');
    await click(page, 'menuitem', 'Save as a web page for reading');
    const file = await download;
    assert.equal(file.suggestedFilename(), `${PLAN}.html`);
    const html = await readFile(await file.path(), 'utf16le');
    const { accounts } = JSON.parse(/id="carried-plan" data-for-reading>([^<]*)</.exec(html)[1]);
    assert.equal(accounts.length, 121); // names of columns first
});
