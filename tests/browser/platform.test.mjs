// The platform layer in Chromium: frames, canvas, keys, text, clipboard, pointer, mirror, files, and the error page.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { click, copied, frames, openBrowser, openPage, paste, place, ready, temporaryFolder, value, waitForRest, waitForValue, widget } from './harness.mjs';
import { append, call, next, openPlan, openPlatformSite } from './platform_page.mjs';

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

/// Opens the page, runs the test, and closes the page whatever happens. No error may have been logged.
function onPage(name, options, body) {
    test(name, async () => {
        const { problems = false, ...rest } = options;
        const page = await openPage(browser, site.address, rest);
        try {
            await body(page);
            if (!problems) assert.deepEqual(page.problems, []);
        } finally {
            await page.context().close();
        }
    });
}

// ---- Frames --------------------------------------------------------------------------------------------------

onPage('nothing is drawn while nothing happens', {}, async (page) => {
    await waitForRest(page);
    const before = await frames(page);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    assert.equal(await frames(page), before);
});

onPage('nothing is drawn while a text field waits for input', {}, async (page) => {
    await click(page, 'textbox', 'Name');
    await page.keyboard.type('a');
    await waitForValue(page, 'textbox', 'Name', 'a');
    await waitForRest(page);
    const before = await frames(page);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.equal(await frames(page), before);
});

onPage('a tooltip appears under a resting mouse', {}, async (page) => {
    await page.keyboard.press('Delete');
    await waitForValue(page, 'status', 'Keys', 'Delete ');
    const { centreX, centreY } = await place(page, 'status', 'Keys');
    await page.mouse.move(1, 1);
    await waitForRest(page);
    const before = await page.screenshot();
    // The line itself looks the same under a mouse: what differs is the tooltip, which is drawn without anybody moving.
    await page.mouse.move(centreX, centreY);
    const until = Date.now() + 10_000;
    while (before.equals(await page.screenshot()) && Date.now() < until) await waitForRest(page);
    assert.ok(!before.equals(await page.screenshot()), 'something has appeared');
});

// ---- Canvas --------------------------------------------------------------------------------------------------

/// Width and height as they stand in the PNG's header.
function pixels(png) {
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const canvasPixels = (page) => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);

for (const scale of [1, 1.25, 1.5, 2]) {
    test(`the canvas has a pixel for every pixel of a screen of density ${scale}`, async () => {
        const screen = await openBrowser({ flags: [`--force-device-scale-factor=${scale}`, '--window-size=1003,701'] });
        const page = await openPage(screen, site.address, { viewport: null });
        assert.equal(await page.evaluate(() => devicePixelRatio), scale);
        // A picture of the page includes the pixel that it only covers in part.
        const shown = pixels(await page.screenshot());
        const drawn = await canvasPixels(page);
        assert.ok(shown.every((size, at) => size - drawn[at] >= 0 && size - drawn[at] <= 1), `${drawn} of ${shown}`);
        assert.equal((await next(page, 'Scale', { scale })).scale, scale);
        await click(page, 'button', 'Count');
        await waitForValue(page, 'status', 'Counted', '1');
        await screen.close();
    });
}

onPage('a resized window is filled', {}, async (page) => {
    await page.setViewportSize({ width: 777, height: 555 });
    await page.waitForFunction(() => document.getElementById('canvas').width === 777 && document.getElementById('canvas').height === 555);
});

onPage('zooming the browser draws anew at the new density', {}, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    // As a zoom to 125 % does: the same pixels, fewer CSS pixels.
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1024, height: 576, deviceScaleFactor: 1.25, mobile: false });
    assert.equal((await next(page, 'Scale', { scale: 1.25 })).scale, 1.25);
    assert.deepEqual(await canvasPixels(page), [1280, 720]);
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '1');
});

onPage('the mirror and the mouse follow the interface’s own scale', {}, async (page) => {
    const before = await place(page, 'button', 'Count');
    await call(page, 'scale', '2');
    await page.waitForFunction((width) => document.querySelector('#mirror [aria-label="Count"]').getBoundingClientRect().width > width, before.width * 1.8);
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '1');
});

