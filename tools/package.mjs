#!/usr/bin/env node
// Makes the publishable folder: the built program under names that carry a hash of their content, index.html from shell.html
// with these names filled in, the manifest and icons for installing it, the service worker that keeps the page offline, the frame
// of "Save as a web page", the licences of what is inside, and the plan file's schema. Every address is relative, so that any subfolder of a host will do.
//
//     tools/package.mjs BUILD-FOLDER DIST-FOLDER
//
// Placeholders of shell.html: {{SCRIPT}}, {{WASM}}, {{LATER}}, {{STYLE}} (web/style.css), {{ASSET:name}} (assets/page/name), {{MANIFEST}},
// {{ICON:size}}, {{FRAME}}, {{LICENCES}}, {{EARLY}} (web/early/early.js). What stands between <!--served--> and <!--/served--> is not in the frame.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const PLACEHOLDER = /\{\{([A-Z]+)(?::([\w.-]+))?\}\}/g;
const SERVED = /<!--served-->\n([^]*?)<!--\/served-->\n/g;
const OURS = /^[\w-]+\.[0-9a-f]{8}\.\w+$/;
// What a launcher asks for when the page is installed; the page itself never does.
const FOR_LAUNCHERS = /\.png$/;

export class PackageError extends Error {}

async function read(file, hint) {
    try {
        return await readFile(file);
    } catch {
        throw new PackageError(`${file} is missing: ${hint}`);
    }
}

const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding);
const policyHash = (text) => `'sha256-${sha256(text, 'base64')}'`;

function hashedName(name, bytes) {
    const { name: stem, ext } = path.parse(name);
    return `${stem}.${sha256(bytes).slice(0, 8)}${ext}`;
}

// Written beside and renamed, so that a page that is being served never sees half a file.
async function put(folder, name, bytes) {
    await writeFile(path.join(folder, `.${name}.part`), bytes);
    await rename(path.join(folder, `.${name}.part`), path.join(folder, name));
}

function manifest(icons) {
    const type = (name) => (name.endsWith('.svg') ? 'image/svg+xml' : 'image/png');
    return JSON.stringify({
        name: 'Fullcourt',
        short_name: 'Fullcourt',
        description: 'Plans an account-based marketing operating model: who does what, in which organisation, on which accounts.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f7f8fa',
        theme_color: '#f7f8fa',
        icons: icons.map(({ name, sizes, purpose }) => ({ src: name, sizes, type: type(name), purpose })),
        file_handlers: [{ action: './', accept: { 'application/json': ['.json'] } }],
        // A file that is opened while the page is open goes there: nothing that is being worked on is left.
        launch_handler: { client_mode: ['focus-existing', 'auto'] },
    }, null, 1) + '\n';
}

/// Without comments and the room at the beginning of lines: in the frame each character takes two bytes, of 1.5 MB in all.
const lean = (text) => text.replace(/^\s*(\/\/.*|\/\*.*\*\/)$/gm, '').replace(/^\s+/gm, '');

/// The page as one file, without what differs from plan to plan: {{TITLE}}, {{PLAN}}, {{READING}} and the packed parts
/// {{FRAME}}, {{LICENCES}}, {{PROGRAM}}, {{CODE}}, {{LATER}} are filled in by web/web_page.js.
function frameOf(shell, { style, start, icon, program }) {
    if (/<\/script|<!--|\r/i.test(start) || /<\/style|\r/i.test(style)) throw new PackageError('web/one_file/start.js or web/style.css would end its own element');
    const policy = `default-src 'none'; script-src ${policyHash(start)} ${policyHash(program)} 'wasm-unsafe-eval'; style-src ${policyHash(style)}; ` +
        "img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types fullcourt";
    const regions = [
        `<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>{{TITLE}}</title>
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<style>${style}</style>
`,
        `<script>${start}</script>
<script type="application/json" id="carried-plan" {{READING}}>{{PLAN}}</script>
<script type="text/plain" id="packed-frame">{{FRAME}}</script>
<script type="text/plain" id="packed-licences">{{LICENCES}}</script>
<script type="text/plain" id="packed-program">{{PROGRAM}}</script>
<script type="text/plain" id="packed-code">{{CODE}}</script>
<script type="text/plain" id="packed-later">{{LATER}}</script>
`,
    ];
    if ([...shell.matchAll(SERVED)].length !== regions.length) throw new PackageError('shell.html must hold two parts between <!--served--> and <!--/served-->');
    // The file is in UTF-16, as its byte order mark says.
    return shell.replace(SERVED, () => regions.shift()).replace('<meta charset="utf-8">\n', '');
}

