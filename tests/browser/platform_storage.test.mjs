// The store of the platform layer in Chromium: journal, slots, locks, revisions, quarantine, and the bad days.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import test from 'node:test';
import { openBrowser, openKillableProfile, openPage, openProfile, ready, temporaryFolder } from './harness.mjs';
import { append, call, next, openPlan, openPlatformSite, store } from './platform_page.mjs';

let site;
let browser;
test.before(async () => {
    site = await openPlatformSite();
    browser = await openBrowser();
});
test.after(async () => {
    await browser?.close();
    await site?.close();
});

/// Tabs that share one store.
function inContext(name, body, options = {}) {
    test(name, async () => {
        const context = await browser.newContext();
        try {
            const open = async (more = {}) => {
                const page = await openPage(context, site.address, { ...options, ...more });
                page.started = await next(page, 'StorageStarted');
                return page;
            };
            await body(open, context);
        } finally {
            await context.close();
        }
    });
}

async function load(page, plan) {
    await call(page, 'load', plan);
    return next(page, 'PlanLoaded', { plan });
}

// ---- Journal and slots ---------------------------------------------------------------------------------------

inContext('a plan is what was stored and what was journalled since, after a reload too', async (open) => {
    const page = await open();
    assert.equal((await openPlan(page, 'p')).held, true);
    assert.equal((await append(page, 'p', 1, 'one')).error, '');
    assert.equal((await store(page, 'p', 'A', 'state one', 1)).error, '');
    assert.equal((await append(page, 'p', 2, 'two')).error, '');
    assert.equal((await store(page, 'p', 'B', 'state two', 2)).error, '');
    assert.equal((await append(page, 'p', 3, 'three\u0000and more ü🎉')).error, '');
    await page.reload();
    await ready(page);
    assert.equal((await next(page, 'StorageStarted')).plans, 'p=Title;');
    const plan = await load(page, 'p');
    assert.deepEqual([plan.slotA, plan.slotB, plan.marker, plan.rows, plan.error], ['state one', 'state two', 'B', '3:three\u0000and more ü🎉;', '']);
});

inContext('a slot without a byte in it is read as an empty one, beside one that is whole', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'state one', 1);
    await store(page, 'p', 'B', '', 2);
    await page.reload();
    await ready(page);
    await next(page, 'StorageStarted');
    const plan = await openPlan(page, 'p');
    assert.deepEqual([plan.slotA, plan.slotB, plan.error], ['state one', '', '']);
});

/// Where the page is new, the browser is still making its database when the program takes over what asked for it.
const slowToMake = () => {
    const ask = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, ...rest) {
        const request = ask.call(this, name, ...rest);
        if (name !== 'fullcourt') return request;
        request.addEventListener('upgradeneeded', () => {
            const store = request.result.createObjectStore('held');
            const hold = () => {
                if (globalThis.fullcourtDatabase.early) store.count().onsuccess = hold;
            };
            hold();
        });
        return request;
    };
};

inContext('storage that is still being made when the program comes is waited for', async (open) => {
    const page = await open();
    assert.deepEqual([page.started.available, page.started.error], [1, '']);
    await openPlan(page, 'p');
    assert.equal((await store(page, 'p', 'A', 'state', 1)).error, '');
}, { init: slowToMake });

inContext('many parts go to the disk before the slot that needs them, and come back whole', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await page.evaluate(() => {
        globalThis.written = [];
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value, key) {
            if (value?.contents) globalThis.written.push([this.transaction, String(key).split('/').pop()]);
            return put.call(this, value, key);
        };
    });
    await call(page, 'store-many-parts', 'p', 'A', 'state', 1, 20);
    assert.equal((await next(page, 'PlanStored', { plan: 'p' })).error, '');
    const written = await page.evaluate(() => {
        const transactions = [...new Set(globalThis.written.map(([transaction]) => transaction))];
        return transactions.map((transaction) => globalThis.written.filter(([own]) => own === transaction).map(([, name]) => name));
    });
    assert.ok(written.length > 1 && written.every((names) => names.length <= 8), 'no transaction writes very much');
    assert.ok(written.slice(0, -1).flat().every((name) => name.startsWith('part-')), 'parts alone go ahead');
    assert.deepEqual(written.at(-1).filter((name) => !name.startsWith('part-')).sort(), ['A', 'marker']);
    await page.reload();
    await ready(page);
    await next(page, 'StorageStarted');
    const plan = await openPlan(page, 'p');
    assert.equal(plan.slotA, 'state');
    const parts = Array.from({ length: 20 }, (unused, at) => `${100 + at}=${String.fromCharCode(97 + at).repeat(100000)};`);
    assert.ok(plan.parts === parts.join(''), 'every byte of them');
});

