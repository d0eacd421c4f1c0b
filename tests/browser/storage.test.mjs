// What goes wrong with a browser's storage, seen from the page: two tabs, no room, no storage, damaged copies.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, openBrowser, openPage, openTestSite, showGrid, widget } from './harness.mjs';

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

const there = (page, role, name) => widget(page, role, name).first().waitFor({ state: 'attached' });
const saved = (page) => there(page, 'button', 'Saved in this browser');
const grid = (page) => there(page, 'gridcell', /^Close, VP Marketing:/);

async function type(page, activity, role, key) {
    await click(page, 'gridcell', new RegExp(`^${activity}, ${role}:`));
    await page.keyboard.press(key);
}

async function opened(context, options = {}) {
    const page = await openPage(context, site.address, options);
    await showGrid(page);
    return page;
}

test('a second tab looks on, follows, takes over, and then the first looks on', async () => {
    const context = await browser.newContext();
    const first = await opened(context);
    await type(first, 'Close', 'CFO', 'r');
    await saved(first);

    const second = await opened(context);
    await there(second, 'button', 'Read only: open in another tab');
    await there(second, 'gridcell', /^Close, CFO: responsible/);
    await type(second, 'Close', 'CFO', 's');
    await there(second, 'status', /being edited in another tab/);
    await there(second, 'gridcell', /^Close, CFO: responsible/);

    await type(first, 'Negotiation', 'CFO', 'i');
    await there(second, 'gridcell', /^Negotiation, CFO: informed/);

    // The first tab has an edit that is journalled but not yet in a slot when the second takes over.
    await type(first, 'Negotiation', 'VP Marketing', 'c');
    await there(first, 'gridcell', /^Negotiation, VP Marketing: consulted/);
    await click(second, 'button', 'Take over here');
    await there(second, 'button', 'Saved in this browser');
    await there(second, 'gridcell', /^Negotiation, VP Marketing: consulted/);
    await there(first, 'button', 'Read only: open in another tab');
    await type(second, 'Close', 'CFO', 's');
    await there(first, 'gridcell', /^Close, CFO: supports/);
    await context.close();
});

test('two tabs with two plans keep both', async () => {
    const context = await browser.newContext();
    const first = await opened(context);
    await type(first, 'Close', 'CFO', 'r');
    await saved(first);
    const second = await opened(context);
    await click(second, 'button', 'More of this plan');
    await click(second, 'menuitem', 'Duplicate the plan');
    await saved(second);
    await type(second, 'Close', 'CFO', 'i');
    await type(first, 'Close', 'VP Marketing', 'i');
    await there(second, 'gridcell', /^Close, CFO: informed/);
    await there(first, 'gridcell', /^Close, VP Marketing: informed/);
    await saved(first);
    await saved(second);
    await first.close();
    await second.close();
    const again = await opened(context);
    await click(again, 'link', 'Plans');
    await there(again, 'listitem', 'Reference operating model');
    await there(again, 'listitem', 'Copy of Reference operating model');
    await click(again, 'button', 'Open Reference operating model');
    await there(again, 'gridcell', /^Close, CFO: responsible/);
    await there(again, 'gridcell', /^Close, VP Marketing: informed/);
    await context.close();
});

test('no room left: the page says so, and saves by itself once there is room', async () => {
    const context = await browser.newContext();
    const page = await opened(context, {
        init: () => {
            for (const name of ['add', 'put']) {
                const real = IDBObjectStore.prototype[name];
                IDBObjectStore.prototype[name] = function write(...values) {
                    if (globalThis.diskIsFull) throw new DOMException('full', 'QuotaExceededError');
                    return real.apply(this, values);
                };
            }
        },
    });
    await type(page, 'Close', 'CFO', 'r');
    await saved(page);
    await page.evaluate(() => { globalThis.diskIsFull = true; });
    // A second click so soon would be the second of a double click, which opens the list of letters.
    await page.keyboard.press('s');
    await there(page, 'button', /^Not saved: There is no room left/);
    await type(page, 'Negotiation', 'CFO', 's');
    await there(page, 'button', /^Not saved: There is no room left/);
    await page.evaluate(() => { globalThis.diskIsFull = false; });
    await saved(page);
    await page.close();
    const again = await opened(context);
    await there(again, 'gridcell', /^Close, CFO: supports/);
    await there(again, 'gridcell', /^Negotiation, CFO: supports/);
    await context.close();
});

