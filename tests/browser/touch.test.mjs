// A finger in each of the three engines: it taps, it scrolls, and what it lifts comes along; and a pen, which drags as a mouse does.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openChromium, openFirefox, openWebKit, waitUntil } from './engines.mjs';
import { openTestSite } from './harness.mjs';

let site;
test.before(async () => { site = await openTestSite(); });
test.after(() => site.close());

const ENGINES = [['Chromium', openChromium], ['Firefox', openFirefox], ['WebKit', openWebKit]];

/// What the mirror says of a widget, found by its role and a pattern for its name and value: undefined where it is not there.
const asked = (role, name, value = /(?:)/) => `(() => {
    const one = [...document.querySelectorAll('#mirror [role="${role}"]')]
        .find((each) => ${name}.test(each.getAttribute('aria-label') ?? '') && ${value}.test(each.dataset.value ?? ''));
    if (!one) return undefined;
    const { x, y, width, height } = one.getBoundingClientRect();
    return { name: one.getAttribute('aria-label'), value: one.dataset.value ?? '', pressed: one.getAttribute('aria-pressed') === 'true',
             x, y, width, height, centreX: x + width / 2, centreY: y + height / 2 };
})()`;
const exactly = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/// A page in a browser, worked by a finger or a pen.
async function openHand(browser, what = 'fingers') {
    await browser.open(`${site.address}?semantics=on`);
    // A plan is open and all of the program is there: before, the page may still go to its start by itself.
    await waitUntil(() => browser.evaluate("document.title.includes('–') && document.documentElement.dataset.program === 'whole'"), 'the start');
    const fingers = await browser[what]();
    const there = (role, name, value) => waitUntil(() => browser.evaluate(asked(role, name, value)), `${role} ${name} ${value ?? ''}`);
    return {
        fingers,
        there,
        // Until nothing rolls on and the mirror says what is seen.
        rest: () => waitUntil(() => browser.evaluate(`new Promise((resolve) => {
            const before = globalThis.fullcourtFrames;
            setTimeout(() => resolve(globalThis.fullcourtFrames === before), 300);
        })`), 'rest'),
        tap: async (role, name) => {
            const { centreX, centreY } = await there(role, name);
            await fingers.down(centreX, centreY);
            await fingers.up();
        },
        drag: async (from, to) => {
            for (let i = 1; i <= 6; ++i) await fingers.move(from.x + ((to.x - from.x) * i) / 6, from.y + ((to.y - from.y) * i) / 6);
        },
    };
}

/// Where the driver cannot say that there is a touch screen, two fingers make the page as large as it is on one.
async function enlarge(browser, { fingers, rest }) {
    if (await browser.evaluate("matchMedia('(pointer: coarse)').matches")) return;
    await fingers.down(500, 300);
    await fingers.down(600, 300, 1);
    await fingers.move(637.5, 300, 1);
    await fingers.up(1);
    await fingers.up();
    await rest();
}

async function showStages({ tap }) {
    await tap('link', /^Accounts$/);
    await tap('button', /^Try 120 sample accounts$/);
    await tap('tab', /^Board$/);
    await tap('tab', /^By stage$/);
}

for (const [engine, open] of ENGINES) {
    test(`in ${engine} a finger taps what is 44 pixels large, scrolls a list, and lifts a card to another column`, async () => {
        const browser = await open({ touch: true });
        try {
            const hand = await openHand(browser);
            await enlarge(browser, hand);
            await hand.tap('link', /^Accounts$/);
            const { height } = await hand.there('button', /^Try 120 sample accounts$/);
            assert.ok(height >= 43.5, `${height} pixels`);
            await showStages(hand);

            const first = await hand.there('button', /./, /, No stage$/);
            await hand.fingers.down(first.centreX, first.centreY);
            await hand.drag({ x: first.centreX, y: first.centreY }, { x: first.centreX, y: first.centreY - 120 });
            await hand.fingers.up();
            await waitUntil(() => browser.evaluate(`(${asked('button', exactly(first.name), /No stage$/)}?.y ?? -1) < ${first.y - 100}`), 'a scrolled list');
            await hand.rest();

            // Not the first, which may lie half beneath the head of its column.
            const names = await browser.evaluate(`[...document.querySelectorAll('#mirror [role="button"]')]
                .filter((each) => /, No stage$/.test(each.dataset.value ?? '')).map((each) => each.getAttribute('aria-label'))`);
            const [name, other] = names.slice(1).map(exactly);
            const lifted = (which) => waitUntil(async () => (await browser.evaluate(asked('button', which)))?.pressed, 'a lifted card');
            const card = await hand.there('button', name);
            const target = await hand.there('list', /^Target: 28 accounts$/);
            const from = { x: card.centreX, y: card.centreY };
            const to = { x: target.x + 60, y: card.centreY };
            await hand.fingers.down(from.x, from.y);
            await lifted(name);
            await hand.drag(from, to);
            await hand.fingers.up();
            await hand.there('list', /^Target: 29 accounts$/);
            await hand.tap('button', /^Undo/);
            await hand.there('list', /^Target: 28 accounts$/);

            // A second finger calls it back.
            await hand.rest();
            const back = await hand.there('button', other);
            await hand.fingers.down(back.centreX, back.centreY);
            await lifted(other);
            await hand.drag({ x: back.centreX, y: back.centreY }, to);
            await hand.fingers.down(to.x, to.y + 60, 1);
            await hand.fingers.up(1);
            await hand.fingers.up();
            await hand.rest();
            await hand.there('list', /^Target: 28 accounts$/);
        } finally {
            await browser.close();
        }
    });
}