inContext('a save of many parts that ends half way leaves the state before, and the next one takes up no room for it', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await call(page, 'store-parts', 'p', 'A', 'state one', 1, 'aa', 'rows', '');
    assert.equal((await next(page, 'PlanStored', { plan: 'p' })).error, '');
    await page.evaluate(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value, key) {
            if (String(key).endsWith('part-112')) throw new DOMException('full', 'QuotaExceededError');
            return put.call(this, value, key);
        };
    });
    await call(page, 'store-many-parts', 'p', 'B', 'state two', 2, 20);
    assert.match((await next(page, 'PlanStored', { plan: 'p' })).error, /no room/);
    await page.reload();
    await ready(page);
    await next(page, 'StorageStarted');
    const before = await openPlan(page, 'p');
    assert.deepEqual([before.slotA, before.slotB, before.marker], ['state one', '', 'A']);
    assert.match(before.parts, /aa=rows;/);
    await call(page, 'store-parts', 'p', 'B', 'state three', 3, 'cc', 'more', 'aa');
    assert.equal((await next(page, 'PlanStored', { plan: 'p' })).error, '');
    assert.equal((await load(page, 'p')).parts, 'aa=rows;cc=more;');
});

inContext('parts lie beside the slots, are found after a reload, and go when no slot needs them', async (open) => {
    const storeParts = async (page, ...values) => {
        await call(page, 'store-parts', 'p', ...values);
        return (await next(page, 'PlanStored', { plan: 'p' })).error;
    };
    const page = await open();
    await openPlan(page, 'p');
    assert.equal(await storeParts(page, 'A', 'state one', 1, 'aa', 'rows ü\u0000', ''), '');
    assert.equal(await storeParts(page, 'B', 'state two', 2, 'bb', 'other rows', 'aa'), '');
    await page.reload();
    await ready(page);
    await next(page, 'StorageStarted');
    assert.equal((await openPlan(page, 'p')).parts, 'aa=rows ü\u0000;bb=other rows;');
    await call(page, 'keep-revision-of-parts', 'p', 'r1', '2026-11-23T08:00:00Z', 'bb', 'new', ' and a new one');
    await call(page, 'list-revisions', 'p');
    await call(page, 'load-revision', (await next(page, 'RevisionsListed')).key);
    assert.equal((await next(page, 'RevisionLoaded')).bytes, 'before|other rows and a new one|after');
    await call(page, 'keep-revision-of-parts', 'p', 'r2', '2026-11-23T09:00:00Z', 'gone', 'new', 'x');
    await call(page, 'list-revisions', 'p');
    assert.equal((await next(page, 'RevisionsListed')).revisions, '2026-11-23 ', 'one that lacks a part is none');
    assert.equal(await storeParts(page, 'A', 'state three', 3, 'cc', 'third', 'bb'), '');
    await page.reload();
    await ready(page);
    await next(page, 'StorageStarted');
    const plan = await openPlan(page, 'p');
    assert.deepEqual([plan.slotA, plan.slotB, plan.marker, plan.parts], ['state three', 'state two', 'A', 'bb=other rows;cc=third;']);
    assert.match(await storeParts(page, 'B', 'state four', 4, 'dd', 'fourth', 'gone'), /part of the plan is missing/);
    assert.equal((await load(page, 'p')).slotB, 'state two', 'what needs a part that is nowhere is not stored');
});

