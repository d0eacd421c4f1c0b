// Names in every script, in each of the three engines: what the page's fonts have, what only this machine's have, and what nobody has.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openChromium, openFirefox, openWebKit, waitUntil } from './engines.mjs';
import { openTestSite } from './harness.mjs';
import { makeFont } from './made_font.mjs';

let site;
test.before(async () => { site = await openTestSite(); });
test.after(() => site.close());

const FONT = makeFont('Made For A Test', { 漢: 0, 字: 0, 語: 1, '🎉': 0 });

const found = (role, name) => `document.querySelector('#mirror [role="${role}"][aria-label="${name}"]')`;
/// By the page's own events, since this is not about keys and no pointer should lie over what is looked at.
const pressed = (init) => `['keydown', 'keyup'].map((type) =>
    document.activeElement.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...${JSON.stringify(init)} }))).length`;
/// As an input method hands over what was composed.
const written = (text) => `(() => {
    const field = document.getElementById('text-agent');
    field.value = ${JSON.stringify(text)};
    return field.dispatchEvent(new InputEvent('input', { bubbles: true }));
})()`;
/// What a picture of the page has where the name stands, and nothing of the rest, in which something may have faded meanwhile: a digest of
/// its pixels.
const nameIn = (picture) => `(async () => {
    const bytes = Uint8Array.from(atob('${picture}'), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const scale = bitmap.width / innerWidth;
    const { x, y, width, height } = ${found('button', 'Rename plan')}.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, -Math.round(x * scale), -Math.round(y * scale));
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return canvas.width + ':' + data.reduce((digest, value) => Math.imul(digest ^ value, 0x01000193), 0x811c9dc5);
})()`;
const RESTS = `new Promise((resolve) => {
    const before = globalThis.fullcourtFrames;
    setTimeout(() => resolve(globalThis.fullcourtFrames === before), 300);
})`;

for (const [engine, open] of [['Chromium', openChromium], ['Firefox', openFirefox], ['WebKit', openWebKit]]) {
    test(`in ${engine} names are shown in Greek, Cyrillic, Chinese and emoji, in the fonts of the page and of the machine`, async () => {
        const browser = await open({ font: FONT });
        try {
            await browser.open(`${site.address}?semantics=on`);
            await waitUntil(() => browser.evaluate("document.documentElement.dataset.state === 'running'"), 'the first frame');
            const until = (expression, what) => waitUntil(() => browser.evaluate(expression), what);
            // Where nothing but the name tells one plan from another.
            await until(`!!${found('link', 'Readiness')}`, 'the sections');
            await browser.evaluate(`(${found('link', 'Readiness')}.click(), true)`);
            /// What this name looks like.
            const shown = async (name) => {
                await until(`!!${found('button', 'Rename plan')}`, 'the name');
                await browser.evaluate(`(${found('button', 'Rename plan')}.click(), true)`);
                await until(`!!${found('textbox', 'Plan name')} && document.activeElement.id === 'text-agent'`, 'the field');
                await until(RESTS, 'rest');
                await browser.evaluate(pressed({ key: 'a', code: 'KeyA', ctrlKey: true }));
                await browser.evaluate(pressed({ key: 'Control', code: 'ControlLeft' })); // let go
                await browser.evaluate(written(name));
                await until(RESTS, 'rest');
                await browser.evaluate(pressed({ key: 'Enter', code: 'Enter' }));
                await until(`document.title.startsWith(${JSON.stringify(name)}) && !!${found('button', 'Saved in this browser')}`, name);
                await until(RESTS, 'rest');
                return browser.evaluate(nameIn(await browser.picture()));
            };
            // Firefox looks for fonts in the background: until it has found them, these look like the numbers that they have.
            let han;
            await waitUntil(async () => {
                han = await shown('漢漢漢');
                return (await shown('字字字')) === han;
            }, 'the same shape, in the font that has them');
            assert.notEqual(await shown('語語語'), han);
            const emoji = await shown('🎉🎉🎉');
            // Firefox brings its own emoji; the others take the machine's.
            assert.equal(emoji === han, engine !== 'Firefox');
            const greek = await shown('ΩΩΩ');
            const cyrillic = await shown('ЖЖЖ');
            const unknown = await shown('\u0378\u0378\u0378');
            assert.equal(new Set([han, greek, cyrillic, unknown]).size, 4);
            assert.notEqual(emoji, unknown);
            assert.equal(await shown('\u0379\u0379\u0379'), unknown);
        } finally {
            await browser.close();
        }
    });
}