onPage('the picture comes back after the graphics context was lost', {}, async (page) => {
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '1');
    await page.mouse.move(700, 600);
    await waitForRest(page);
    const before = await page.screenshot();
    await page.evaluate(async () => {
        const canvas = document.getElementById('canvas');
        const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        const restored = new Promise((resolve) => canvas.addEventListener('webglcontextrestored', resolve, { once: true }));
        const lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
        extension.loseContext();
        await lost;
        // The browser lets a context be restored only after the event of its loss is over.
        await new Promise((resolve) => setTimeout(resolve));
        extension.restoreContext();
        await restored;
    });
    await waitForRest(page);
    assert.ok((await page.screenshot()).equals(before), 'the page looks as before');
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '2');
});

// ---- Text ----------------------------------------------------------------------------------------------------

onPage('fast typing with accents, emoji and other scripts arrives whole', {}, async (page) => {
    const text = 'Zoë naïve 🎉👩🏽‍💻 Ελλάδα שלום 漢字 the quick brown fox jumps over the lazy dog 0123456789';
    await click(page, 'textbox', 'Name');
    await page.keyboard.type(text);
    await waitForValue(page, 'textbox', 'Name', text);
});

onPage('an input method composes and commits', {}, async (page) => {
    await click(page, 'textbox', 'Name');
    await page.waitForFunction(() => document.getElementById('text-agent').inputMode === 'text');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    assert.equal(await value(page, 'textbox', 'Name'), '');
    await devtools.send('Input.insertText', { text: '日本' });
    await waitForValue(page, 'textbox', 'Name', '日本');
});

onPage('the text field of the page stands at the caret', {}, async (page) => {
    await click(page, 'textbox', 'Notes');
    await page.waitForFunction(() => document.getElementById('text-agent').inputMode === 'text');
    const field = await place(page, 'textbox', 'Notes');
    const agent = await page.evaluate(() => document.getElementById('text-agent').getBoundingClientRect().toJSON());
    assert.ok(agent.x >= field.x && agent.x <= field.x + field.width && agent.y >= field.y - 2 && agent.y <= field.y + field.height);
});

onPage('letters typed without a text field reach the program, also before the first click', {}, async (page) => {
    await page.keyboard.type('Ra🎯');
    await waitForValue(page, 'status', 'Typed', 'Ra🎯');
});

// ---- Keys ----------------------------------------------------------------------------------------------------

/// Which of these keys the page takes from the browser.
const takenOf = (page, keys) => page.evaluate((list) => {
    document.getElementById('text-agent').focus();
    return list.filter((init) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
        document.activeElement.dispatchEvent(event);
        document.activeElement.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, ...init }));
        return event.defaultPrevented;
    }).map((init) => init.key);
}, keys);
const ctrl = (key, code, more = {}) => ({ key, code, ctrlKey: true, ...more });

onPage('browser keys stay with the browser, the program’s keys do not reach it', {}, async (page) => {
    const taken = (keys) => takenOf(page, keys);
    assert.deepEqual(await taken([
        { key: 'F5', code: 'F5' }, { key: 'F12', code: 'F12' }, { key: 'F11', code: 'F11' },
        ctrl('r', 'KeyR'), ctrl('t', 'KeyT'), ctrl('w', 'KeyW'), ctrl('n', 'KeyN'), ctrl('l', 'KeyL'), ctrl('p', 'KeyP'), ctrl('f', 'KeyF'),
        ctrl('+', 'Equal'), ctrl('-', 'Minus'), ctrl('0', 'Digit0'), ctrl('Tab', 'Tab'), ctrl('PageDown', 'PageDown'),
        ctrl('I', 'KeyI', { shiftKey: true }), ctrl('c', 'KeyC'), ctrl('v', 'KeyV'), ctrl('x', 'KeyX'),
        { key: 'F4', code: 'F4', altKey: true }, { key: 'd', code: 'KeyD', altKey: true }, { key: 'z', code: 'KeyZ', metaKey: true },
    ]), []);
    const program = [
        ctrl('z', 'KeyZ'), ctrl('Z', 'KeyZ', { shiftKey: true }), ctrl('y', 'KeyY'), ctrl('s', 'KeyS'), ctrl('o', 'KeyO'), ctrl('k', 'KeyK'),
        ctrl('a', 'KeyA'), { key: 'Tab', code: 'Tab' }, { key: 'Enter', code: 'Enter' }, { key: 'Escape', code: 'Escape' }, { key: 'F2', code: 'F2' },
        { key: 'Delete', code: 'Delete' }, { key: 'ArrowLeft', code: 'ArrowLeft' }, { key: 'ArrowUp', code: 'ArrowUp', altKey: true },
    ];
    assert.deepEqual(await taken(program), program.map((init) => init.key));
});