inContext('answers of the journal come in the order of the calls', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await page.evaluate(() => { globalThis.events.length = 0; });
    for (let sequence = 1; sequence <= 30; ++sequence) await call(page, 'append', 'p', sequence, 'x'.repeat(sequence % 7 ? 10 : 300000));
    await next(page, 'JournalWritten', { sequence: 30 });
    const order = await page.evaluate(() => globalThis.events.filter((entry) => entry.event === 'JournalWritten').map((entry) => [entry.sequence, entry.error]));
    assert.deepEqual(order, Array.from({ length: 30 }, (unused, at) => [at + 1, '']));
});

inContext('of two records with one number none is lost', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    assert.equal((await append(page, 'p', 1, 'first')).error, '');
    assert.equal((await append(page, 'p', 1, 'second')).error, '');
    await append(page, 'p', 2, 'third');
    assert.equal((await load(page, 'p')).rows, '1:first;1:second;2:third;');
    await store(page, 'p', 'A', 'state', 1);
    assert.equal((await load(page, 'p')).rows, '2:third;');
});

inContext('a lock that was only just asked for is waited for', async (open) => {
    const page = await open();
    await call(page, 'take', 'p');
    await call(page, 'append', 'p', 1, 'x');
    await call(page, 'store', 'p', 'A', 'y', 1, 'T');
    assert.equal((await next(page, 'JournalWritten')).error, '');
    assert.equal((await next(page, 'PlanStored')).error, '');
});

inContext('a plan deleted while it is being stored stays deleted', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'x', 1);
    await call(page, 'delete', 'p', 'Title');
    await store(page, 'p', 'B', 'y', 2);
    await page.reload();
    await ready(page);
    assert.equal((await next(page, 'StorageStarted')).plans, 'p=Title (deleted);');
});

inContext('a rewritten slot reaches the disk, however fast and whatever the clock', async (open) => {
    const page = await open({ init: () => {
        // A clock that stands still, then goes back an hour.
        let shift = 0;
        const stopped = Date.now();
        globalThis.goBack = () => { shift = 3600000; };
        Date.now = () => stopped - shift;
    } });
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'one', 1);
    await store(page, 'p', 'A', 'two', 2);
    await page.evaluate(() => globalThis.goBack());
    await store(page, 'p', 'A', 'three', 3);
    assert.equal((await load(page, 'p')).slotA, 'three');
});

inContext('plans do not see one another', async (open) => {
    const page = await open();
    const hostile = ['..', '../p', '/p', 'p/A', '%2E%2E', 'ü 🎉', 'a'.repeat(64), 'p'];
    for (const [at, plan] of hostile.entries()) {
        await openPlan(page, plan);
        assert.equal((await store(page, plan, 'A', `content ${at}`, 1)).error, '', plan);
    }
    await page.reload();
    await ready(page);
    for (const [at, plan] of hostile.entries()) {
        const found = await load(page, plan);
        assert.deepEqual([found.slotA, found.slotB, found.error], [`content ${at}`, '', ''], plan);
    }
});

inContext('a removed plan is gone, its neighbour is not', async (open) => {
    const page = await open();
    for (const plan of ['gone', 'stays']) {
        await openPlan(page, plan);
        await store(page, plan, 'A', plan, 1);
        await append(page, plan, 2, 'later');
        await call(page, 'keep-revision', plan, '2026-11-01T08:00:00Z', 'old', '', plan);
    }
    await call(page, 'erase', 'gone');
    await next(page, 'IndexChanged', { plans: 'stays=Title;' });
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((entry) => entry.name).sort()), ['/plans/stays', 'fullcourt']);
    const gone = await load(page, 'gone');
    assert.deepEqual([gone.slotA, gone.rows], ['', '']);
    const stays = await load(page, 'stays');
    assert.deepEqual([stays.slotA, stays.rows], ['stays', '2:later;']);
    await call(page, 'list-revisions', 'gone');
    assert.equal((await next(page, 'RevisionsListed')).revisions, '');
});

