// The page as one file in the other two engines: it opens from disk without a network and asks for nothing.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { openFirefox, openWebKit, waitUntil } from './engines.mjs';
import { click, openBrowser, openPage, openTestSite, temporaryFolder } from './harness.mjs';
import { call, openPlatformSite } from './platform_page.mjs';

const PLAN = JSON.stringify({ fullcourt: { version: 1 }, title: '</script><script>globalThis.brokeOut = 1</script><!-- \u2028 é 🎉' });

const withoutPicker = () => { delete window.showSaveFilePicker; };

let folder;
let file;
let whole;
/// Fullcourt itself, saved with its reference plan.
async function saveWhole() {
    const site = await openTestSite();
    const browser = await openBrowser();
    const page = await openPage(browser, site.address, { init: withoutPicker });
    await click(page, 'button', 'More of this plan');
    const download = page.waitForEvent('download');
    await click(page, 'menuitem', 'Save as a web page');
    await (await download).saveAs(whole);
    await browser.close();
    await site.close();
}
test.before(async () => {
    folder = await temporaryFolder('engines');
    file = path.join(folder, 'page.html');
    whole = path.join(folder, 'plan.html');
    await saveWhole();
    const site = await openPlatformSite();
    const browser = await openBrowser();
    const page = await openPage(browser, site.address, { init: withoutPicker });
    const download = page.waitForEvent('download');
    await call(page, 'save-page', PLAN, 'Title');
    await (await download).saveAs(file);
    await browser.close();
    await site.close();
});
test.after(() => rm(folder, { recursive: true, force: true }));

for (const [name, open] of [['Firefox', openFirefox], ['WebKit', openWebKit]]) {
    test(`the page opens from disk in ${name}, whole, and asks for nothing`, async () => {
        const browser = await open();
        try {
            const address = pathToFileURL(file).href;
            await browser.open(address);
            const state = await waitUntil(() => browser.evaluate("document.documentElement.dataset.state !== 'loading' && document.documentElement.dataset.state"), 'the first frame');
            console.log(`# ${browser.name}: ${state} within ${Math.round(await browser.evaluate('performance.now()'))} ms`);
            assert.equal(await browser.evaluate("document.getElementById('fatal-sentence').textContent + document.getElementById('fatal-details').textContent"), '');
            assert.equal(state, 'running');
            assert.equal(await browser.evaluate("JSON.parse(document.getElementById('carried-plan').textContent).title"), JSON.parse(PLAN).title);
            assert.equal(await browser.evaluate('globalThis.brokeOut ?? null'), null);
            assert.deepEqual((await browser.requests()).filter((asked) => asked !== address && !asked.startsWith('data:')), []);
        } finally {
            await browser.close();
        }
    });
}

/// The widget of the mirror, as an expression.
const found = (role, name) => `[...document.querySelectorAll('#mirror [role="${role}"]')].find((each) => ${name}.test(each.getAttribute('aria-label') ?? ''))`;
const there = (browser, role, name) => waitUntil(() => browser.evaluate(`!!${found(role, name)}`), `${role} ${name}`);
async function use(browser, role, name) {
    await there(browser, role, name);
    const [x, y] = await browser.evaluate(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${found(role, name)}.getBoundingClientRect())`);
    await browser.click(x, y);
}
/// What the page gives to be saved, as texts.
const keepDownloads = `(() => {
    const { createObjectURL } = URL;
    globalThis.given = [];
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => {
            const isWide = new Uint8Array(bytes)[0] === 0xff; // the page is written so, because it is shorter
            globalThis.given.push(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes));
        });
        return createObjectURL.call(URL, blob);
    };
    return true;
})()`;

for (const [name, open] of [['Firefox', openFirefox], ['WebKit', openWebKit]]) {
    test(`a plan is edited in a page on disk in ${name}, and saved as a file and as a page again`, async () => {
        const browser = await open();
        try {
            const address = `${pathToFileURL(whole).href}?semantics=on`;
            await browser.open(address);
            await waitUntil(() => browser.evaluate("document.documentElement.dataset.state === 'running'"), 'the first frame');
            await browser.evaluate(keepDownloads);
            await use(browser, 'link', /^RACI grid$/);
            await use(browser, 'gridcell', /^Close, CFO:/);
            await browser.press('r');
            await there(browser, 'gridcell', /^Close, CFO: responsible/);
            await use(browser, 'button', /^Save file$/);
            const plan = await waitUntil(() => browser.evaluate('globalThis.given[0]'), 'the plan file');
            assert.match(plan, /"close":\{[^}]*"cfo":"R"/);
            await use(browser, 'button', /^More of this plan$/);
            await use(browser, 'menuitem', /^Save as a web page$/);
            const page = await waitUntil(() => browser.evaluate('globalThis.given[1]'), 'the page');
            assert.match(page.slice(0, 20), /^<!doctype html>/i);
            assert.match(page, /"close":\{[^}]*"cfo":"R"/);
            assert.deepEqual((await browser.requests()).filter((asked) => asked !== address && !/^(data|blob):/.test(asked)), []);
        } finally {
            await browser.close();
        }
    });
}
