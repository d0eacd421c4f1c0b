// Nothing that the page had shown as saved is missing afterwards: reload, closed tab, navigation, closed browser, SIGKILL,
// each at a random moment within three seconds of edits. 20 times each; FULLCOURT_LONG=1 makes it 200.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import test from 'node:test';
import { click, openBrowser, openKillableProfile, openPage, openProfile, openTestSite, ready, showGrid, temporaryFolder } from './harness.mjs';

const TIMES = Number(process.env.FULLCOURT_TIMES ?? (process.env.FULLCOURT_LONG ? 200 : 20));
// Drawing in software takes most of the time, and the mirror names the cells that are out of sight too.
const SMALL = { viewport: { width: 360, height: 260 }, deviceScaleFactor: 0.5 };
const SMALL_WINDOW = ['--window-size=360,400', '--force-device-scale-factor=0.5'];
const ROWS = 10;
const COLUMNS = 7;

/// A generator with a seed, so that a failure can be repeated: its seed is in the message.
function randomFrom(seed) {
    let state = seed >>> 0;
    return (below) => {
        state = (state + 0x6d2b79f5) >>> 0;
        let z = Math.imul(state ^ (state >>> 15), state | 1);
        z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
        return ((z ^ (z >>> 14)) >>> 0) % below;
    };
}

/// Runs in the page: tells each change of the grid together with what the page says of its safety, from one and the same frame.
function watchGrid() {
    const cells = () => [...document.querySelectorAll('#mirror [role="gridcell"]')].map((cell) => cell.dataset.letters ?? cell.dataset.value ?? '').join(',');
    const saved = () => document.querySelector('#mirror [data-value="Saved in this browser"], #mirror [aria-label="Saved in this browser"]') !== null;
    let before = '';
    const tell = () => {
        const now = `${saved() ? 'saved' : 'open'} ${cells()}`;
        if (now !== before) console.log(`grid ${now}`);
        before = now;
    };
    addEventListener('DOMContentLoaded', () => {
        new MutationObserver(tell).observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true });
    });
}

/// What the page showed: every state of the grid in order, and the newest of them that it called saved.
class Witness {
    constructor() {
        this.states = [];
        this.saved = -1;
    }
    watch(page) {
        page.on('console', (message) => {
            const seen = /^grid (saved|open) (.*)$/s.exec(message.text());
            if (!seen || seen[2] === '') return;
            if (this.states.at(-1) !== seen[2]) this.states.push(seen[2]);
            if (seen[1] === 'saved') this.saved = this.states.length - 1;
        });
    }
    /// What was shown or typed since the newest state that was called saved.
    accepts(state, typed) {
        const since = this.saved < 0 ? 0 : Math.max(typed.indexOf(this.states[this.saved]), 0);
        return this.states.slice(Math.max(this.saved, 0)).includes(state) || typed.slice(since).includes(state);
    }
}

function stateOf(page) {
    return page.evaluate(() => [...document.querySelectorAll('#mirror [role="gridcell"]')].map((cell) => cell.dataset.value ?? '').join(','));
}

const WORDS = { r: 'R', a: 'A', s: 'S', c: 'C', i: 'I' };

/// Types letters and moves for up to three seconds. Gives the states after each key: what was typed last may be stored before it
/// was ever drawn.
async function typeForAWhile(page, random) {
    const states = [];
    let cells = (await stateOf(page)).split(',');
    let row = 0;
    let column = 0;
    await click(page, 'gridcell', /^Target account selection, Account executive/);
    const until = Date.now() + random(3000);
    do {
        const key = 'rasci'[random(5)];
        await page.keyboard.press(key);
        cells = cells.with(row * COLUMNS + column, WORDS[key]);
        states.push(cells.join(','));
        const down = random(2) === 0;
        await page.keyboard.press(down ? 'ArrowDown' : 'ArrowRight');
        row = Math.min(ROWS - 1, row + (down ? 1 : 0));
        column = Math.min(COLUMNS - 1, column + (down ? 0 : 1));
        // As fast as a hand: faster, and drawing is all that the machine does.
        await new Promise((resolve) => setTimeout(resolve, random(3) === 0 ? random(400) : random(300)));
        if (row === ROWS - 1 || column === COLUMNS - 1) {
            await page.keyboard.press('Control+Home');
            row = 0;
            column = 0;
        }
    } while (Date.now() < until);
    return states;
}

