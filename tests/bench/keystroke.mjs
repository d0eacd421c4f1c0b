// How long a letter that is typed into a cell takes to be there, and in which animation frame after the key it is:
//
//     FULLCOURT_DIST=build/dist node tests/bench/keystroke.mjs [TIMES]
import process from 'node:process';
import { click, openBrowser, openPage, openTestSite, showGrid, waitForRest } from '../browser/harness.mjs';

const times = Number(process.argv[2] ?? 20);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/// Runs in the page: from the key on, until the mirror has the letter.
const watch = (wanted) => {
    globalThis.shown = new Promise((resolve) => {
        let pressed = 0;
        let passed = 0;
        let waiting = true;
        const pass = () => {
            passed += 1;
            if (waiting) requestAnimationFrame(pass);
        };
        document.addEventListener('keydown', () => {
            pressed = performance.now();
            requestAnimationFrame(pass);
        }, { once: true, capture: true });
        const seen = new MutationObserver(() => {
            if (!document.querySelector(`#mirror [role=gridcell][aria-label^="Close, CFO"][data-value="${wanted}"]`)) return;
            waiting = false;
            seen.disconnect();
            resolve({ frame: passed, took: performance.now() - pressed });
        });
        seen.observe(document.getElementById('mirror'), { subtree: true, attributes: true, childList: true });
    });
};

const site = await openTestSite();
const browser = await openBrowser();
try {
    const page = await openPage(await browser.newContext(), site.address);
    await showGrid(page);
    await click(page, 'gridcell', /^Close, CFO:/);
    const shown = [];
    for (let i = 0; i < times; ++i) {
        await waitForRest(page);
        const letter = 'RC'[i % 2];
        await page.evaluate(watch, letter);
        await page.keyboard.press(letter.toLowerCase());
        shown.push(await page.evaluate(() => globalThis.shown));
    }
    const took = shown.map((each) => each.took);
    console.log(`a letter is in its cell after ${median(took).toFixed(0)} ms (${Math.min(...took).toFixed(0)} to ${Math.max(...took).toFixed(0)}),`
                + ` in animation frame ${median(shown.map(({ frame }) => frame))} after the key`);
} finally {
    await browser.close();
    await site.close();
}
