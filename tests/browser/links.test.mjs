// Share links as the person at the other end meets them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import { click, openBrowser, openPage, openTestSite, widget } from './harness.mjs';

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
