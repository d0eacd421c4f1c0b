import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { packed } from '../../tools/png.mjs';
import { galleryPage, partsOf } from '../../tools/gallery_page.mjs';

test('a picture is told apart by its screen, size and theme', () => {
    assert.deepEqual(partsOf('section-KPIs-details-large-dark.png'), ['section-KPIs-details', 'Large, dark']);
    assert.deepEqual(partsOf('grid.png'), ['grid', 'Projector']);
    assert.deepEqual(partsOf('grid-tablet.png'), ['grid', 'Tablet']);
});

test('the gallery has a row a screen with all its pictures', () => {
    const page = galleryPage(['grid.png', 'grid-dark.png', 'plans.png', 'section-RACI grid.png']);
    assert.match(page, /3 screens/);
    assert.equal(page.match(/<figure>/g).length, 4);
    assert.match(page, /section-RACI%20grid\.png/);
});

/// What a PNG file shows, of true colours or of a palette: its size, and red, green and blue at a place.
function pictureOf(png) {
    const chunks = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        chunks.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
    }
    const named = (wanted) => Buffer.concat(chunks.filter(([name]) => name === wanted).map(([, body]) => body));
    const header = named('IHDR');
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const raw = inflateSync(named('IDAT'));
    const colours = named('PLTE');
    const indexed = header[9] === 3;
    const row = width * (indexed ? 1 : 3) + 1;
    const pixel = (x, y) => (indexed ? [...colours.subarray(raw[y * row + 1 + x] * 3).subarray(0, 3)] : [...raw.subarray(y * row + 1 + x * 3).subarray(0, 3)]);
    return { width, height, pixel };
}

/// As the views write them: true colours, nothing filtered.
function written(width, height, colour) {
    const raw = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (_, x) => colour(x, y)).flat()])));
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const chunk = (name, body) => {
        const size = Buffer.alloc(4);
        size.writeUInt32BE(body.length);
        return Buffer.concat([size, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
    };
    return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 0 })), chunk('IEND', Buffer.alloc(0))]);
}

test('a picture of few colours is packed without a change, and one of many with none that is seen', () => {
    const few = written(40, 30, (x, y) => [(x % 4) * 60, (y % 3) * 80, 200]);
    const small = packed(few);
    assert.ok(small.length < few.length / 4);
    const many = written(64, 64, (x, y) => [x * 4, y * 4, 255 - x * 2]);
    for (const [before, tolerance] of [[few, 0], [many, 32]]) {
        const [was, is] = [pictureOf(before), pictureOf(packed(before))];
        assert.deepEqual([is.width, is.height], [was.width, was.height]);
        for (let y = 0; y < was.height; ++y) {
            for (let x = 0; x < was.width; ++x) {
                const apart = Math.hypot(...was.pixel(x, y).map((value, k) => value - is.pixel(x, y)[k]));
                assert.ok(apart <= tolerance, `${x}, ${y}: ${apart}`);
            }
        }
    }
});

test('the pictures that the README shows are there, of a screen\'s size and quick to load', async () => {
    const root = path.join(import.meta.dirname, '..', '..');
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[[^\]]+\]\((assets\/screenshots\/[^)]+)\)/g)].map(([, file]) => path.basename(file)).sort();
    assert.deepEqual((await readdir(path.join(root, 'assets/screenshots'))).sort(), shown);
    assert.ok(shown.length >= 4);
    for (const name of shown) {
        const png = await readFile(path.join(root, 'assets/screenshots', name));
        const { width, height } = pictureOf(png);
        assert.ok(png.length < 250_000, `${name} has ${png.length} bytes`);
        assert.ok([1280, 1920].includes(width) && height === (width * 9) / 16, `${name} is ${width} × ${height}`);
    }
});