test('a window without storage says so and can still be worked in', async () => {
    const context = await browser.newContext();
    const page = await opened(context, {
        init: () => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined }),
    });
    await there(page, 'alert', /keeps no plans/);
    await type(page, 'Close', 'CFO', 'r');
    await there(page, 'gridcell', /^Close, CFO: responsible/);
    await there(page, 'button', /^Not saved/);
    await context.close();
});

const countOpening = () => {
    const open = indexedDB.open.bind(indexedDB);
    globalThis.opened = 0;
    indexedDB.open = (name, version) => {
        if (name === 'fullcourt') globalThis.opened += 1;
        return open(name, version);
    };
};

/// A page whose database has answered and whose program does not come before `letProgramCome`.
async function openWithoutProgram() {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.addInitScript(countOpening);
    let letProgramCome;
    const promise = new Promise((resolve) => { letProgramCome = resolve; });
    await context.route(/fullcourt\.[0-9a-f]+\.js$/, async (route) => {
        await promise;
        await route.continue();
    });
    const page = await context.newPage();
    await page.goto(site.address, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.fullcourtDatabase?.early?.readyState === 'done');
    return { context, page, letProgramCome };
}

test('the database is asked for before the program is there, and the program takes it over', async () => {
    const { context, page, letProgramCome } = await openWithoutProgram();
    letProgramCome();
    await page.waitForFunction(() => document.title.includes('–'));
    assert.equal(await page.evaluate(() => globalThis.opened), 1);
    await context.close();
});

test('a page whose program never comes keeps no other tab from a newer database, and one that is closed meanwhile is asked for again', async () => {
    const { context, page, letProgramCome } = await openWithoutProgram();
    const other = await context.newPage();
    await other.goto(new URL('plan.schema.json', site.address).href);
    // Answered only once every connection is closed.
    await other.evaluate(() => new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase('fullcourt');
        request.onsuccess = done;
        request.onerror = fail;
    }));
    letProgramCome();
    await page.waitForFunction(() => document.title.includes('–'));
    assert.equal(await page.evaluate(() => globalThis.opened), 2);
    await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'fullcourt'));
    await context.close();
});

/// Cuts the newest stored slot of every plan in half.
function damageNewestSlots() {
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return (async () => {
        let damaged = 0;
        for (const { name } of await indexedDB.databases()) {
            if (!name.startsWith('/plans/')) continue;
            const database = await done(indexedDB.open(name));
            const files = database.transaction(['FILE_DATA'], 'readwrite').objectStore('FILE_DATA');
            const marker = new TextDecoder().decode((await done(files.get(`${name}/marker`))).contents);
            const slot = await done(files.get(`${name}/${marker}`));
            slot.contents = slot.contents.slice(0, slot.contents.length / 2);
            await done(files.put(slot, `${name}/${marker}`));
            database.close();
            damaged += 1;
        }
        return damaged;
    })();
}

test('a damaged newest slot: everything is still there, and the person is told', async () => {
    const context = await browser.newContext();
    const page = await opened(context);
    const stored = () => page.evaluate(() => indexedDB.databases().then((all) => all.filter(({ name }) => name.startsWith('/plans/')).length));
    for (const [key, word, wait] of [['r', 'responsible', 2600], ['s', 'supports', 2600], ['c', 'consulted', 0]]) {
        await type(page, 'Close', 'CFO', key);
        await there(page, 'gridcell', new RegExp(`^Close, CFO: ${word}`)); // until then the page speaks of the edit before
        await saved(page);
        await page.waitForTimeout(wait);
    }
    assert.equal(await stored(), 1);
    await page.close();
    // Damaged from a page of the same origin that has not the plan open.
    const other = await context.newPage();
    await other.goto(`${site.address}robots.txt`).catch(() => {});
    assert.equal(await other.evaluate(damageNewestSlots), 1);
    const again = await opened(context);
    await there(again, 'gridcell', /^Close, CFO: consulted/);
    await there(again, 'alert', /damaged/);
    await context.close();
});
