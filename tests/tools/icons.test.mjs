// The icons for installing the page, drawn from the one SVG.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { drawIcon, fullBleed } from '../../tools/icons.mjs';

const svg = readFileSync(new URL('../../assets/page/icon.svg', import.meta.url), 'utf8');

test('an icon is a PNG of the size asked for, and the same each time', async () => {
    const png = await drawIcon(svg, 192);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [192, 192]);
    assert.deepEqual(await drawIcon(svg, 192), png);
});

test('the icon that launchers cut to their own shape has no corners of its own', () => {
    assert.match(fullBleed(svg), /^<svg[^>]*viewBox="0 0 40 40"><rect width="40" height="40" fill="#1f5fbf"\/>/);
    assert.throws(() => fullBleed('<svg/>'), /no ground/);
});
