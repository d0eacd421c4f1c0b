// Pictures of the page's icon for installing it, drawn from assets/page/icon.svg.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

let started;
function start() {
    started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
    return started;
}

/// The icon on a ground without corners, inside the circle that every launcher leaves whole.
export function fullBleed(svg) {
    const ground = /<rect[^>]*\bfill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
    if (!ground) throw new Error('the icon has no ground of one colour');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${ground}"/>${svg.trim().replace('<svg ', '<svg x="4" y="4" width="32" height="32" ')}</svg>`;
}

/// A square PNG.
export async function drawIcon(svg, size) {
    await start();
    const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
    try {
        const image = drawn.render();
        try {
            return Buffer.from(image.asPng());
        } finally {
            image.free();
        }
    } finally {
        drawn.free();
    }
}
