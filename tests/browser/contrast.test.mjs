// Text as it is seen: in pictures of every section, light, dark and in the system's own colours, each run of text stands out from what
// it lies on (WCAG 2.2, 1.4.3). tests/views/contrast.cpp says the same of the palette; this also sees what was drawn in a colour
// or on a ground that was not meant.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import { click, openBrowser, openPage, openTestSite, showGrid, widget } from './harness.mjs';
import { measureRuns } from './legible.mjs';

const SCALE = 2;
// A shape alone is a picture, an icon or a bar as often as a letter, and bars beside each other are low.
const LETTERS = 2;
const LOWEST = 7; // of a run with a capital or an ascender in the smallest type, in CSS pixels
const sections = ['Plans', 'Overview', 'Organisation', 'Models', 'RACI grid', 'Cadences', 'Decisions', 'Escalation', 'KPIs', 'Governance',
                  'Readiness', 'Accounts', 'Score', 'Contacts', 'Program', 'Pods', 'Engagement'];

let site;
let browser;
let reader; // a page of its own, with no policy, that looks at the pictures
test.before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
    reader = await (await browser.newContext()).newPage();
});
test.after(async () => {
    await browser.close();
    await site.close();
});

/// Goes to a section, until nothing was drawn for a few of the screen's own frames and what was drawn last is to be seen.
async function show(page, section) {
    await widget(page, 'link', section).first().evaluate((element) => element.click());
    await page.locator(`#mirror [role=link][aria-label="${section}"][aria-current=page]`).waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => {
        let last = -1;
        let same = 0;
        const look = () => {
            same = globalThis.fullcourtFrames === last ? same + 1 : 0;
            last = globalThis.fullcourtFrames;
            // The graphics process may lag behind.
            if (same === 4) document.getElementById('canvas').getContext('webgl2').finish();
            if (same < 6) requestAnimationFrame(look);
            else resolve();
        };
        look();
    }));
}

/// The innermost widgets and where they are; what is disabled may be faint.
const widgets = (page) => page.evaluate((scale) => [...document.querySelectorAll('#mirror [data-node]')]
    .filter((element) => !element.querySelector('[data-node]') && element.getAttribute('aria-disabled') !== 'true')
    .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { role: element.getAttribute('role'), name: element.getAttribute('aria-label'),
                 left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
    }), SCALE);

/// Where something goes on beyond an edge it goes out on purpose (src/ui/fades.h): what begins nearer to the foot of what is worked on, or to
/// its side, than a table's foot and such a band. The same text stands elsewhere as well.
const goingOut = (page) => page.evaluate(() => {
    const main = document.querySelector('#mirror [role=main]').getBoundingClientRect();
    const panel = document.querySelector('#mirror [role=complementary]')?.getBoundingClientRect();
    const side = panel?.left ?? main.right;
    return { foot: main.bottom - 96, from: side - 72, to: side };
});

/// What is too faint in a picture of the page, a line each.
async function faint({ where, boxes, edges, picture }) {
    const runs = await reader.evaluate(measureRuns, { picture: `data:image/png;base64,${picture.toString('base64')}`, boxes, scale: SCALE });
    if (runs.length < 10) return [`${where}: shows no text`];
    return runs
        .filter(({ left, top, height }) => top + height < edges.foot && !(left > edges.from && left < edges.to))
        .filter(({ ratio, shapes, height }) => shapes >= LETTERS && height >= LOWEST && ratio < (height >= 24 ? 3 : 4.5))
        .map((run) => `${where}: ${boxes[run.widget].role} “${boxes[run.widget].name}”: ${run.ratio.toFixed(2)} : 1, ${run.ink} on ${run.ground}, ` +
                      `${Math.round(run.width)} × ${Math.round(run.height)} at ${Math.round(run.left)}, ${Math.round(run.top)}`);
}

for (const [colours, options] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }], ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }]]) {
    test(`text stands out from its ground in every section: ${colours}`, async () => {
        const page = await openPage(browser, site.address, { viewport: { width: 1280, height: 800 }, deviceScaleFactor: SCALE, ...options });
        await showGrid(page);
        await click(page, 'link', 'Accounts');
        await click(page, 'button', 'Try 120 sample accounts');
        await widget(page, 'grid', /accounts$/).waitFor({ state: 'attached' });
        // Where it rests on nothing that would light up under it.
        await page.mouse.move(0, 0);
        const found = [];
        for (const section of sections) {
            await show(page, section);
            const boxes = await widgets(page);
            const edges = await goingOut(page);
            const picture = await page.screenshot({ animations: 'allow', caret: 'initial' });
            if (process.env.FULLCOURT_PICTURES) await writeFile(path.join(process.env.FULLCOURT_PICTURES, `${section} ${colours}.png`), picture);
            // Looked at while the page goes on to the next section.
            found.push(faint({ where: section, boxes, edges, picture }));
        }
        assert.deepEqual((await Promise.all(found)).flat(), []);
        await page.context().close();
    });
}
