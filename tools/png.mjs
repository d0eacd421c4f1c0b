#!/usr/bin/env node
// PNG pictures made small: the views write them unpacked, which is quick; what goes into the repository is packed.
//
//     tools/png.mjs FILE…        each is written over
import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync, inflateSync, crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function* chunksOf(png) {
    for (let at = signature.length; at < png.length;) {
        const size = png.readUInt32BE(at);
        yield { name: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + size) };
        at += size + 12;
    }
}

function chunk(name, body) {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(body.length, 0);
    ends.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/// Width, height and the bytes of a picture as the views write it: red, green and blue, 8 bits each, no row filtered.
function pixelsOf(png) {
    const chunks = [...chunksOf(png)];
    const header = chunks.find(({ name }) => name === 'IHDR').body;
    const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
    const raw = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ body }) => body)));
    const row = width * 3;
    const rows = Array.from({ length: height }, (_, y) => raw.subarray(y * (row + 1), (y + 1) * (row + 1)));
    if (depth !== 8 || colour !== 2 || rows.some(([filter]) => filter !== 0)) throw new Error('Not a picture as the views write it');
    return { width, height, pixels: Buffer.concat(rows.map((bytes) => bytes.subarray(1))) };
}

/// As few colours as stand for all with none further off than `tolerance`, the most frequent first; nothing where 256 are too few.
function paletteOf(counts, tolerance) {
    const chosen = [];
    for (const [colour] of counts) {
        if (nearest(chosen, colour).distance <= tolerance ** 2) continue;
        if (chosen.length === 256) return null;
        chosen.push(colour);
    }
    return chosen;
}

function nearest(chosen, colour) {
    let [index, distance] = [0, Infinity];
    chosen.forEach((other, at) => {
        const [red, green, blue] = [(colour >> 16) - (other >> 16), ((colour >> 8) & 255) - ((other >> 8) & 255), (colour & 255) - (other & 255)];
        const apart = red * red + green * green + blue * blue;
        if (apart < distance) [index, distance] = [at, apart];
    });
    return { index, distance };
}

/// The same picture in at most 256 colours, packed: a page of text on plain grounds has few, and what is left out are shades of its
/// letters' edges that nobody tells apart.
export function packed(png) {
    const { width, height, pixels } = pixelsOf(png);
    const counts = new Map();
    for (let at = 0; at < pixels.length; at += 3) {
        const colour = pixels.readUIntBE(at, 3);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const byCount = [...counts].sort((a, b) => b[1] - a[1]);
    let palette = null;
    for (let tolerance = 0; palette === null; tolerance += 2) palette = paletteOf(byCount, tolerance);
    const places = new Map(byCount.map(([colour]) => [colour, nearest(palette, colour).index]));
    const raw = Buffer.alloc((width + 1) * height);
    for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) raw[y * (width + 1) + 1 + x] = places.get(pixels.readUIntBE((y * width + x) * 3, 3));
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    const colours = Buffer.alloc(palette.length * 3);
    palette.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3));
    return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(raw, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

if (process.argv[1] === import.meta.filename) {
    for (const file of process.argv.slice(2)) {
        const small = packed(await readFile(file));
        await writeFile(file, small);
        console.log(`${file}: ${small.length.toLocaleString('en')} bytes`);
    }
}