/// Opens the page, or goes on with one that was loaded anew.
async function openWatched(where, witness, loaded) {
    const page = loaded ?? await openPage(where, site.address, { init: watchGrid });
    if (!loaded) page.on('dialog', (dialog) => dialog.accept());
    witness.watch(page);
    await showGrid(page); // where nothing was kept yet, the page begins anew
    await page.locator('#mirror [role="gridcell"]').nth(ROWS * COLUMNS - 1).waitFor({ state: 'attached' });
    witness.states.unshift(await stateOf(page));
    return page;
}

async function assertNothingLost(page, witness, typed, seed) {
    const found = await stateOf(page);
    const newest = witness.states[witness.saved];
    assert.ok(witness.accepts(found, typed), `seed ${seed}: the page had shown as saved\n${newest}\nand came back with\n${found}`);
}

let site;
test.before(async () => { site = await openTestSite(); });
test.after(() => site.close());

/// Rounds spend their time waiting for a hand that types, so a few series of them run side by side; what a round finds again is what
/// the next one of its series begins with.
async function sideBySide(series) {
    const seeds = Array.from({ length: TIMES }, (_, index) => index + 1);
    const shares = Array.from({ length: 4 }, (_, part) => seeds.filter((seed) => seed % 4 === part));
    const ends = await Promise.allSettled(shares.map(series)); // one that fails leaves the others time to close what they opened
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
}

/// A page that was opened again shows nothing less than what the page before had shown as saved.
async function openAndCompare(where, witness, typed, seed, loaded) {
    const next = new Witness();
    const page = await openWatched(where, next, loaded);
    await assertNothingLost(page, witness, typed, seed);
    return { page, witness: next };
}

/// One browser for all rounds; each series in a context of its own, so with a store of its own.
async function rounds(name, leave) {
    const browser = await openBrowser();
    try {
        await sideBySide(async (seeds) => {
            const context = await browser.newContext(SMALL);
            let witness = new Witness();
            let page = await openWatched(context, witness);
            for (const seed of seeds) {
                const typed = await typeForAWhile(page, randomFrom(seed * 7 + name.length));
                const loaded = await leave(page);
                ({ page, witness } = await openAndCompare(context, witness, typed, seed, loaded));
            }
            await context.close();
        });
    } finally {
        await browser.close();
    }
}

/// Each round in a browser of its own, whose profile outlives it.
async function browserRounds(factor, open, end) {
    await sideBySide(async (seeds) => {
        const folder = await temporaryFolder('profile');
        let witness = new Witness();
        let browser = await open(folder);
        try {
            let page = await openWatched(browser.context, witness);
            for (const seed of seeds) {
                const typed = await typeForAWhile(page, randomFrom(seed * factor));
                await end(browser);
                browser = await open(folder);
                ({ page, witness } = await openAndCompare(browser.context, witness, typed, seed));
            }
        } finally {
            await end(browser);
            await rm(folder, { recursive: true, force: true });
        }
    });
}

test('a reload loses nothing that was shown as saved', () => rounds('reload', async (page) => {
    await page.reload();
    await ready(page);
    return page;
}));

test('closing the tab loses nothing that was shown as saved', () => rounds('tab', (page) => page.close()));

test('navigating away loses nothing that was shown as saved', () => rounds('navigate', async (page) => {
    await page.goto('about:blank');
    await page.close();
}));

test('closing the browser loses nothing that was shown as saved', () => browserRounds(
    11, async (folder) => ({ context: await openProfile(folder, SMALL) }), ({ context }) => context.close()));

test('SIGKILL of the browser loses nothing that was shown as saved', () => browserRounds(13, (folder) => openKillableProfile(folder, SMALL_WINDOW), (killable) => killable.kill()));
