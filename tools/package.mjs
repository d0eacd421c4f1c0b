#!/usr/bin/env node
// Makes the publishable folder: the built program under names that carry a hash of their content, and index.html
// from shell.html with these names filled in. Every address is relative, so that any subfolder of a host will do.
//
//     tools/package.mjs BUILD-FOLDER DIST-FOLDER
//
// Placeholders of shell.html: {{SCRIPT}}, {{WASM}}, {{STYLE}} (web/style.css), {{ASSET:name}} (assets/page/name).
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const PLACEHOLDER = /\{\{([A-Z]+)(?::([\w.-]+))?\}\}/g;
const OURS = /^[\w-]+\.[0-9a-f]{8}\.\w+$/;

export class PackageError extends Error {}

async function read(file, hint) {
    try {
        return await readFile(file);
    } catch {
        throw new PackageError(`${file} is missing: ${hint}`);
    }
}

function hashedName(name, bytes) {
    const { name: stem, ext } = path.parse(name);
    return `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
}

// Written beside and renamed, so that a page that is being served never sees half a file.
async function put(folder, name, bytes) {
    await writeFile(path.join(folder, `.${name}.part`), bytes);
    await rename(path.join(folder, `.${name}.part`), path.join(folder, name));
}

/// Returns [{ name, bytes }] of what the folder holds. `source` is the checkout.
export async function packagePage({ build, dist, source }) {
    const shell = (await read(path.join(source, 'shell.html'), 'it is the page that the program runs in')).toString('utf8');
    const files = new Map();
    const add = async (file, hint) => {
        const bytes = await read(file, hint);
        const name = hashedName(path.basename(file), bytes);
        files.set(name, bytes);
        return name;
    };
    const named = {
        SCRIPT: () => add(path.join(build, 'fullcourt.js'), 'build the page first (tools/run --build-only)'),
        WASM: () => add(path.join(build, 'fullcourt.wasm'), 'build the page first (tools/run --build-only)'),
        STYLE: () => add(path.join(source, 'web', 'style.css'), 'shell.html asks for {{STYLE}}'),
        ASSET: (name) => add(path.join(source, 'assets', 'page', name), `shell.html asks for {{ASSET:${name}}}`),
    };
    const filled = new Map();
    for (const [placeholder, kind, name] of shell.matchAll(PLACEHOLDER)) {
        if (!(kind in named)) throw new PackageError(`shell.html holds ${placeholder}, which nothing fills in`);
        if (!filled.has(placeholder)) filled.set(placeholder, await named[kind](name));
    }
    for (const needed of ['{{SCRIPT}}', '{{WASM}}']) {
        if (!filled.has(needed)) throw new PackageError(`shell.html does not hold ${needed}, so the page could not start`);
    }
    const page = Buffer.from(shell.replace(PLACEHOLDER, (placeholder) => filled.get(placeholder)));

    await mkdir(dist, { recursive: true });
    // index.html comes last: until then the old page and its files are whole.
    for (const [name, bytes] of files) await put(dist, name, bytes);
    await put(dist, 'index.html', page);
    // The folder may be anybody's: only what an earlier run wrote is removed.
    for (const name of await readdir(dist)) {
        if (OURS.test(name) && !files.has(name)) await rm(path.join(dist, name));
    }
    return [['index.html', page], ...files].map(([name, bytes]) => ({ name, bytes }));
}

function brotliSize(bytes) {
    return zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [build, dist, sizes] = process.argv.slice(2);
    const source = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
    if (!dist) {
        console.error('package: say where the built program is and where the page goes: package.mjs BUILD DIST [--sizes]');
        process.exit(2);
    }
    try {
        for (const { name, bytes } of await packagePage({ build, dist, source })) {
            const transferred = sizes ? `, ${(brotliSize(bytes) / 1000).toFixed(1)} kB as brotli` : '';
            console.log(`  ${name}: ${(bytes.length / 1000).toFixed(1)} kB${transferred}`);
        }
    } catch (error) {
        if (!(error instanceof PackageError)) throw error;
        console.error(`package: ${error.message}`);
        process.exit(1);
    }
}
