// A page that does nothing but draw a window with Dear ImGui, to compare ours with:
//
//     cmake --build build/web --target fullcourt_bare_page
import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { checkout, temporaryFolder } from '../browser/harness.mjs';

const BARE = `<!doctype html>
<html lang="en" data-state="loading"><head><meta charset="utf-8"><title>Bare</title>
<link rel="preload" href="bare-page.wasm" as="fetch" type="application/wasm" crossorigin>
<style>html, body { height: 100%; margin: 0 } #canvas { display: block; width: 100%; height: 100% }</style></head>
<body><canvas id="canvas"></canvas><script src="bare-page.js" defer></script></body></html>
`;

export async function openBareSite() {
    const folder = await temporaryFolder('bare');
    for (const name of ['bare-page.js', 'bare-page.wasm']) await copyFile(path.join(checkout, 'build', 'web', 'tests', name), path.join(folder, name));
    await writeFile(path.join(folder, 'index.html'), BARE);
    const server = await serve({ folder, port: 0 });
    return { address: server.address, close: () => Promise.all([server.close(), rm(folder, { recursive: true })]) };
}
