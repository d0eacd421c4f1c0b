// Starts the page in Chromium and finds its widgets as a screen reader does: by role and name, in the mirror that
// lies over the canvas. Clicks are real clicks of the mouse at the widget's place.
//
//     const site = await openTestSite();
//     const browser = await openBrowser();
//     const page = await openPage(browser, site.address);
//     await click(page, 'button', 'Add role');
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { packagePage } from '../../tools/package.mjs';
import { serve } from '../../tools/serve.mjs';

export const checkout = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

// Later switches of a name take the place of playwright's own, so what of its list matters here is said again. The two
// popups of the address bar are a page of their own for each new context, which costs more than starting ours.
const UNWANTED_FEATURES = [
    'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'MediaRouter', 'PaintHolding',
    'AimEnabled', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PreconnectToSearch',
    'WebUIOmniboxAimPopup', 'WebUIOmniboxPopup',
];

// No graphics card, no network, no first-run questions.
const FLAGS = [
    '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-rasterization', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--disable-features=${UNWANTED_FEATURES.join(',')}`,
];
const CHROMIUM = [process.env.FULLCOURT_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function chromiumPath() {
    const found = CHROMIUM.find((file) => file && existsSync(file));
    if (!found) throw new Error('Chromium is not installed: run tools/setup, or name it in FULLCOURT_CHROMIUM');
    return found;
}

export async function temporaryFolder(name) {
    return mkdtemp(path.join(os.tmpdir(), `fullcourt-${name}-`));
}

/// Packages a built program and serves it on a free port. `program` is the name of its .js and .wasm.
export async function openSite({ build, program = 'fullcourt' }) {
    const folder = await temporaryFolder('site');
    const stage = path.join(folder, 'build');
    const dist = path.join(folder, 'dist');
    await mkdir(stage);
    for (const ending of ['js', 'wasm']) {
        await copyFile(path.join(build, `${program}.${ending}`), path.join(stage, `fullcourt.${ending}`));
    }
    await copyFile(path.join(build, 'licences.txt'), path.join(stage, 'licences.txt'));
    // A program that is not split comes whole: its later part is a module with nothing in it.
    const later = path.join(build, `${program}-later.wasm`);
    await writeFile(path.join(stage, 'fullcourt-later.wasm'), existsSync(later) ? await readFile(later) : Buffer.from('\0asm\x01\0\0\0', 'latin1'));
    await packagePage({ build: stage, dist, source: checkout });
    const server = await serve({ folder: dist, port: 0 });
    return {
        address: server.address,
        folder: dist,
        async close() {
            await server.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}

/// The page as it is published: the folder that tools/test made, else what build/web holds.
export async function openTestSite() {
    const dist = process.env.FULLCOURT_DIST;
    if (!dist || !existsSync(path.join(dist, 'index.html'))) return openSite({ build: path.join(checkout, 'build', 'web', 'src') });
    const server = await serve({ folder: dist, port: 0 });
    return { address: server.address, folder: dist, close: () => server.close() };
}

/// A browser with nothing stored; each openPage in it gets its own storage unless a context is passed.
export function openBrowser({ flags = [], ...options } = {}) {
    return chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS, ...flags], ...options });
}

/// A browser whose storage lies in a folder and outlives it.
export function openProfile(folder, options = {}) {
    return chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: FLAGS, ...options });
}

/// A browser that is started as a process of its own, so that it can be killed without a chance to write anything.
/// `kill()` ends the whole process group with SIGKILL and waits until it is gone.
export async function openKillableProfile(folder, flags = []) {
    const child = spawn(chromiumPath(), [...FLAGS, ...flags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
                        { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const endpoint = await new Promise((resolve, reject) => {
        let heard = '';
        child.stderr.on('data', (chunk) => {
            heard += chunk;
            const found = /ws:\/\/\S+/.exec(heard);
            if (found) resolve(found[0]);
        });
        child.once('exit', () => reject(new Error(`Chromium did not start: ${heard}`)));
    });
    const browser = await chromium.connectOverCDP(endpoint);
    return {
        browser,
        context: browser.contexts()[0],
        async kill() {
            process.kill(-child.pid, 'SIGKILL');
            await ended;
        },
    };
}

/// Opens the page with the mirror on and waits for its first frame. `where` is a browser or a context.
export async function openPage(where, address, { semantics = true, init, query = '', hash = '', wait = true, ...options } = {}) {
    const context = where.newContext ? await where.newContext(options) : where;
    const page = await context.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error') page.problems.push(message.text());
    });
    if (init) await page.addInitScript(init);
    await page.goto(`${address}?${semantics ? 'semantics=on' : ''}${query ? `&${query}` : ''}${hash}`);
    if (wait) await ready(page);
    return page;
}

/// The first frame is drawn.
export function ready(page) {
    return page.waitForFunction(() => document.documentElement.dataset.state === 'running');
}

// ---- Frames ------------------------------------------------------------------------------------------------

export function frames(page) {
    return page.evaluate(() => globalThis.fullcourtFrames);
}

/// Until `count` more frames are drawn. Asks for none itself: what is tested must.
export async function waitForFrames(page, count = 1) {
    const start = await frames(page);
    await page.waitForFunction((target) => globalThis.fullcourtFrames >= target, start + count);
}

/// Until no frame was drawn for 300 ms.
export async function waitForRest(page) {
    await page.evaluate(() => new Promise((resolve) => {
        let last = globalThis.fullcourtFrames;
        const look = () => {
            if (globalThis.fullcourtFrames === last) {
                resolve();
            } else {
                last = globalThis.fullcourtFrames;
                setTimeout(look, 300);
            }
        };
        setTimeout(look, 300);
    }));
}

// ---- Widgets -----------------------------------------------------------------------------------------------

function quoted(text) {
    return JSON.stringify(text);
}

/// The mirrored element of a role and an exact name (or one that a pattern fits).
export function widget(page, role, name) {
    const mirror = page.locator('#mirror');
    if (name === undefined) return mirror.locator(`[role=${quoted(role)}]`);
    if (name instanceof RegExp) {
        // Names are taken as they are: the roles' own rules for names do not matter to what a person sees.
        return mirror.locator(`[role=${quoted(role)}]`).and(page.getByLabel(name));
    }
    return mirror.locator(`[role=${quoted(role)}][aria-label=${quoted(name)}]`);
}

export async function value(page, role, name) {
    return (await widget(page, role, name).getAttribute('data-value')) ?? '';
}

/// Until the widget shows this value.
export async function waitForValue(page, role, name, expected) {
    await page.waitForFunction(([wantedRole, wantedName, wantedValue]) => {
        const found = document.querySelector(`#mirror [role=${JSON.stringify(wantedRole)}][aria-label=${JSON.stringify(wantedName)}]`);
        return (found?.dataset.value ?? '') === wantedValue;
    }, [role, name, expected]);
}