onPage('the chords that commands were given are taken, and those they had are the browser’s again', {}, async (page) => {
    const keys = [ctrl('s', 'KeyS'), ctrl('e', 'KeyE'), { key: 'F2', code: 'F2' }, { key: 'F8', code: 'F8', shiftKey: true }, { key: '2', code: 'Digit2', ctrlKey: true, shiftKey: true }];
    assert.deepEqual(await takenOf(page, keys), ['s', 'F2']);
    await call(page, 'keys', 'Mod+e', 'Shift+F8', 'Mod+Shift+Digit2');
    assert.deepEqual(await takenOf(page, keys), ['e', 'F8', '2']);
    // What moves about and edits text is no command's, and stays.
    assert.deepEqual(await takenOf(page, [{ key: 'Tab', code: 'Tab' }, ctrl('a', 'KeyA')]), ['Tab', 'a']);
});

onPage('while the keys of a command are chosen every key is the program’s', {}, async (page) => {
    const keys = [ctrl('r', 'KeyR'), { key: 'F5', code: 'F5' }, ctrl('c', 'KeyC'), { key: 'x', code: 'KeyX' }];
    assert.deepEqual(await takenOf(page, keys.slice(0, 3)), []);
    await call(page, 'every-key', 'yes');
    assert.deepEqual(await takenOf(page, keys), ['r', 'F5', 'c', 'x']);
    await waitForValue(page, 'status', 'Keys', 'Ctrl+R F5 ');
    assert.equal(await value(page, 'status', 'Typed'), '');
    await call(page, 'every-key', 'no');
    assert.deepEqual(await takenOf(page, keys.slice(0, 3)), []);
});

onPage('a shortcut is the key that is labelled so, on every layout', {}, async (page) => {
    const press = (init) => page.evaluate((given) => {
        document.getElementById('text-agent').focus();
        for (const type of ['keydown', 'keyup']) document.activeElement.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...given }));
    }, init);
    // French: the key labelled Z lies where W is in English.
    await press({ key: 'z', code: 'KeyW', ctrlKey: true });
    await waitForValue(page, 'status', 'Keys', 'Ctrl+Z ');
    // Russian has no Latin letters: the place counts.
    await press({ key: 'ы', code: 'KeyS', ctrlKey: true });
    await waitForValue(page, 'status', 'Keys', 'Ctrl+Z Ctrl+S ');
    // AltGr writes characters and is no Ctrl.
    await press({ key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, modifierAltGraph: true });
    await press({ key: 'F2', code: 'F2' });
    await waitForValue(page, 'status', 'Keys', 'Ctrl+Z Ctrl+S F2 ');
});

onPage('leaving the window lets go of every key', {}, async (page) => {
    await click(page, 'button', 'Count');
    await page.keyboard.down('ArrowLeft');
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await waitForRest(page);
});

// ---- Clipboard -----------------------------------------------------------------------------------------------

