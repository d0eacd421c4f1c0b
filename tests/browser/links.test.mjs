// Share links as the person at the other end meets them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import readCode from 'jsqr';
import { click, openBrowser, openPage, openTestSite, waitForRest, widget } from './harness.mjs';

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

const link = readFileSync(new URL('../golden/links/v1-edited.link', import.meta.url), 'utf8').trim();
const there = (page, role, name) => widget(page, role, name).first().waitFor({ state: 'attached' });

test('a cut link says so, and the address does not keep it', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, { hash: link.slice(0, 400) });
    await there(page, 'alert', /^This link was cut on the way: of its \d+ characters only 394 arrived/);
    assert.equal(await page.evaluate(() => location.hash), '');
    await context.close();
});

test('a link that comes while the page is open is read too', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    await page.evaluate((hash) => { location.hash = hash; }, link.replace('#plan=', '#plan=A'));
    await there(page, 'alert', /^This link/);
    assert.equal(await page.evaluate(() => location.hash), '');
    await context.close();
});

test('a link works where the page’s address has two slashes in a row', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, `${new URL(site.address).origin}//index.html`, { hash: link.slice(0, 400) });
    await there(page, 'alert', /^This link was cut on the way/);
    assert.match(page.url(), /\/\/index\.html\?semantics=on$/);
    assert.deepEqual(page.problems, []);
    await context.close();
});

test('the share dialog gives a short link', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address);
    await click(page, 'button', 'Share');
    const field = widget(page, 'textbox', 'Link').first();
    await field.waitFor({ state: 'attached' });
    const shared = await field.getAttribute('data-value');
    assert.match(shared, /^http[^?]*#plan=/);
    assert.ok(shared.length <= 200, `${shared.length} characters`);
    await context.close();
});

/// What a telephone that is held before the page reads: the picture of the whole page, as another program's reader sees it.
async function codeInSight(page) {
    const picture = (await page.screenshot()).toString('base64');
    const blank = await page.context().newPage();
    const { width, height, pixels } = await blank.evaluate(async (base64) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawing = canvas.getContext('2d');
        drawing.drawImage(image, 0, 0);
        const { data } = drawing.getImageData(0, 0, image.width, image.height);
        let bytes = '';
        for (let i = 0; i < data.length; i += 4) bytes += String.fromCharCode(data[i], data[i + 1], data[i + 2], data[i + 3]);
        return { width: image.width, height: image.height, pixels: btoa(bytes) };
    }, picture);
    await blank.close();
    return readCode(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data;
}

for (const colorScheme of ['light', 'dark']) {
    test(`the code in the share dialog is the link, read by another reader, ${colorScheme}`, async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, colorScheme });
        const page = await openPage(context, site.address, { hash: link });
        await click(page, 'button', 'Open it');
        await there(page, 'button', 'Saved in this browser');
        await click(page, 'button', 'Share');
        const field = widget(page, 'textbox', 'Link').first();
        await field.waitFor({ state: 'attached' });
        const shared = await field.getAttribute('data-value');
        assert.ok(shared.length > 600, `${shared.length} characters`);
        await waitForRest(page);
        assert.equal(await codeInSight(page), shared);
        await click(page, 'button', 'Show it large');
        await waitForRest(page);
        assert.equal(await codeInSight(page), shared);
        await context.close();
    });
}

test('a link opened in a fresh profile shows the plan, and a reload does not ask again', async () => {
    const context = await browser.newContext();
    const page = await openPage(context, site.address, { hash: link });
    await page.waitForFunction(() => [...document.querySelectorAll('#mirror *')].some((e) => /Nordwind AG/.test(`${e.ariaLabel} ${e.dataset.value}`)));
    assert.equal(await page.evaluate(() => location.hash), '');
    await click(page, 'button', 'Open it');
    await page.locator('#mirror [role="button"][aria-label="Rename plan"][data-value="Nordwind AG"]').waitFor({ state: 'attached' });
    await there(page, 'button', 'Saved in this browser');
    await page.reload();
    await page.locator('#mirror [role="button"][aria-label="Rename plan"][data-value="Nordwind AG"]').waitFor({ state: 'attached' });
    assert.equal(await widget(page, 'dialog').count(), 0);
    await context.close();
});