/// Returns [{ name, bytes }] of what the folder holds. `source` is the checkout.
export async function packagePage({ build, dist, source }) {
    const shell = (await read(path.join(source, 'shell.html'), 'it is the page that the program runs in')).toString('utf8');
    const files = new Map();
    const keep = (name, bytes) => {
        const hashed = hashedName(name, bytes);
        files.set(hashed, bytes);
        return hashed;
    };
    const web = (name) => read(path.join(source, 'web', name), 'it is a part of the page');
    const asset = (name) => read(path.join(source, 'assets', 'page', name), `shell.html asks for it`);
    const built = (name) => read(path.join(build, name), 'build the page first (tools/run --build-only)');
    const icon = async (size, wide) => {
        const { drawIcon, fullBleed } = await import('./icons.mjs');
        const svg = (await asset('icon.svg')).toString('utf8');
        return keep(wide ? 'icon-wide.png' : 'icon.png', await drawIcon(wide ? fullBleed(svg) : svg, size));
    };
    const named = {
        SCRIPT: async () => keep('fullcourt.js', await built('fullcourt.js')),
        WASM: async () => keep('fullcourt.wasm', await built('fullcourt.wasm')),
        LATER: async () => keep('fullcourt-later.wasm', await built('fullcourt-later.wasm')),
        LICENCES: async () => keep('licences.txt', await built('licences.txt')),
        EARLY: async () => keep('early.js', Buffer.concat([await web('start/database.js'), await web('early/early.js')])),
        STYLE: async () => keep('style.css', await web('style.css')),
        ASSET: async (name) => keep(name, await asset(name)),
        ICON: (size) => icon(Number(size), true),
        MANIFEST: async () => keep('fullcourt.webmanifest', Buffer.from(manifest([
            { name: keep('icon.svg', await asset('icon.svg')), sizes: 'any', purpose: 'any' },
            { name: await icon(192), sizes: '192x192', purpose: 'any' },
            { name: await icon(512), sizes: '512x512', purpose: 'any' },
            { name: await icon(512, true), sizes: '512x512', purpose: 'maskable' },
        ]))),
        FRAME: async () => keep('page.frame', Buffer.from(frameOf(shell, {
            style: lean((await web('style.css')).toString('utf8')),
            start: lean((await web('one_file/start.js')).toString('utf8')),
            icon: (await asset('icon.svg')).toString('utf8'),
            program: await built('fullcourt.js'),
        }))),
    };
    const filled = new Map();
    for (const [placeholder, kind, name] of shell.matchAll(PLACEHOLDER)) {
        if (!(kind in named)) throw new PackageError(`shell.html holds ${placeholder}, which nothing fills in`);
        if (!filled.has(placeholder)) filled.set(placeholder, await named[kind](name));
    }
    for (const needed of ['{{SCRIPT}}', '{{WASM}}', '{{LATER}}']) {
        if (!filled.has(needed)) throw new PackageError(`shell.html does not hold ${needed}, so the page could not start`);
    }
    const page = Buffer.from(shell.replace(/<!--\/?served-->\n/g, '').replace(PLACEHOLDER, (placeholder) => filled.get(placeholder)));

    const offline = new Map([['index.html', page], ...[...files].filter(([name]) => !FOR_LAUNCHERS.test(name)).sort()]);
    const listed = JSON.stringify(Object.fromEntries([...offline].map(([name, bytes]) => [name, sha256(bytes)])), null, 1);
    const worker = (await web('worker/service_worker.js')).toString('utf8').replace('{{FILES}}', listed).replace('{{BUILD}}', sha256(listed).slice(0, 16));
    // Under names that stay. index.html comes last: until then the old page and its files are whole.
    const fixed = new Map([
        ['plan.schema.json', await asset('plan.schema.json')],
        ['service-worker.js', Buffer.from(worker)],
        ['index.html', page],
    ]);

    await mkdir(dist, { recursive: true });
    for (const [name, bytes] of [...files, ...fixed]) await put(dist, name, bytes);
    // The folder may be anybody's: only what an earlier run wrote is removed.
    for (const name of await readdir(dist)) {
        if (OURS.test(name) && !files.has(name)) await rm(path.join(dist, name));
    }
    return [...[...fixed].reverse(), ...files].map(([name, bytes]) => ({ name, bytes }));
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