inContext('a removal that was cut short is finished at the next start', async (open) => {
    const page = await open();
    await openPlan(page, 'gone');
    await store(page, 'gone', 'A', 'x', 1);
    // As if the browser had died between the two databases.
    await page.evaluate(() => { indexedDB.deleteDatabase = () => ({}); });
    await call(page, 'erase', 'gone');
    await page.waitForFunction(() => new Promise((resolve) => {
        indexedDB.open('fullcourt').onsuccess = (event) => {
            const database = event.target.result;
            database.transaction('owners').objectStore('owners').get('gone').onsuccess = (got) => {
                database.close();
                resolve(!!got.target.result?.erasing);
            };
        };
    }));
    await page.close();
    const again = await open();
    assert.equal(again.started.plans, '');
    assert.deepEqual(await again.evaluate(async () => (await indexedDB.databases()).map((entry) => entry.name)), ['fullcourt']);
});

// ---- Two tabs ------------------------------------------------------------------------------------------------

inContext('the second tab may not write, and follows the first', async (open) => {
    const first = await open();
    const second = await open();
    assert.equal((await openPlan(first, 'p')).held, true);
    assert.equal((await openPlan(second, 'p')).held, false);
    assert.match((await append(second, 'p', 1, 'no')).error, /Another tab/);
    assert.match((await store(second, 'p', 'A', 'no', 1)).error, /Another tab/);
    await append(first, 'p', 1, 'one');
    await next(second, 'PlanChangedElsewhere', { plan: 'p' });
    assert.equal((await load(second, 'p')).rows, '1:one;');
    await store(first, 'p', 'A', 'state', 1);
    await next(second, 'IndexChanged', { plans: 'p=Title;' });
    const seen = await load(second, 'p');
    assert.deepEqual([seen.slotA, seen.marker, seen.rows], ['state', 'A', '']);
});

inContext('two tabs edit two plans and neither harms the other', async (open) => {
    const first = await open();
    const second = await open();
    await openPlan(first, 'a');
    await openPlan(second, 'b');
    await store(first, 'a', 'A', 'a1', 1);
    await store(second, 'b', 'A', 'b1', 1);
    await store(first, 'a', 'B', 'a2', 2);
    await first.reload();
    await ready(first);
    assert.equal((await load(first, 'a')).slotB, 'a2');
    assert.equal((await load(first, 'b')).slotA, 'b1');
});

inContext('a plan is handed over when asked for', async (open) => {
    const first = await open();
    const second = await open();
    await openPlan(first, 'p');
    await openPlan(second, 'p');
    await call(second, 'take-over', 'p');
    await next(first, 'TakeOverAsked', { plan: 'p' });
    await append(first, 'p', 1, 'last word');
    await call(first, 'release', 'p');
    assert.equal((await next(first, 'LockChanged', { plan: 'p' })).held, 0);
    assert.equal((await next(second, 'LockChanged', { plan: 'p' })).held, 1);
    assert.equal((await load(second, 'p')).rows, '1:last word;');
    assert.equal((await append(second, 'p', 2, 'mine')).error, '');
});

inContext('a plan is taken from a tab that does not answer, whose late writes are refused', async (open) => {
    const first = await open();
    const second = await open();
    await openPlan(first, 'p');
    await store(first, 'p', 'A', 'first', 1);
    await openPlan(second, 'p');
    await call(second, 'take-over', 'p');
    assert.equal((await next(second, 'LockChanged', { plan: 'p' })).held, 1);
    assert.equal((await next(first, 'LockChanged', { plan: 'p' })).held, 0);
    assert.equal((await store(second, 'p', 'B', 'second', 2)).error, '');
    assert.match((await store(first, 'p', 'A', 'late', 3)).error, /Another tab/);
    const found = await load(second, 'p');
    assert.deepEqual([found.slotA, found.slotB], ['first', 'second']);
});

inContext('a tab that was frozen and does not know that it lost the plan cannot write', async (open) => {
    const first = await open();
    await openPlan(first, 'p');
    await store(first, 'p', 'A', 'first', 1);
    // Another tab takes the plan; this one never hears of it.
    await first.evaluate(() => {
        Locks.lost = () => {};
    });
    const second = await open();
    await call(second, 'take-over', 'p');
    assert.equal((await next(second, 'LockChanged', { plan: 'p' })).held, 1);
    assert.match((await append(first, 'p', 2, 'late')).error, /Another tab/);
    assert.match((await store(first, 'p', 'B', 'late', 2)).error, /Another tab/);
    // Even past the first guard the plan's own files are guarded.
    await first.evaluate(() => { Storage.finishStore = async () => {}; });
    assert.match((await store(first, 'p', 'B', 'late', 4)).error, /Another tab/);
    const found = await load(second, 'p');
    assert.deepEqual([found.slotA, found.slotB, found.rows], ['first', '', '']);
});

