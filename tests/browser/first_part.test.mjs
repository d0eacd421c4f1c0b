// The program's two parts: what a first picture takes is small, and what it does without comes after it, however the network behaves.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import zlib from 'node:zlib';
import { click, openBrowser, openPage, openTestSite, waitForRest, widget } from './harness.mjs';

const MOST = 700_000; // bytes, as brotli
const LATER = '**/fullcourt-later.*';

let site;
let browser;
before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await site?.close();
});

function gate() {
    let open;
    const promise = new Promise((resolve) => { open = resolve; });
    return { promise, open };
}

const whole = (page) => page.waitForFunction(() => document.documentElement.dataset.program === 'whole');
const waits = (page) => page.evaluate(() => globalThis.fullcourtProgram.waits);

/// A context whose requests for the later part are answered by `answer`, numbered from 0.
async function withLater(t, answer) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    t.after(() => context.close());
    let asked = 0;
    await context.route(LATER, (route) => answer(route, asked++));
    return context;
}

/// A context in which the later part does not come before `open`.
async function withLateNetwork(t) {
    const { promise, open } = gate();
    t.after(open);
    const context = await withLater(t, async (route, number) => {
        // One that is waited for would never come: the page stands still, and the test could not go on.
        if (number > 0) return route.abort();
        await promise;
        return route.continue();
    });
    return { context, open };
}

test('for the first picture at most 700 kB are transferred, and nothing of the later part', async (t) => {
    const { context, open } = await withLateNetwork(t);
    const asked = new Set();
    context.on('request', (request) => asked.add(request.url()));
    const page = await openPage(context, site.address, { semantics: false });
    await page.waitForFunction(() => document.title.includes('–')); // a plan is open
    await waitForRest(page);
    let bytes = 0;
    for (const url of asked) {
        if (/fullcourt-later|\.png$|\.svg$|\.webmanifest$|service-worker/.test(url)) continue;
        const name = path.basename(new URL(url).pathname) || 'index.html';
        bytes += zlib.brotliCompressSync(await readFile(path.join(site.folder, name))).length;
    }
    console.log(`# ${Math.round(bytes / 1000)} kB as brotli for the first picture`);
    assert.ok(bytes <= MOST, `${bytes} bytes`);
    assert.equal(await waits(page), 0);
    open();
    await whole(page);
    assert.deepEqual(page.problems, []);
});

test('the start is drawn, told to a screen reader and answers the keyboard before the later part is there', async (t) => {
    const { context, open } = await withLateNetwork(t);
    const page = await openPage(context, site.address);
    await widget(page, 'button', 'Blank plan').waitFor({ state: 'attached' });
    for (let i = 0; i < 6; ++i) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await waitForRest(page);
    assert.equal(await waits(page), 0);
    open();
    await whole(page);
    assert.deepEqual(page.problems, []);
});

test('a hand that is quicker than the network waits for the later part and gets what it asked for', async (t) => {
    const { promise, open } = gate();
    const background = gate();
    t.after(open);
    const context = await withLater(t, async (route, number) => {
        background.open();
        if (number === 0) await promise; // the one in the background takes longer
        await route.continue();
    });
    const page = await openPage(context, site.address);
    await background.promise;
    await click(page, 'link', 'Decisions');
    await widget(page, 'heading', 'Decision rights').waitFor({ state: 'attached' });
    assert.equal(await waits(page), 1);
    open();
    assert.deepEqual(page.problems, []);
});

test('a later part that does not arrive is asked for again', async (t) => {
    const context = await withLater(t, (route, number) => (number < 2 ? route.abort() : route.continue()));
    const page = await openPage(context, site.address);
    await whole(page);
    await click(page, 'link', 'Decisions');
    await widget(page, 'heading', 'Decision rights').waitFor({ state: 'attached' });
    assert.equal(await waits(page), 0);
});

test('where it cannot be had at all the page says that it is not complete, not that it has broken', async (t) => {
    const context = await withLater(t, (route) => route.abort());
    const page = await openPage(context, site.address);
    await click(page, 'link', 'Decisions');
    const sentence = page.locator('#fatal-sentence');
    await sentence.waitFor();
    assert.equal(await sentence.textContent(), 'Fullcourt could not be loaded completely. Check the connection and reload.');
});