/// The place of a widget on the page, once it is there.
export async function place(page, role, name) {
    const element = widget(page, role, name).first();
    await element.waitFor({ state: 'attached' });
    const box = await element.boundingBox();
    if (!box) throw new Error(`${role} “${name}” has no place on the page`);
    return { ...box, centreX: box.x + box.width / 2, centreY: box.y + box.height / 2 };
}

/// A real click of the mouse in the middle of the widget. The program sees the pointer come before it is pressed,
/// as it does with a hand.
export async function click(page, role, name, options = {}) {
    const { centreX, centreY } = await place(page, role, name);
    await page.mouse.move(centreX, centreY);
    await page.mouse.click(centreX, centreY, options);
}

export async function drag(page, from, to) {
    await page.mouse.move(from.centreX, from.centreY);
    await page.mouse.down();
    await page.mouse.move((from.centreX + to.centreX) / 2, (from.centreY + to.centreY) / 2, { steps: 4 });
    await page.mouse.move(to.centreX, to.centreY, { steps: 4 });
    await page.mouse.up();
}

/// Fingers by real touch events, for a page with `hasTouch`; each is known by its number.
export async function openFingers(page) {
    const devtools = await page.context().newCDPSession(page);
    const places = new Map();
    const send = (type) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...places].map(([id, [x, y]]) => ({ id, x, y })) });
    return {
        down: (x, y, id = 0) => {
            places.set(id, [x, y]);
            return send('touchStart');
        },
        move: (x, y, id = 0) => {
            places.set(id, [x, y]);
            return send('touchMove');
        },
        up: (id = 0) => {
            places.delete(id);
            return send('touchEnd');
        },
    };
}

// ---- Clipboard ---------------------------------------------------------------------------------------------

/// Pastes by an event as the browser sends it, without asking the machine's clipboard.
export function paste(page, text) {
    return page.evaluate((content) => {
        const carried = new DataTransfer();
        carried.setData('text/plain', content);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
    }, text);
}

/// What a copy (or cut) event puts on the clipboard.
export function copied(page, kind = 'copy') {
    return page.evaluate((type) => {
        const carried = new DataTransfer();
        document.activeElement.dispatchEvent(new ClipboardEvent(type, { clipboardData: carried, bubbles: true, cancelable: true }));
        return carried.getData('text/plain');
    }, kind);
}

/// From wherever the page opened to the grid. A browser that starts beside three others may take the focus away between press and
/// release, which is no click: what the page shows then is printed, and it is clicked once more.
export async function showGrid(page) {
    const grid = widget(page, 'grid', 'RACI grid');
    await click(page, 'link', 'RACI grid');
    const came = await grid.waitFor({ state: 'attached', timeout: 15_000 }).then(() => true, () => false);
    if (came) return;
    const shown = await page.evaluate(() => JSON.stringify({
        title: document.title, state: { ...document.documentElement.dataset }, frames: globalThis.fullcourtFrames, waits: globalThis.fullcourtProgram?.waits,
        visible: document.visibilityState, focused: document.hasFocus(), mirror: document.getElementById('mirror').textContent.slice(0, 500),
        names: [...document.querySelectorAll('#mirror [aria-label]')].slice(0, 40).map((element) => element.getAttribute('aria-label')),
    }));
    console.log(`# a click on “RACI grid” did not bring the grid: ${shown} ${JSON.stringify(page.problems ?? [])}`);
    await page.bringToFront(); // one that lies behind the browser's first draws nothing
    await click(page, 'link', 'RACI grid');
    await grid.waitFor({ state: 'attached' });
}