onPage('copy, cut and paste work in a text field by the keys', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await click(page, 'textbox', 'Name');
    await page.keyboard.type('héllo 🎉');
    await waitForValue(page, 'textbox', 'Name', 'héllo 🎉');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await waitForValue(page, 'textbox', 'Name', '');
    await page.keyboard.press('Control+v');
    await waitForValue(page, 'textbox', 'Name', 'héllo 🎉');
    await page.keyboard.press('Control+v');
    await waitForValue(page, 'textbox', 'Name', 'héllo 🎉héllo 🎉');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'héllo 🎉');
    assert.deepEqual(await page.evaluate(() => globalThis.events.filter((entry) => entry.event === 'Pasted')), []);
});

onPage('what was just selected is copied, even where no frame was drawn in between', {}, async (page) => {
    await click(page, 'textbox', 'Name');
    await page.keyboard.type('quick');
    await waitForValue(page, 'textbox', 'Name', 'quick');
    const taken = await page.evaluate(() => {
        const field = document.getElementById('text-agent');
        for (const type of ['keydown', 'keyup']) {
            field.dispatchEvent(new KeyboardEvent(type, { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true }));
        }
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        field.dispatchEvent(event);
        return event.clipboardData.getData('text/plain');
    });
    assert.equal(taken, 'quick');
});

onPage('outside of text fields the program gives and takes the clipboard, once', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await click(page, 'button', 'Count');
    await page.keyboard.press('Control+c');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'cells\tof the grid');
    await page.keyboard.press('Control+x');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'cut\tcells');
    await page.keyboard.press('Control+v');
    assert.equal((await next(page, 'Pasted')).text, 'cut\tcells');
    await waitForRest(page);
    assert.equal(await page.evaluate(() => globalThis.events.filter((entry) => entry.event === 'Pasted').length), 1);
    assert.equal(await value(page, 'status', 'Typed'), '');
});

onPage('a menu copies, and pasted rows keep tabs, line ends and NULs', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await click(page, 'button', 'Count');
    await call(page, 'copy', 'from a menu');
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) === 'from a menu');
    await paste(page, 'a\tb\r\nc\0d');
    assert.equal((await next(page, 'Pasted')).text, 'a\tb\r\nc\0d');
    assert.equal(await copied(page), 'cells\tof the grid');
});

onPage('what a keyboard puts in with tabs or lines is taken as pasted', {}, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await click(page, 'button', 'Count');
    await devtools.send('Input.insertText', { text: 'Outreach\tR\nDemos\tA' });
    assert.equal((await next(page, 'Pasted')).text, 'Outreach\tR\nDemos\tA');
});

// ---- Pointer -------------------------------------------------------------------------------------------------

onPage('the wheel scrolls by what it says', {}, async (page) => {
    await page.mouse.move(60, 240);
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => Number(document.querySelector('#mirror [aria-label="Scrolled"]').dataset.value) > 0);
    await waitForRest(page);
    const scrolled = Number(await value(page, 'status', 'Scrolled'));
    assert.ok(Math.abs(scrolled - 120) <= 3, `scrolled by ${scrolled}`);
});

onPage('a finger taps and scrolls', { hasTouch: true }, async (page) => {
    const button = await place(page, 'button', 'Count');
    await page.touchscreen.tap(button.centreX, button.centreY);
    await waitForValue(page, 'status', 'Counted', '1');
    const devtools = await page.context().newCDPSession(page);
    const touch = (type, y) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 60, y }] });
    await touch('touchStart', 270);
    for (let y = 265; y >= 210; y -= 5) await touch('touchMove', y);
    await touch('touchEnd');
    await page.waitForFunction(() => Number(document.querySelector('#mirror [aria-label="Scrolled"]').dataset.value) >= 40);
    await waitForRest(page);
    assert.equal(await value(page, 'status', 'Counted'), '1');
});

