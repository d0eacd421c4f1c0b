// The page without a network, and from one version to the next. The server is really gone where a test says so. The program is the
// platform's page: what keeps it does not know which program it keeps.
import assert from 'node:assert/strict';
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { packagePage } from '../../tools/package.mjs';
import { serve } from '../../tools/serve.mjs';
import { checkout, openBrowser, openPage, ready, temporaryFolder } from './harness.mjs';
import { call, next, openPlatformSite } from './platform_page.mjs';

let browser;
let built;
test.before(async () => {
    browser = await openBrowser();
    built = await openPlatformSite();
});
test.after(async () => {
    await browser?.close();
    await built?.close();
});

/// A host with the page in subfolders, as many as are named.
async function openHost(t, ...folders) {
    const root = await temporaryFolder('host');
    for (const folder of folders) await cp(built.folder, path.join(root, folder), { recursive: true });
    let server = await serve({ folder: root, port: 0 });
    const { port } = server;
    t.after(async () => {
        await server.close().catch(() => {});
        await rm(root, { recursive: true, force: true });
    });
    return {
        folder: (name) => path.join(root, name),
        address: (name) => `http://localhost:${port}/${name}/`,
        down: () => server.close(),
        up: async () => { server = await serve({ folder: root, port, exact: true }); },
    };
}

/// A context that has visited the page until it is kept.
async function visited(host, folder) {
    const context = await browser.newContext();
    const page = await openPage(context, host.address(folder));
    await next(page, 'OfflineReady');
    return { context, page };
}

const scriptOf = (page) => page.evaluate(() => document.querySelector('script[data-wasm]').getAttribute('src'));
const caches = (page) => page.evaluate(() => globalThis.caches.keys());

/// Publishes another version in place of the one that lies there: the program differs by a comment.
async function publishNewer(folder, mark = 'newer') {
    const build = await temporaryFolder('newer');
    const [script] = (await readdir(built.folder)).filter((name) => /^fullcourt\..*\.js$/.test(name));
    await writeFile(path.join(build, 'fullcourt.js'), `${await readFile(path.join(built.folder, script), 'utf8')}\n// ${mark}\n`);
    for (const part of (await readdir(built.folder)).filter((name) => name.endsWith('.wasm'))) {
        await cp(path.join(built.folder, part), path.join(build, part.replace(/\.[0-9a-f]{8}/, '')));
    }
    const [licences] = (await readdir(built.folder)).filter((name) => name.startsWith('licences.'));
    await cp(path.join(built.folder, licences), path.join(build, 'licences.txt'));
    await packagePage({ build, dist: folder, source: checkout });
    await rm(build, { recursive: true });
}

/// What became of the version that the host has now: "installed" or "redundant"; nothing where it is the one in use.
const lookForNewer = (page) => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    let worker = null;
    registration.addEventListener('updatefound', () => { worker = registration.installing; });
    await registration.update().catch(() => {});
    worker ??= registration.installing;
    if (!worker) return '';
    while (worker.state === 'installing') await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    return worker.state;
});

test('after one visit the page opens without a network, also from a subfolder', async (t) => {
    const host = await openHost(t, 'tools/plans');
    const { context, page } = await visited(host, 'tools/plans');
    await host.down();
    await page.reload();
    await ready(page);
    const again = await openPage(context, `${host.address('tools/plans')}index.html`);
    const started = await again.evaluate(() => performance.now());
    console.log(`# first frame without a network within ${Math.round(started)} ms`);
    const licences = await again.evaluate(async () => (await fetch(document.getElementById('page-licences').content)).text());
    assert.match(licences, /Dear ImGui/);
    assert.deepEqual(again.problems, []);
    await context.close();
});

test('a file that was damaged in the cache is refused, and mended once there is a network', async (t) => {
    const host = await openHost(t, 'plans');
    const { context, page } = await visited(host, 'plans');
    await host.down();
    const damage = (ending) => page.evaluate(async (wanted) => {
        const cache = await globalThis.caches.open((await globalThis.caches.keys())[0]);
        const request = (await cache.keys()).find(({ url }) => url.endsWith(wanted));
        const text = await (await cache.match(request)).text();
        await cache.put(request, new Response(`${text}\nglobalThis.wasDamaged = true;`, { headers: { 'content-type': 'text/javascript' } }));
    }, ending);
    // The browser may have the whole file from elsewhere (its own cache); the damaged one is run in no case.
    await damage('.js');
    const offline = await openPage(context, host.address('plans'), { wait: false });
    await offline.waitForLoadState();
    assert.equal(await offline.evaluate(() => globalThis.wasDamaged), undefined);
    await damage('index.html');
    const refused = await openPage(context, host.address('plans'), { wait: false });
    await refused.getByText('The copy of Fullcourt on this computer is damaged').waitFor();
    await host.up();
    const online = await openPage(context, host.address('plans'));
    assert.equal(await online.evaluate(() => globalThis.wasDamaged), undefined);
    await host.down();
    await openPage(context, host.address('plans'));
    await context.close();
});