inContext('a lock given back and taken again is held', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await call(page, 'release', 'p');
    await call(page, 'take', 'p');
    assert.equal((await next(page, 'LockChanged')).held, 0);
    assert.equal((await next(page, 'LockChanged')).held, 1);
    assert.equal((await append(page, 'p', 1, 'x')).error, '');
});

inContext('without Web Locks the tabs agree all the same', async (open) => {
    const init = () => { Object.defineProperty(navigator, 'locks', { value: undefined }); };
    const first = await open({ init });
    const second = await open({ init });
    assert.equal((await openPlan(first, 'p')).held, true);
    assert.equal((await openPlan(second, 'p')).held, false);
    await call(second, 'take-over', 'p');
    assert.equal((await next(second, 'LockChanged', { plan: 'p' })).held, 1);
    assert.equal((await append(second, 'p', 1, 'mine')).error, '');
    assert.match((await append(first, 'p', 2, 'late')).error, /Another tab/);
});

// ---- Bad days ------------------------------------------------------------------------------------------------

for (const [name, init] of [
    ['no IndexedDB at all', () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); }],
    ['a private window that refuses', () => { IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }; }],
    ['an open that fails', () => {
        IDBFactory.prototype.open = () => {
            const request = { error: new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError') };
            setTimeout(() => request.onerror({ preventDefault() {} }));
            return request;
        };
    }],
]) {
    inContext(`with ${name} the page says so and every call is answered`, async (open) => {
        const page = await open();
        assert.equal(page.started.available, 0);
        assert.match(page.started.error, /Save your plan as a file/);
        await call(page, 'take', 'p');
        assert.equal((await next(page, 'LockChanged', { plan: 'p' })).held, 1, 'the plan can still be edited');
        assert.notEqual((await load(page, 'p')).error, '');
        assert.notEqual((await append(page, 'p', 1, 'x')).error, '');
        assert.notEqual((await store(page, 'p', 'A', 'x', 1)).error, '');
        await call(page, 'list-revisions', 'p');
        await next(page, 'RevisionsListed');
        await call(page, 'put-index', 'p', 'T');
    }, { init });
}

inContext('where what is set aside cannot be counted, plans are kept and opened as ever', async (open) => {
    const page = await open({
        init: () => {
            const { count } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.count = function (...given) {
                if (this.name === 'quarantine') throw new DOMException('damaged', 'UnknownError');
                return count.apply(this, given);
            };
        }
    });
    assert.equal(page.started.available, 1);
    assert.equal(page.started.setAside, 0);
    await openPlan(page, 'p');
    assert.equal((await store(page, 'p', 'A', 'x', 1)).error, '');
});

/// Runs in the page: while `fullcourtFull` is set, a transaction that writes much ends as the browser ends it on a full disk.
function fillableDisk() {
    const sizeOf = (value) => value?.bytes?.length ?? value?.contents?.length ?? 0;
    for (const name of ['add', 'put']) {
        const original = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...values) {
            const transaction = this.transaction;
            if (globalThis.fullcourtFull && sizeOf(values[0]) > 1000000) {
                Object.defineProperty(transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
                transaction.commit = () => {};
                queueMicrotask(() => transaction.abort());
            }
            return original.apply(this, values);
        };
    }
}

inContext('a full disk is an error in words, loses nothing, and is over when there is room', async (open) => {
    const page = await open({ init: fillableDisk });
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'safe', 1);
    await append(page, 'p', 2, 'also safe');
    await page.evaluate(() => { globalThis.fullcourtFull = true; });
    await call(page, 'append-big', 'p', 3, 4000000);
    assert.match((await next(page, 'JournalWritten', { sequence: 3 })).error, /no room left/);
    await call(page, 'store-big', 'p', 'B', 4000000, 3, 'Title');
    assert.match((await next(page, 'PlanStored', { upTo: 3 })).error, /no room left/);
    const found = await load(page, 'p');
    assert.deepEqual([found.slotA, found.slotB, found.marker, found.rows], ['safe', '', 'A', '2:also safe;']);
    await page.evaluate(() => { globalThis.fullcourtFull = false; });
    assert.equal((await append(page, 'p', 3, 'now')).error, '');
    assert.equal((await store(page, 'p', 'B', 'newer', 3)).error, '');
    assert.equal((await load(page, 'p')).slotB, 'newer');
});