onPage('two fingers make the page larger, and neither of them taps', { hasTouch: true }, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const button = await place(page, 'button', 'Count');
    const at = (apart) => [{ id: 0, x: button.centreX, y: button.centreY }, { id: 1, x: button.centreX + apart, y: button.centreY }];
    const touch = (type, touchPoints) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', at(100).slice(0, 1));
    await touch('touchStart', at(100));
    await touch('touchMove', at(150));
    assert.equal((await next(page, 'Pinched', { ended: 0 })).factor, 1.5);
    await touch('touchMove', at(200));
    assert.equal((await next(page, 'Pinched', { ended: 0 })).factor, 2);
    await touch('touchEnd', at(200).slice(0, 1));
    assert.equal((await next(page, 'Pinched', { ended: 1 })).factor, 2);
    await touch('touchEnd', []);
    await waitForRest(page);
    assert.equal(await value(page, 'status', 'Counted'), '0');
});

// ---- Mirror --------------------------------------------------------------------------------------------------

onPage('the first tab stop opens the mirror', { semantics: false }, async (page) => {
    assert.equal(await widget(page, 'button', 'Count').count(), 0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await widget(page, 'button', 'Count').waitFor({ state: 'attached' });
});

onPage('a mirrored widget is worked by a screen reader’s click, and by Enter and Space', {}, async (page) => {
    await widget(page, 'button', 'Count').evaluate((element) => element.click());
    await waitForValue(page, 'status', 'Counted', '1');
    await widget(page, 'button', 'Count').focus();
    assert.equal((await next(page, 'MirrorActivated', { focusOnly: 1 })).focusOnly, 1);
    await page.keyboard.press('Enter');
    await waitForValue(page, 'status', 'Counted', '2');
    await page.keyboard.press('Space');
    await waitForValue(page, 'status', 'Counted', '3');
    await page.keyboard.type('R');
    await waitForValue(page, 'status', 'Typed', 'R');
});

onPage('a mirrored text field is typed into', {}, async (page) => {
    await widget(page, 'textbox', 'Name').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.id === 'text-agent');
    await page.keyboard.type('Ada');
    await waitForValue(page, 'textbox', 'Name', 'Ada');
    assert.equal(await page.getAttribute('#text-agent', 'aria-label'), 'Name');
    // Back where the screen reader was.
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Name' && document.activeElement.id !== 'text-agent');
});

onPage('the program speaks to a screen reader', {}, async (page) => {
    await call(page, 'announce', 'Saved in this browser');
    await page.waitForFunction(() => document.getElementById('announce-next').textContent === 'Saved in this browser');
});

// ---- Page ----------------------------------------------------------------------------------------------------

onPage('title, timers and preferences', {}, async (page) => {
    await call(page, 'title', 'Plan “Ü”');
    assert.equal(await page.title(), 'Plan “Ü”');
    await call(page, 'timer');
    assert.equal((await next(page, 'TimerFired')).timer, 7);
    await call(page, 'preference', 'dark');
    assert.equal((await next(page, 'Preference')).value, 'dark');
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => localStorage.getItem('fullcourt.test')), 'dark');
});

onPage('leaving with unsaved work asks first', {}, async (page) => {
    await click(page, 'button', 'Count');
    await call(page, 'unsaved', 'yes');
    const asked = new Promise((resolve) => page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
    }));
    await page.reload();
    assert.equal(await asked, 'beforeunload');
});

onPage('the theme of the system is followed', { colorScheme: 'light' }, async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal((await next(page, 'SystemThemeChanged')).dark, 1);
});

onPage('the colours that the system forces are told', {}, async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const told = await next(page, 'ForcedColoursChanged', { active: 1 });
    assert.notEqual(told.canvas, told.text);
    await page.emulateMedia({ forcedColors: 'none' });
    await next(page, 'ForcedColoursChanged', { active: 0 });
});

onPage('a page that is hidden or left says so in time', {}, async (page) => {
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
    await next(page, 'PageHidden');
});

// ---- Files ---------------------------------------------------------------------------------------------------

/// Without the dialogs of the operating system, which no test can press.
const noPickers = () => {
    delete window.showOpenFilePicker;
    delete window.showSaveFilePicker;
};