for (const [engine, open] of ENGINES) {
    test(`in ${engine} a pen taps, and drags a card at once`, async () => {
        const browser = await open();
        try {
            const hand = await openHand(browser, 'pen');
            await showStages(hand);
            const card = await hand.there('button', /./, /, No stage$/);
            const target = await hand.there('list', /^Target: 28 accounts$/);
            await hand.rest();
            const from = { x: card.centreX, y: card.centreY };
            await hand.fingers.down(from.x, from.y);
            await hand.drag(from, { x: target.x + 60, y: from.y });
            await hand.fingers.up();
            await hand.there('list', /^Target: 29 accounts$/);
        } finally {
            await browser.close();
        }
    });
}

/// The caret in a field, nothing selected, and a finger held on it: the bar that comes of it has a button of this name.
async function openBar(browser, { there, tap, rest, fingers }, field, button) {
    await tap('textbox', field);
    await rest();
    const { x, centreY } = await there('textbox', field);
    const before = await browser.evaluate('globalThis.fullcourtFrames');
    await fingers.down(x + 18, centreY);
    await waitUntil(() => browser.evaluate(`globalThis.fullcourtFrames > ${before + 3}`), 'what is held'); // else the page rests
    await fingers.up();
    await there('button', button);
    await rest();
}
const textOf = (browser, field) => browser.evaluate(`(${asked('textbox', field)})?.value`);
const hasKeyboard = "document.activeElement.id === 'text-agent' && document.activeElement.inputMode === 'text'";

for (const [engine, open] of ENGINES.slice(0, 2)) {
    test(`in ${engine} a finger copies the text of one field and pastes it into another, and neither closes the keyboard`, async () => {
        const browser = await open({ touch: true, permissions: ['clipboard-read', 'clipboard-write'] });
        try {
            const hand = await openHand(browser);
            await hand.tap('link', /^Organisation$/);
            await hand.tap('button', /^Account executive$/);
            await openBar(browser, hand, /^Role name$/, /^Select all$/);
            await hand.tap('button', /^Select all$/);
            await waitUntil(async () => !(await browser.evaluate(asked('button', /^Select all$/))), 'all of the text');
            await hand.tap('button', /^Copy$/);
            await waitUntil(async () => !(await browser.evaluate(asked('button', /^Copy$/))), 'the end of the bar');
            assert.ok(await browser.evaluate(hasKeyboard));
            assert.equal(await textOf(browser, /^Role name$/), 'Account executive');

            await hand.tap('button', /^Rename plan$/);
            await openBar(browser, hand, /^Plan name$/, /^Paste$/);
            await hand.tap('button', /^Select all$/);
            await waitUntil(async () => !(await browser.evaluate(asked('button', /^Select all$/))), 'all of the text');
            await hand.tap('button', /^Paste$/);
            await waitUntil(async () => (await textOf(browser, /^Plan name$/)) === 'Account executive', 'the pasted text');
            assert.ok(await browser.evaluate(hasKeyboard));
            await hand.rest(); // nothing is drawn while the caret waits
        } finally {
            await browser.close();
        }
    });
}

test('a browser that does not let the page read the clipboard is told of in a quiet line', async () => {
    const browser = await openChromium({ touch: true });
    try {
        const hand = await openHand(browser);
        await hand.tap('button', /^Rename plan$/);
        await openBar(browser, hand, /^Plan name$/, /^Paste$/);
        const before = await textOf(browser, /^Plan name$/);
        await hand.tap('button', /^Paste$/);
        await hand.there('status', /^The browser did not let the page read the clipboard/);
        assert.ok(await browser.evaluate(hasKeyboard));
        assert.equal(await textOf(browser, /^Plan name$/), before);
    } finally {
        await browser.close();
    }
});
