// The page as one file in the other two engines: it opens from disk without a network and asks for nothing.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { openFirefox, openWebKit, waitUntil } from './engines.mjs';
import { openBrowser, openPage, temporaryFolder } from './harness.mjs';
import { call, openPlatformSite } from './platform_page.mjs';

const PLAN = JSON.stringify({ fullcourt: { version: 1 }, title: '</script><script>globalThis.brokeOut = 1</script><!-- \u2028 é 🎉' });

let folder;
let file;
test.before(async () => {
    folder = await temporaryFolder('engines');
    file = path.join(folder, 'page.html');
    const site = await openPlatformSite();
    const browser = await openBrowser();
    const page = await openPage(browser, site.address, { init: () => { delete window.showSaveFilePicker; } });
    const download = page.waitForEvent('download');
    await call(page, 'save-page', PLAN, 'Title');
    await (await download).saveAs(file);
    await browser.close();
    await site.close();
});
test.after(() => rm(folder, { recursive: true, force: true }));

for (const [name, open] of [['Firefox', openFirefox], ['WebKit', openWebKit]]) {
    test(`the page opens from disk in ${name}, whole, and asks for nothing`, async () => {
        const browser = await open();
        try {
            const address = pathToFileURL(file).href;
            await browser.open(address);
            const state = await waitUntil(() => browser.evaluate("document.documentElement.dataset.state !== 'loading' && document.documentElement.dataset.state"), 'the first frame');
            console.log(`# ${browser.name}: ${state} within ${Math.round(await browser.evaluate('performance.now()'))} ms`);
            assert.equal(await browser.evaluate("document.getElementById('fatal-sentence').textContent + document.getElementById('fatal-details').textContent"), '');
            assert.equal(state, 'running');
            assert.equal(await browser.evaluate("JSON.parse(document.getElementById('carried-plan').textContent).title"), JSON.parse(PLAN).title);
            assert.equal(await browser.evaluate('globalThis.brokeOut ?? null'), null);
            assert.deepEqual((await browser.requests()).filter((asked) => asked !== address && !asked.startsWith('data:')), []);
        } finally {
            await browser.close();
        }
    });
}
