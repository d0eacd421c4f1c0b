// Files that were opened or saved here: found again after the page was closed, by a handle where the browser has one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, openPage } from './harness.mjs';
import { call, next, openPlatformSite } from './platform_page.mjs';

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

/// The browser's private files have the same handles as those of the disk, and no dialog.
function withFile() {
    window.showOpenFilePicker = async () => {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle('plan.fullcourt.json', { create: true });
        const stream = await handle.createWritable();
        await stream.write('{"fullcourt":{"version":1}}');
        await stream.close();
        return [handle];
    };
}

test('a file is opened again from the list after the page was closed, and saved in place', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, { init: withFile });
    await call(page, 'pick', '.json');
    const opened = await next(page, 'FileOpened');
    await call(page, 'remember', opened.name, opened.handle);
    assert.match((await next(page, 'RecentFilesListed')).files, /^\d+ plan\.fullcourt\.json reopens\n$/);
    // The same file again is one line, not two.
    await call(page, 'remember', opened.name, opened.handle);
    assert.match((await next(page, 'RecentFilesListed')).files, /^\d+ plan\.fullcourt\.json reopens\n$/);
    await page.close();

    const again = await openPage(context, site.address);
    await call(again, 'recent');
    const [, key] = /^(\d+) /.exec((await next(again, 'RecentFilesListed')).files);
    await call(again, 'open-recent', key);
    const found = await next(again, 'FileOpened');
    assert.equal(found.start, '{"fullcourt":{"version":1}}');
    await call(again, 'save', 'plan.fullcourt.json', 'changed', String(found.handle));
    await next(again, 'FileSaved');
    await call(again, 'open-recent', key);
    const after = await next(again, 'FileOpened');
    assert.equal(after.start, 'changed');

    await again.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('plan.fullcourt.json'));
    await call(again, 'open-recent', key);
    assert.match((await next(again, 'FileFailed')).error, /no longer there/);
    await call(again, 'forget-recent', key);
    assert.equal((await next(again, 'RecentFilesListed', { files: '' })).files, '');
    await context.close();
});

test('where the browser has no handles the names are listed, the newest first and not for ever', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    for (let at = 0; at < 14; ++at) {
        await call(page, 'remember', `plan ${at}.json`, '0');
        await next(page, 'RecentFilesListed');
    }
    await call(page, 'remember', 'plan 5.json', '0');
    const names = (await next(page, 'RecentFilesListed')).files.trim().split('\n').map((line) => line.replace(/^\d+ /, ''));
    assert.equal(names.length, 12);
    assert.equal(names[0], 'plan 5.json');
    assert.equal(names[1], 'plan 13.json');
    assert.ok(!names.includes('plan 0.json'));
    assert.deepEqual(page.problems, []);
    await context.close();
});