onPage('a file is opened by the dialog', { init: noPickers }, async (page) => {
    const folder = await temporaryFolder('files');
    await writeFile(path.join(folder, 'plan.json'), Buffer.from('{"a":1}'));
    const chooser = page.waitForEvent('filechooser');
    await page.mouse.click(500, 500);
    await call(page, 'pick', '.json');
    await (await chooser).setFiles(path.join(folder, 'plan.json'));
    assert.deepEqual(await next(page, 'FileOpened'), { event: 'FileOpened', handle: 0, name: 'plan.json', size: 7, start: '{"a":1}' });
});

onPage('a file is opened by dropping it', {}, async (page) => {
    await page.evaluate(() => {
        const carried = new DataTransfer();
        carried.items.add(new File(['{"dropped":1}'], 'dropped.json'));
        const send = (type) => document.getElementById('canvas').dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
        send('dragenter');
        send('dragover');
        send('drop');
    });
    assert.equal((await next(page, 'DragChanged')).over, 1);
    assert.equal((await next(page, 'DragChanged')).over, 0);
    assert.equal((await next(page, 'FileOpened')).start, '{"dropped":1}');
});

onPage('a file that is too large is refused in words', {}, async (page) => {
    await page.evaluate(() => {
        const carried = new DataTransfer();
        const file = new File(['x'], 'huge.json');
        carried.items.add(file);
        Object.defineProperty(File.prototype, 'size', { get: () => 600 * 1024 * 1024 });
        document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    });
    assert.match((await next(page, 'FileFailed')).error, /larger than 512 MB/);
});

onPage('a plan is saved as a download where the browser has no dialog', { init: noPickers }, async (page) => {
    const download = page.waitForEvent('download');
    await call(page, 'save', 'Plan.fullcourt.json', '{"ü":1}');
    const file = await download;
    assert.equal(file.suggestedFilename(), 'Plan.fullcourt.json');
    assert.equal((await readFile(await file.path())).toString(), '{"ü":1}');
    assert.deepEqual(await next(page, 'FileSaved'), { event: 'FileSaved', name: 'Plan.fullcourt.json', handle: 0, error: '' });
});

onPage('a plan is saved in place where the browser can', {
    init: () => {
        globalThis.written = [];
        globalThis.touched = 0;
        window.showSaveFilePicker = async ({ suggestedName }) => ({
            name: suggestedName,
            getFile: async () => new File(globalThis.written.slice(-1), suggestedName, { lastModified: globalThis.touched }),
            createWritable: async () => {
                let content = '';
                return {
                    write: async (blob) => { content = await blob.text(); },
                    close: async () => { ++globalThis.touched; globalThis.written.push(content); },
                    abort: async () => {},
                };
            },
        });
    },
}, async (page) => {
    await call(page, 'save', 'Plan.json', 'first');
    const saved = await next(page, 'FileSaved');
    assert.notEqual(saved.handle, 0);
    await call(page, 'save', 'Plan.json', 'second', saved.handle);
    await next(page, 'FileSaved');
    assert.deepEqual(await page.evaluate(() => globalThis.written), ['first', 'second']);

    // A folder that is synchronised touches it: it holds what it held.
    await page.evaluate(() => { ++globalThis.touched; });
    await call(page, 'save', 'Plan.json', 'after a touch', saved.handle);
    await next(page, 'FileSaved');
    assert.equal(await page.evaluate(() => globalThis.written.at(-1)), 'after a touch');

    // Somebody else writes to it: nothing of theirs is lost before it was seen.
    await page.evaluate(() => { ++globalThis.touched; globalThis.written.push('theirs'); });
    await call(page, 'save', 'Plan.json', 'third', saved.handle);
    const changed = await next(page, 'FileChanged');
    assert.equal(changed.start, 'theirs');
    assert.equal(await page.evaluate(() => globalThis.written.at(-1)), 'theirs');
    await call(page, 'save', 'Plan.json', 'third', saved.handle);
    await next(page, 'FileChanged');
    await call(page, 'save', 'Plan.json', 'third', changed.handle);
    await next(page, 'FileSaved');
    await call(page, 'save', 'Plan.json', 'fourth', changed.handle);
    await next(page, 'FileSaved');
    assert.deepEqual(await page.evaluate(() => globalThis.written), ['first', 'second', 'after a touch', 'theirs', 'third', 'fourth']);
});