test('a newer version is offered, comes only when it is asked for, and comes whole', async (t) => {
    const host = await openHost(t, 'plans');
    const { context, page } = await visited(host, 'plans');
    const before = await scriptOf(page);
    await publishNewer(host.folder('plans'));
    await lookForNewer(page);
    await next(page, 'UpdateReady');
    // Nothing was loaded anew, and a reload by hand still gives the version in use.
    assert.equal(await page.evaluate(() => globalThis.taken.size > 0), true);
    await page.reload();
    await ready(page);
    assert.equal(await scriptOf(page), before);
    await next(page, 'UpdateReady');
    const loaded = page.waitForEvent('load');
    await call(page, 'use-update');
    await loaded;
    await ready(page);
    assert.notEqual(await scriptOf(page), before);
    assert.equal((await caches(page)).length, 1);
    await host.down();
    await page.reload();
    await ready(page);
    assert.notEqual(await scriptOf(page), before);
    await context.close();
});

test('a version that is only half published is not used', async (t) => {
    const host = await openHost(t, 'plans');
    const { context, page } = await visited(host, 'plans');
    const before = await scriptOf(page);
    await publishNewer(host.folder('plans'));
    const [script] = (await readdir(host.folder('plans'))).filter((name) => /^fullcourt\..*\.js$/.test(name));
    const whole = await readFile(path.join(host.folder('plans'), script));
    await writeFile(path.join(host.folder('plans'), script), whole.subarray(0, whole.length / 2));
    assert.equal(await lookForNewer(page), 'redundant');
    assert.equal((await caches(page)).length, 1);
    await page.reload();
    await ready(page);
    assert.equal(await scriptOf(page), before);
    await writeFile(path.join(host.folder('plans'), script), whole);
    await lookForNewer(page);
    await next(page, 'UpdateReady');
    await context.close();
});

test('another tab that is still at work is told, and is not loaded anew', async (t) => {
    const host = await openHost(t, 'plans');
    const { context, page } = await visited(host, 'plans');
    const other = await openPage(context, host.address('plans'));
    await other.evaluate(() => { globalThis.workInHand = true; });
    await publishNewer(host.folder('plans'));
    await lookForNewer(page);
    await next(page, 'UpdateReady');
    await next(other, 'UpdateReady');
    const loaded = page.waitForEvent('load');
    await call(page, 'use-update');
    await loaded;
    await ready(page);
    await next(other, 'UpdateReady');
    assert.equal(await other.evaluate(() => globalThis.workInHand), true);
    await context.close();
});

test('two folders of one host keep a version each', async (t) => {
    const host = await openHost(t, 'one', 'two');
    const context = await browser.newContext();
    for (const folder of ['one', 'two']) {
        const page = await openPage(context, host.address(folder));
        await next(page, 'OfflineReady');
    }
    await publishNewer(host.folder('two'));
    const two = await openPage(context, host.address('two'));
    await lookForNewer(two);
    await next(two, 'UpdateReady');
    const loaded = two.waitForEvent('load');
    await call(two, 'use-update');
    await loaded;
    await ready(two);
    assert.equal((await caches(two)).length, 2);
    await host.down();
    const one = await openPage(context, host.address('one'));
    assert.notEqual(await scriptOf(one), await scriptOf(two));
    await context.close();
});

test('the page can be installed: its manifest names icons that are there, and files that it opens', async (t) => {
    const host = await openHost(t, 'plans');
    const page = await openPage(browser, host.address('plans'));
    const manifest = await page.evaluate(async () => {
        const link = document.querySelector('link[rel=manifest]').href;
        const read = await (await fetch(link)).json();
        const sizes = [];
        for (const { src, sizes: said } of read.icons.filter(({ type }) => type === 'image/png')) {
            const image = new Image();
            image.src = new URL(src, link).href;
            await image.decode();
            sizes.push(`${said}=${image.naturalWidth}x${image.naturalHeight}`);
        }
        return { ...read, drawn: sizes };
    });
    assert.deepEqual(manifest.drawn, ['192x192=192x192', '512x512=512x512', '512x512=512x512']);
    assert.deepEqual(manifest.file_handlers[0].accept, { 'application/json': ['.json'] });
    assert.equal(manifest.start_url, './');
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('a file that starts the installed page is opened', async (t) => {
    const host = await openHost(t, 'plans');
    const page = await openPage(browser, host.address('plans'), {
        init: () => {
            // As an operating system does it: the consumer is called once it is there.
            const file = new File(['{"fullcourt":{"version":1}}'], 'launched.fullcourt.json');
            const handle = { kind: 'file', name: file.name, getFile: async () => file };
            Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (consumer) => queueMicrotask(() => consumer({ files: [handle] })) } });
        },
    });
    const opened = await next(page, 'FileOpened');
    assert.equal(opened.name, 'launched.fullcourt.json');
    assert.notEqual(opened.handle, 0);
    await page.context().close();
});
