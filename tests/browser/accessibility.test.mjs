// The accessible view of every section, held against axe-core's rules; and first light by keyboard and mirror alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { click, openBrowser, openPage, openTestSite, showGrid, waitForRest, widget } from './harness.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site;
let browser;
test.before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
});
test.after(async () => {
    await browser.close();
    await site.close();
});

/// What axe-core finds wrong, a line each.
async function violations(page) {
    const results = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    return results.violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} | ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`));
}

const sections = ['Plans', 'Overview', 'Organisation', 'Models', 'RACI grid', 'Cadences', 'Decisions', 'Escalation', 'KPIs', 'Governance',
                  'Readiness', 'Accounts', 'Score', 'Contacts', 'Program', 'Pods', 'Engagement'];

const dialogs = [['Keyboard shortcuts', 'Keyboard shortcuts'], ['About this page', 'About this page'], ['Find or do anything', 'Find or do anything'],
                 ['Share', 'Share this plan'], ['Terms used here', 'Terms used here'], ['More of this plan', null]];

async function activate(page, role, name) {
    await widget(page, role, name).first().evaluate((element) => element.click());
    await waitForRest(page);
}

test('axe-core finds nothing in any section', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    await showGrid(page);
    await page.evaluate(axe);
    const found = [];
    for (const section of sections) {
        await activate(page, 'link', section);
        found.push(...(await violations(page)).map((line) => `${section}: ${line}`));
    }
    // The same with accounts to score and work, and with the details of one thing open.
    await activate(page, 'link', 'Accounts');
    await activate(page, 'button', 'Try 120 sample accounts');
    for (const section of sections.slice(sections.indexOf('Accounts'))) {
        await activate(page, 'link', section);
        found.push(...(await violations(page)).map((line) => `${section}, with accounts: ${line}`));
    }
    for (const [section, item] of [['Decisions', /^Target account selection/], ['Cadences', /sync/], ['KPIs', /^Account coverage/]]) {
        await activate(page, 'link', section);
        await activate(page, 'button', item);
        found.push(...(await violations(page)).map((line) => `${section}, details: ${line}`));
    }
    // And with the line that guides through the six steps above it.
    await activate(page, 'link', 'Overview');
    await activate(page, 'button', 'Guide me through');
    await widget(page, 'region', 'Guide through the six steps').waitFor({ state: 'attached' });
    found.push(...(await violations(page)).map((line) => `Overview, with the guide: ${line}`));
    assert.deepEqual(found, []);
    await context.close();
});

test('a view with many elements comes to the screen reader behind its picture, whole', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, {
        init: () => {
            const ask = window.requestAnimationFrame.bind(window);
            let observer = null;
            globalThis.changedInAFrame = 0;
            window.requestAnimationFrame = (draw) => ask((time) => {
                if (!observer && document.getElementById('mirror')) {
                    observer = new MutationObserver(() => {});
                    observer.observe(document.getElementById('mirror'), { childList: true, subtree: true });
                }
                observer?.takeRecords();
                draw(time);
                globalThis.changedInAFrame = Math.max(globalThis.changedInAFrame, observer?.takeRecords().length ?? 0);
            });
        },
    });
    await click(page, 'link', 'Accounts');
    await click(page, 'button', 'Try 120 sample accounts');
    await widget(page, 'grid', /accounts$/).waitFor({ state: 'attached' });
    await waitForRest(page);
    await page.evaluate(() => { globalThis.changedInAFrame = 0; });
    await showGrid(page);
    await click(page, 'link', 'Accounts');
    await widget(page, 'grid', /accounts$/).waitFor({ state: 'attached' });
    await waitForRest(page);
    const cells = await page.locator('#mirror [role=gridcell]').count();
    assert.ok(cells > 100, `${cells} cells`);
    assert.ok((await page.evaluate(() => globalThis.changedInAFrame)) < cells, 'elements were made while the picture waited for them');
});

test('axe-core finds nothing in dialogs and menus', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    await showGrid(page);
    await page.evaluate(axe);
    const found = [];
    for (const [button, dialog] of dialogs) {
        await activate(page, 'button', button);
        if (dialog) await widget(page, 'dialog', dialog).waitFor({ state: 'attached' });
        found.push(...(await violations(page)).map((line) => `${button}: ${line}`));
        await page.keyboard.press('Escape');
        await waitForRest(page);
    }
    assert.deepEqual(found, []);
    await context.close();
});

test('a story by keyboard and mirror alone: open, find the first error of the grid, mend it, see it saved', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, { semantics: false });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    // The first tab stop of the page opens the accessible view.
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Turn on the accessible view');
    await page.keyboard.press('Enter');
    await widget(page, 'link', 'RACI grid').waitFor({ state: 'attached' });
    // A screen reader goes to a link by its name, and works it by Enter.
    await widget(page, 'link', 'RACI grid').focus();
    await page.keyboard.press('Enter');
    await widget(page, 'heading', '9 things to settle').waitFor({ state: 'attached' });
    const first = widget(page, 'button', /^Nobody is responsible for doing Target account selection/).first();
    await first.focus();
    await page.keyboard.press('Enter');
    const fix = widget(page, 'button', /^Let VP Sales also do the work/).first();
    await fix.waitFor({ state: 'attached' });
    await fix.focus();
    await page.keyboard.press('Enter');
    await widget(page, 'heading', '8 things to settle').waitFor({ state: 'attached' });
    await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
    assert.deepEqual(page.problems, []);
    await context.close();
});