inContext('a store that the browser closes is opened anew, once, and the program is told', async (open, context) => {
    const page = await open();
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'x', 1);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(site.address).origin, storageTypes: 'indexeddb' });
    const again = await next(page, 'StorageStarted');
    assert.deepEqual([again.available, again.plans], [1, '']);
    assert.equal((await append(page, 'p', 2, 'goes on')).error, '');
    assert.equal((await store(page, 'p', 'B', 'whole again', 2)).error, '');
    assert.equal((await load(page, 'p')).slotB, 'whole again');
});

inContext('a failing request of a sync leaves neither a slot nor a marker behind', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'safe', 1);
    await page.evaluate(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (entry, key) {
            // One request alone fails, the way a broken disk does it.
            if (String(key).endsWith('/B')) {
                put.call(this, { timestamp: new Date() }, key);
                return this.add({ timestamp: new Date() }, key);
            }
            return put.call(this, entry, key);
        };
    });
    assert.notEqual((await store(page, 'p', 'B', 'lost', 2)).error, '');
    const found = await load(page, 'p');
    assert.deepEqual([found.slotA, found.slotB, found.marker], ['safe', '', 'A']);
});

test('what was answered as written survives SIGKILL of the browser', async () => {
    const folder = await temporaryFolder('kill');
    const victim = await openKillableProfile(folder);
    const page = await openPage(victim.context, site.address);
    await next(page, 'StorageStarted');
    await openPlan(page, 'p');
    await store(page, 'p', 'A', 'stored', 1);
    await call(page, 'append-big', 'p', 2, 3000000);
    await next(page, 'JournalWritten', { sequence: 2 });
    await append(page, 'p', 3, 'the last word');
    await victim.kill();

    const profile = await openProfile(folder);
    const again = await openPage(profile, site.address);
    await next(again, 'StorageStarted');
    const found = await openPlan(again, 'p');
    assert.equal(found.held, true);
    assert.equal(found.slotA, 'stored');
    assert.ok(found.rows.endsWith(';3:the last word;') && found.rows.length > 3000000);
    await profile.close();
    await rm(folder, { recursive: true, force: true });
});

// ---- Revisions and quarantine ----------------------------------------------------------------------------------

inContext('earlier states are thinned by age, pinned ones stay', async (open) => {
    const page = await open();
    const keep = (at, pinned = '') => call(page, 'keep-revision', 'p', at, `content of ${at}`, pinned, `revision ${at}`);
    await keep('2026-08-03T09:00:00Z', 'pinned');
    await keep('2026-08-03T10:00:00Z');
    await keep('2026-08-04T10:00:00Z');
    await keep('2026-11-10T08:00:00Z');
    await keep('2026-11-10T09:00:00Z');
    await keep('2026-11-11T09:00:00Z');
    await keep('2026-11-23T08:00:00Z');
    await keep('2026-11-23T08:10:00Z');
    await keep('2026-11-23T08:10:00Z');
    await call(page, 'list-revisions', 'p');
    const listed = await next(page, 'RevisionsListed');
    assert.equal(listed.revisions.trim(), '2026-11-23 2026-11-23 2026-11-11 2026-11-10 2026-08-04 2026-08-03*');
    await call(page, 'load-revision', listed.key);
    assert.equal((await next(page, 'RevisionLoaded')).bytes, 'content of 2026-11-23T08:10:00Z');
});

