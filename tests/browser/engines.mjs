// Firefox and WebKit on an X server without a screen, and Chromium driven as they are, for what is promised of all three engines. Just
// enough of each: open a file, ask the page, press keys, touch.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { openBrowser, openFingers, temporaryFolder } from './harness.mjs';

const FIREFOX = [process.env.FULLCOURT_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => file && existsSync(file));
const DRIVER = [process.env.FULLCOURT_WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver'].find((file) => file && existsSync(file));
const MINI_BROWSER = ['x86_64', 'aarch64'].flatMap((machine) => ['4.1', '6.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`))
    .find((file) => existsSync(file));

/// An X server of one's own; `display` is its name.
async function openScreen() {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const number = await new Promise((resolve, reject) => {
        server.stdout.once('data', (text) => resolve(String(text).trim()));
        server.once('error', reject);
        server.once('exit', () => reject(new Error('Xvfb did not start')));
    });
    return {
        display: `:${number}`,
        close: () => new Promise((resolve) => {
            server.removeAllListeners('exit');
            server.once('exit', resolve);
            server.kill();
        }),
    };
}

async function freePort() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

// A browser that was told to end may write its caches for a moment yet.
const STILL_WRITTEN = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

async function waitUntil(ask, what, seconds = 60) {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
        const answer = await ask().catch(() => null);
        if (answer) return answer;
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${what} did not come about in ${seconds} s`);
}

/// Fingers or a pen by events that the page is told of, where the browser's driver has none. Nobody can capture a pointer that the browser
/// does not know, and none of these leaves the canvas.
async function pointersOf(evaluate, pointerType) {
    await evaluate('(Element.prototype.setPointerCapture = () => {}, true)');
    const places = new Map();
    const send = (type, id, pressed) => evaluate(`document.getElementById('canvas').dispatchEvent(new PointerEvent('${type}', {
        pointerId: ${id + 10}, pointerType: '${pointerType}', isPrimary: ${id === 0}, buttons: ${pressed}, clientX: ${places.get(id)[0]},
        clientY: ${places.get(id)[1]}, bubbles: true, cancelable: true }))`);
    const at = (type) => (x, y, id = 0) => {
        places.set(id, [x, y]);
        return send(type, id, 1);
    };
    return { down: at('pointerdown'), move: at('pointermove'), up: (id = 0) => send('pointerup', id, 0) };
}

/// Where fontconfig looks in a home folder.
async function installFont(home, font) {
    if (!font) return;
    const folder = path.join(home, '.local', 'share', 'fonts');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'font.ttf'), font);
}

/// { open(address), evaluate(expression), press(key), click(x, y), fingers(), pen(), picture(), requests(), close() }; requests() are the addresses
/// asked for since open(), fingers() as openFingers() of the harness gives them and pen() likewise, picture() what is seen. With `touch` the screen is touched first of all,
/// where the browser can be told so; `font` is one that its person has installed.
export async function openFirefox({ touch = false, font } = {}) {
    const screen = await openScreen();
    const profile = await temporaryFolder('firefox');
    await installFont(profile, font);
    const browser = await puppeteer.launch({
        browser: 'firefox', executablePath: FIREFOX, headless: false, userDataDir: profile, timeout: 120000, defaultViewport: { width: 1280, height: 720 },
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', HOME: profile },
        // The network is off: the only proxy is one that is not there.
        extraPrefsFirefox: { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1',
                             'network.proxy.ssl_port': 9, 'webgl.force-enabled': true, 'browser.download.folderList': 2, 'browser.download.dir': profile,
                             // Touch events even where there is no touch screen; a coarse pointer, and only that.
                             ...(touch ? { 'dom.w3c_touch_events.enabled': 1, 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 } : {}) },
    });
    const page = await browser.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    return {
        name: await browser.version(),
        downloads: profile,
        open: async (address) => {
            asked.length = 0;
            await page.goto(address, { waitUntil: 'load', timeout: 120000 });
        },
        evaluate: (expression) => page.evaluate(expression),
        press: (key) => page.keyboard.press(key),
        click: (x, y) => page.mouse.click(x, y),
        fingers: async () => {
            const touches = new Map();
            return {
                down: async (x, y, id = 0) => touches.set(id, await page.touchscreen.touchStart(x, y)),
                move: (x, y, id = 0) => touches.get(id).move(x, y),
                up: (id = 0) => touches.get(id).end(),
            };
        },
        pen: () => pointersOf((expression) => page.evaluate(expression), 'pen'),
        picture: () => page.screenshot({ encoding: 'base64' }),
        requests: async () => [...asked],
        close: async () => {
            await browser.close();
            await screen.close();
            await rm(profile, STILL_WRITTEN);
        },
    };
}

/// The same, but what a page asked for is what the browser itself measured.
export async function openWebKit({ font } = {}) {
    const screen = await openScreen();
    const home = await temporaryFolder('webkit');
    await installFont(home, font);
    const port = await freePort();
    const driver = spawn(DRIVER, [`--port=${port}`], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
               GDK_BACKEND: 'x11', http_proxy: '', https_proxy: '' },
    });
    const call = async (method, place, body) => {
        const response = await fetch(`http://127.0.0.1:${port}${place}`, {
            method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body),
        });
        const { value } = await response.json();
        if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
        return value;
    };
    await waitUntil(() => call('GET', '/status'), 'WebKitWebDriver');
    const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: {
        browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } } } });
    const session = `/session/${sessionId}`;
    const evaluate = (expression) => call('POST', `${session}/execute/sync`, { script: `return (${expression});`, args: [] });
    return {
        name: `WebKitGTK ${capabilities.browserVersion}`,
        open: (address) => call('POST', `${session}/url`, { url: address }),
        evaluate,
        press: (key) => call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }] }] }),
        click: (x, y) => call('POST', `${session}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
            { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }] }),
        fingers: () => pointersOf(evaluate, 'touch'), // the driver's touches arrive as a mouse
        pen: async () => {
            const act = (...actions) => call('POST', `${session}/actions`, { actions: [{ type: 'pointer', id: 'pen', parameters: { pointerType: 'pen' }, actions }] });
            const place = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
            return {
                down: (x, y) => act(place(x, y), { type: 'pointerDown', button: 0 }),
                move: (x, y) => act(place(x, y)),
                up: () => act({ type: 'pointerUp', button: 0 }),
            };
        },
        picture: () => call('GET', `${session}/screenshot`),
        requests: async () => [await evaluate('location.href'), ...(await evaluate("performance.getEntriesByType('resource').map(({ name }) => name)"))],
        close: async () => {
            await call('DELETE', session).catch(() => {});
            driver.kill();
            await screen.close();
            await rm(home, STILL_WRITTEN);
        },
    };
}

/// Chromium, with as much of this as the tests of all three engines ask for.
export async function openChromium({ touch = false, font, permissions = [] } = {}) {
    const home = await temporaryFolder('chromium');
    await installFont(home, font);
    const browser = await openBrowser({ env: { ...process.env, HOME: home } });
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, hasTouch: touch, isMobile: touch, permissions });
    const page = await context.newPage();
    return {
        name: browser.version(),
        open: (address) => page.goto(address),
        evaluate: (expression) => page.evaluate(expression),
        fingers: () => openFingers(page),
        pen: async () => {
            const devtools = await context.newCDPSession(page);
            let at;
            const send = (type, buttons) => devtools.send('Input.dispatchMouseEvent', {
                type, x: at[0], y: at[1], buttons, button: type === 'mouseMoved' && !buttons ? 'none' : 'left', clickCount: 1, pointerType: 'pen' });
            return {
                down: (...place) => {
                    at = place;
                    return send('mousePressed', 1);
                },
                move: (...place) => {
                    at = place;
                    return send('mouseMoved', 1);
                },
                up: () => send('mouseReleased', 0),
            };
        },
        picture: async () => (await page.screenshot()).toString('base64'),
        close: async () => {
            await browser.close();
            await rm(home, STILL_WRITTEN);
        },
    };
}

export { waitUntil };
