// A plan file that was changed by two people comes back: compared, merged, settled, undone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { click, openBrowser, openPage, openTestSite, showGrid, widget } from './harness.mjs';

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

// Files leave as downloads and come by the browser's own dialog.
const noPickers = () => {
    delete globalThis.showOpenFilePicker;
    delete globalThis.showSaveFilePicker;
};
const saved = (page) => widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
const cell = (page, name) => widget(page, 'gridcell', new RegExp(`^${name}:`));

async function letter(page, name, key, shown) {
    await click(page, 'gridcell', new RegExp(`^${name}:`));
    await page.keyboard.press(key);
    await cell(page, name).and(page.locator(`[data-value="${shown}"]`)).waitFor({ state: 'attached' });
    await saved(page);
}

async function saveFile(page) {
    const download = page.waitForEvent('download');
    await click(page, 'button', 'Save file');
    return readFile(await (await download).path());
}

async function openFile(page, name, buffer) {
    const chooser = page.waitForEvent('filechooser');
    await click(page, 'button', 'Open file');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
}

async function person() {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await openPage(context, site.address, { init: noPickers });
    await showGrid(page);
    return { context, page };
}

test('two profiles change one shared plan; its conflicts are listed, settled and undone', async () => {
    const mine = await person();
    await letter(mine.page, 'Demo delivery, CFO', 'i', 'I');
    const shared = await saveFile(mine.page);
    const theirs = await person();
    await openFile(theirs.page, 'shared.fullcourt.json', shared);
    await cell(theirs.page, 'Demo delivery, CFO').and(theirs.page.locator('[data-value="I"]')).waitFor({ state: 'attached' });

    await letter(theirs.page, 'Close, VP Sales', 's', 'S');
    await letter(theirs.page, 'Demo delivery, VP Sales', 'c', 'C');
    const back = await saveFile(theirs.page);
    await letter(mine.page, 'Close, VP Sales', 'i', 'I');

    await openFile(mine.page, 'theirs.fullcourt.json', back);
    await widget(mine.page, 'dialog', 'A copy has arrived').waitFor({ state: 'attached' });
    await widget(mine.page, 'status', /Both copies went on from the same state/).waitFor({ state: 'attached' });
    await click(mine.page, 'button', 'Look at the difference');
    await click(mine.page, 'option', /^RACI grid: /);
    await widget(mine.page, 'gridcell', /^Demo delivery, VP Sales: added/).waitFor({ state: 'attached' });
    await click(mine.page, 'button', 'Merge');
    await widget(mine.page, 'status', '1 thing to settle').waitFor({ state: 'attached' });
    await saved(mine.page);

    // It is in the plan, so it is there after a reload, and a reload forgets no ancestry.
    await mine.page.reload();
    await widget(mine.page, 'button', 'More of this plan').waitFor({ state: 'attached' });
    await openFile(mine.page, 'theirs.fullcourt.json', back);
    await widget(mine.page, 'status', /^Nothing new/).waitFor({ state: 'attached' });
    await click(mine.page, 'button', 'Leave it');
    await click(mine.page, 'button', 'More of this plan');
    await click(mine.page, 'menuitem', 'Conflicts between copies (1)');
    await click(mine.page, 'button', 'VP Sales in Close: S (supports)');
    await showGrid(mine.page);
    await cell(mine.page, 'Close, VP Sales').and(mine.page.locator('[data-value="S"]')).waitFor({ state: 'attached' });
    await cell(mine.page, 'Demo delivery, VP Sales').and(mine.page.locator('[data-value="C"]')).waitFor({ state: 'attached' });
    await click(mine.page, 'button', 'Undo');
    await click(mine.page, 'button', 'More of this plan');
    await widget(mine.page, 'menuitem', 'Conflicts between copies (1)').waitFor({ state: 'attached' });
    assert.deepEqual(mine.page.problems, []);
    assert.deepEqual(theirs.page.problems, []);
    await mine.context.close();
    await theirs.context.close();
});
