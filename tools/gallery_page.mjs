#!/usr/bin/env node
// A page to look through the pictures of a folder: one row a screen, one column a size and theme.
//
//     tools/gallery_page.mjs FOLDER
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

// What the names of pictures end in (tests/views/harness.cpp), as a person calls it; the longest first.
const variants = [
    ['-large-dark', 'Large, dark'], ['-laptop-dark', 'Laptop, dark'], ['-desk-dark', 'Desk, dark'], ['-tablet-dark', 'Tablet, dark'],
    ['-large', 'Large'], ['-laptop', 'Laptop'], ['-desk', 'Desk'], ['-tablet', 'Tablet'], ['-dark', 'Projector, dark'], ['', 'Projector'],
];

/// [screen, variant] of a picture's name.
export function partsOf(name) {
    const stem = name.replace(/\.png$/, '');
    const [ending, called] = variants.find(([suffix]) => stem.endsWith(suffix));
    return [stem.slice(0, stem.length - ending.length), called];
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function galleryPage(names) {
    const screens = new Map();
    for (const name of [...names].sort()) {
        const [screen, variant] = partsOf(name);
        screens.set(screen, [...(screens.get(screen) ?? []), { name, variant }]);
    }
    const figure = ({ name, variant }) =>
        `<figure><a href="${escaped(encodeURI(name))}"><img loading="lazy" src="${escaped(encodeURI(name))}" alt="${escaped(name)}"></a><figcaption>${escaped(variant)}</figcaption></figure>`;
    const rows = [...screens].map(([screen, pictures]) => `<h2>${escaped(screen)}</h2>\n<div>${pictures.map(figure).join('\n')}</div>`);
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fullcourt: every screen</title>
<style>
body { margin: 24px; font: 14px system-ui, sans-serif; background: #e9ebef; color: #14181f; }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(440px, 1fr)); gap: 16px; }
figure { margin: 0; }
img { width: 100%; border: 1px solid #c5cad3; border-radius: 6px; }
figcaption { color: #4a5261; }
</style>
<h1>${screens.size} screens</h1>
${rows.join('\n')}
</html>
`;
}

if (process.argv[1] === import.meta.filename) {
    const folder = process.argv[2];
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    await writeFile(path.join(folder, 'index.html'), galleryPage(names));
    console.log(`${names.length} pictures: ${path.join(folder, 'index.html')}`);
}