inContext('states that are mostly alike keep what they have in common once, as long as one of them needs it', async (open) => {
    const page = await open();
    await openPlan(page, 'p');
    await call(page, 'store-parts', 'p', 'A', 'state', 1, 'common', 'rows of all', '');
    await next(page, 'PlanStored', { plan: 'p' });
    const keep = async (revision, at, name, bytes) => {
        await call(page, 'keep-revision-of-parts', 'p', revision, at, 'common', name, bytes);
        await call(page, 'list-revisions', 'p');
        return (await next(page, 'RevisionsListed')).key; // of the newest
    };
    const stored = () => page.evaluate(() => new Promise((resolve) => {
        indexedDB.open('fullcourt').onsuccess = ({ target: { result: database } }) => {
            const keys = database.transaction('revisions-bytes').objectStore('revisions-bytes').getAllKeys();
            keys.onsuccess = () => {
                database.close();
                resolve(keys.result.filter((key) => Array.isArray(key)).map((key) => key.join('/')).sort());
            };
        };
    }));
    const bytes = async (key) => {
        await call(page, 'load-revision', key);
        return (await next(page, 'RevisionLoaded')).bytes;
    };
    const early = await keep('r1', '2026-08-03T08:00:00Z', 'one', ' first');
    await keep('r2', '2026-08-03T09:00:00Z', 'two', ' second');
    assert.deepEqual(await stored(), ['p/common', 'p/one', 'p/two']);
    assert.equal(await bytes(early), 'before|rows of all first|after');
    const late = await keep('r3', '2026-11-23T08:00:00Z', 'three', ' third');
    // Of a day long ago one state stays.
    assert.deepEqual(await stored(), ['p/common', 'p/three', 'p/two']);
    assert.equal(await bytes(late), 'before|rows of all third|after');

    // As states were kept before they had parts.
    await page.evaluate((key) => new Promise((resolve) => {
        indexedDB.open('fullcourt').onsuccess = ({ target: { result: database } }) => {
            const transaction = database.transaction(['revisions', 'revisions-bytes'], 'readwrite');
            transaction.objectStore('revisions').get(key).onsuccess = ({ target: { result: { parts, ...row } } }) => {
                transaction.objectStore('revisions').put(row);
                transaction.objectStore('revisions-bytes').put(new TextEncoder().encode('in one'), key);
            };
            transaction.oncomplete = () => {
                database.close();
                resolve();
            };
        };
    }), late);
    assert.equal(await bytes(late), 'in one');
    const newest = await keep('r4', '2026-11-23T09:00:00Z', 'four', ' fourth');
    assert.equal(await bytes(newest), 'before|rows of all fourth|after');
    // A part that is gone takes its state along, not the others.
    await page.evaluate(() => new Promise((resolve) => {
        indexedDB.open('fullcourt').onsuccess = ({ target: { result: database } }) => {
            const transaction = database.transaction('revisions-bytes', 'readwrite');
            transaction.objectStore('revisions-bytes').delete(['p', 'four']);
            transaction.oncomplete = () => {
                database.close();
                resolve();
            };
        };
    }));
    assert.equal(await bytes(newest), '');
    assert.equal(await bytes(late), 'in one');
    await call(page, 'erase', 'p');
    await next(page, 'IndexChanged');
    assert.deepEqual(await stored(), []);
});

inContext('unreadable data is set aside once and comes back whole', async (open) => {
    const page = await open();
    await call(page, 'quarantine', 'p', 'damaged', '{"half":');
    await call(page, 'quarantine', 'p', 'damaged', '{"half":');
    await call(page, 'quarantine', 'p', 'damaged', '{"other:');
    await call(page, 'list-quarantine');
    const listed = await next(page, 'QuarantineListed');
    assert.equal(listed.count, 2);
    await call(page, 'load-quarantine', listed.key);
    assert.equal((await next(page, 'QuarantineLoaded')).bytes, '{"half":');
    assert.equal(page.started.setAside, 0);
    await page.reload();
    assert.equal((await next(page, 'StorageStarted')).setAside, 1);
});

inContext('a tab in the background is answered too', async (open, context) => {
    const page = await open();
    await openPlan(page, 'p');
    // No animation frame comes in a hidden tab.
    await page.evaluate(() => { window.requestAnimationFrame = () => 1; });
    const other = await context.newPage();
    await other.bringToFront();
    assert.equal((await append(page, 'p', 1, 'x')).error, '');
    assert.equal((await store(page, 'p', 'A', 'y', 1)).error, '');
});
