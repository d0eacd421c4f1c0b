// How long the page takes from navigation to its first frames, beside a page that does nothing but draw a window with Dear ImGui:
//
//     cmake --build build/web --target fullcourt_bare_page
//     FULLCOURT_DIST=build/dist node tests/bench/first_frame.mjs [TIMES]
//
// Both are served the same way and opened in turn, each time by a browser that has kept nothing of them.
import process from 'node:process';
import { openBrowser, openTestSite } from '../browser/harness.mjs';
import { openBareSite } from './bare_site.mjs';

const times = Number(process.argv[2] ?? 15);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const say = (what, figures) => {
    const sorted = figures.toSorted((a, b) => a - b);
    console.log(`${what.padEnd(62)} ${median(figures).toFixed(0).padStart(5)} ms  (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})`);
};

/// Notes when the first frame is drawn, and when the first one is that shows a plan: its name is the page's title then.
const watching = () => {
    globalThis.seen = {};
    const look = () => {
        const root = document.documentElement;
        if (root?.dataset.state === 'running') globalThis.seen.frame ??= performance.now();
        if (globalThis.seen.frame && document.title.includes('–')) globalThis.seen.named ??= globalThis.fullcourtFrames;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    const frame = () => {
        look();
        if (globalThis.seen.named < globalThis.fullcourtFrames) globalThis.seen.plan ??= performance.now();
        if (!globalThis.seen.plan) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
};

async function open(browser, address, until) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watching);
    await page.goto(address);
    await page.waitForFunction((name) => globalThis.seen[name], until);
    const seen = await page.evaluate(() => globalThis.seen);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\.(wasm|js)$/.test(name)).map((entry) => entry.responseEnd));
    await context.close();
    return { ...seen, loaded: Math.max(...loaded) };
}

const bareSite = await openBareSite();
const site = await openTestSite();
const browser = await openBrowser();
try {
    const bare = [];
    const page = [];
    // The first of each fills the server's memory.
    for (let i = 0; i <= times; ++i) {
        const one = await open(browser, bareSite.address, 'frame');
        const other = await open(browser, site.address, 'plan');
        if (i > 0) {
            bare.push(one);
            page.push(other);
        }
    }
    say('a bare Dear ImGui page: its files are here', bare.map(({ loaded }) => loaded));
    say('a bare Dear ImGui page: the first frame', bare.map(({ frame }) => frame));
    say('the page: its files are here', page.map(({ loaded }) => loaded));
    say('the page: the first frame', page.map(({ frame }) => frame));
    say('the page: the first frame that shows a plan', page.map(({ plan }) => plan));
    const ratio = (name) => (median(page.map((one) => one[name])) / median(bare.map(({ frame }) => frame))).toFixed(2);
    console.log(`ratio to the bare page: ${ratio('frame')} to the first frame, ${ratio('plan')} to the first that shows a plan`);
} finally {
    await browser.close();
    await Promise.all([site.close(), bareSite.close()]);
}
