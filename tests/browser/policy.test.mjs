// What the page's policy keeps out, even if some text should ever get where markup or code is read.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, openPage, openTestSite } from './harness.mjs';

let site;
let browser;
test.before(async () => {
    site = await openTestSite();
    browser = await openBrowser();
});
test.after(async () => {
    await browser?.close();
    await site?.close();
});

test('no text becomes markup or code in the page', async () => {
    const page = await openPage(browser, site.address);
    const outcome = await page.evaluate(() => {
        const attempt = (act) => {
            try {
                act();
                return 'done';
            } catch (error) {
                return error.name;
            }
        };
        return {
            markup: attempt(() => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>')),
            script: attempt(() => { document.createElement('script').textContent = 'globalThis.ran = 1'; }),
            address: attempt(() => { document.createElement('script').src = 'foreign.js'; }),
            handler: attempt(() => document.createElement('b').setAttribute('onclick', 'globalThis.ran = 1')),
            object: attempt(() => { document.createElement('object').data = 'foreign.html'; }),
            policy: attempt(() => trustedTypes.createPolicy('foreign', {})),
        };
    });
    assert.deepEqual(outcome, { markup: 'TypeError', script: 'TypeError', address: 'TypeError', handler: 'TypeError', object: 'TypeError', policy: 'TypeError' });
    await page.context().close();
});

test('the page talks to nobody but its host', async () => {
    const page = await openPage(browser, site.address);
    const refused = await page.evaluate(async () => {
        const directives = new Set();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.add(effectiveDirective));
        const foreign = 'https://example.com/';
        await fetch(foreign).catch(() => {});
        await new Promise((resolve) => {
            const image = new Image();
            image.onerror = resolve;
            image.src = `${foreign}seen.png`;
        });
        const append = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
        append('iframe', { src: foreign });
        append('link', { rel: 'stylesheet', href: `${foreign}style.css` });
        append('style', { textContent: 'body { color: red }' });
        const form = document.createElement('form');
        form.action = foreign;
        document.body.append(form);
        form.submit();
        while (directives.size < 5) await new Promise((resolve) => setTimeout(resolve, 20));
        return [...directives].sort();
    });
    assert.deepEqual(refused, ['connect-src', 'form-action', 'frame-src', 'img-src', 'style-src-elem']);
    await page.context().close();
});