// ---- The error page ------------------------------------------------------------------------------------------

async function savedFromErrorPage(page) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save my plan' }).click();
    return JSON.parse((await readFile(await (await download).path())).toString());
}

onPage('a program that breaks gives a readable page and the plan', { problems: true }, async (page) => {
    await call(page, 'trap', 'later');
    await page.getByRole('heading', { name: 'Fullcourt has stopped' }).waitFor();
    assert.deepEqual(await savedFromErrorPage(page), { rescued: true });
});

onPage('a program that runs out of memory gives a readable page and the plan', { problems: true }, async (page) => {
    await call(page, 'exhaust', 'later');
    await page.getByRole('heading', { name: 'Fullcourt has stopped' }).waitFor();
    assert.match(await page.locator('#fatal-sentence').textContent(), /stopped|cannot go on/);
    assert.deepEqual(await savedFromErrorPage(page), { rescued: true });
});

onPage('a program that cannot even give the plan leaves what the browser stored', { problems: true }, async (page) => {
    await openPlan(page, 'p1');
    await append(page, 'p1', 1, 'edit one');
    await call(page, 'no-rescue');
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await page.getByRole('heading', { name: 'Fullcourt has stopped' }).waitFor();
    const saved = await savedFromErrorPage(page);
    assert.equal(saved.plans[0].plan, 'p1');
    assert.equal(saved.plans[0].journal[0].text, 'edit one');
});

onPage('after a fatal error nothing runs any more', { problems: true }, async (page) => {
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await page.getByRole('heading', { name: 'Fullcourt has stopped' }).waitFor();
    const before = await frames(page);
    await page.keyboard.type('abc');
    await page.mouse.move(10, 10);
    await page.setViewportSize({ width: 600, height: 400 });
    assert.equal(await frames(page), before);
});

onPage('errors that are not the program’s do not stop it', { problems: true }, async (page) => {
    await page.evaluate(() => setTimeout(() => { throw new Error('of an extension'); }));
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '1');
});

function failing(name, init, expected) {
    test(name, async () => {
        const page = await openPage(browser, site.address, { init, wait: false });
        try {
            await page.locator('#fatal').waitFor();
            assert.match(await page.locator('#fatal-sentence').textContent(), expected);
        } finally {
            await page.context().close();
        }
    });
}

failing('a browser without WebGL 2 is told so', () => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : original.call(this, kind, ...rest); };
}, /WebGL 2/);
failing('a browser without WebAssembly is told so', () => { delete globalThis.WebAssembly; }, /WebAssembly/);

/// A page whose host answers for the program's code in its own way.
async function onHost(answer, options) {
    const context = await browser.newContext();
    await context.route('**/*.wasm', answer);
    return openPage(context, site.address, options);
}

test('a host that does not know the type of WebAssembly serves the page all the same', async () => {
    const page = await onHost(async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    });
    await click(page, 'button', 'Count');
    await waitForValue(page, 'status', 'Counted', '1');
    assert.deepEqual(page.problems, []);
    // The service worker may still be fetching.
    await page.context().unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
});

test('a program that does not arrive is told', async () => {
    const page = await onHost((route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'There is no such file.' }), { wait: false });
    await page.locator('#fatal').waitFor();
    assert.match(await page.locator('#fatal-sentence').textContent(), /could not be loaded completely/);
    await page.context().close();
});

test('opened from disk, the page says what to do', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(site.folder, 'index.html')).href);
    await page.locator('#fatal').waitFor();
    assert.match(await page.locator('#fatal-sentence').textContent(), /web server/);
    await context.close();
});
