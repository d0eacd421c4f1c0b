// The publishable folder: hashed names, filled in, and what is missing is said.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { PackageError, packagePage } from '../../tools/package.mjs';

let place;
let options;

beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'fullcourt-package-'));
    options = { source: path.join(place, 'source'), build: path.join(place, 'build'), dist: path.join(place, 'dist') };
    mkdirSync(options.source);
    mkdirSync(options.build);
    writeFileSync(path.join(options.build, 'fullcourt.js'), 'program');
    writeFileSync(path.join(options.build, 'fullcourt.wasm'), 'code');
    writeFileSync(path.join(options.build, 'fullcourt-later.wasm'), 'later');
    writeFileSync(path.join(options.source, 'shell.html'), '<script src="{{SCRIPT}}" data-wasm="{{WASM}}" data-later="{{LATER}}"></script>');
    for (const folder of ['web/worker', 'web/one_file', 'web/early', 'web/start', 'assets/page']) mkdirSync(path.join(options.source, folder), { recursive: true });
    writeFileSync(path.join(options.source, 'web', 'worker', 'service_worker.js'), 'files({{FILES}}); build("{{BUILD}}");');
    writeFileSync(path.join(options.source, 'web', 'one_file', 'start.js'), 'start();');
    writeFileSync(path.join(options.source, 'web', 'early', 'early.js'), 'early();');
    writeFileSync(path.join(options.source, 'web', 'style.css'), 'p { margin: 0; }');
    writeFileSync(path.join(options.source, 'assets', 'page', 'plan.schema.json'), '{}');
    writeFileSync(path.join(options.source, 'assets', 'page', 'icon.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1f5fbf"/></svg>');
});
afterEach(() => rmSync(place, { recursive: true }));

const names = () => readdirSync(options.dist).sort();

test('the program has hashed names and the page knows them', async () => {
    await packagePage(options);
    const [later, script, wasm, index, ...others] = names();
    assert.match(script, /^fullcourt\.[0-9a-f]{8}\.js$/);
    assert.match(wasm, /^fullcourt\.[0-9a-f]{8}\.wasm$/);
    assert.match(later, /^fullcourt-later\.[0-9a-f]{8}\.wasm$/);
    assert.equal(readFileSync(path.join(options.dist, index), 'utf8'), `<script src="${script}" data-wasm="${wasm}" data-later="${later}"></script>`);
    assert.deepEqual(others, ['plan.schema.json', 'service-worker.js']);
});

test('a change leaves nothing of the old program and all that is not ours', async () => {
    await packagePage(options);
    const before = names();
    writeFileSync(path.join(options.dist, 'CNAME'), 'plans.example');
    writeFileSync(path.join(options.build, 'fullcourt.wasm'), 'other code');
    await packagePage(options);
    assert.equal(names().length, 7);
    assert.ok(names().includes('CNAME'));
    assert.ok(names().includes(before[1]), 'what did not change keeps its name');
    assert.ok(!names().includes(before[2]));
});

test('nothing changed gives the same bytes', async () => {
    const first = await packagePage(options);
    assert.deepEqual(await packagePage(options), first);
});

test('assets of the page are hashed too', async () => {
    writeFileSync(path.join(options.source, 'shell.html'), '{{ASSET:icon.svg}} {{SCRIPT}} {{WASM}} {{LATER}}');
    await packagePage(options);
    assert.match(readFileSync(path.join(options.dist, 'index.html'), 'utf8'), /^icon\.[0-9a-f]{8}\.svg /);
});

const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding);

test('the service worker knows every file of its build by its hash, and another build is another', async () => {
    await packagePage(options);
    const worker = () => readFileSync(path.join(options.dist, 'service-worker.js'), 'utf8');
    const [, listed, build] = /^files\(([^]*)\); build\("([0-9a-f]{16})"\);$/.exec(worker());
    const files = JSON.parse(listed);
    assert.deepEqual(Object.keys(files).sort(), names().filter((name) => !['plan.schema.json', 'service-worker.js'].includes(name)));
    for (const [name, hash] of Object.entries(files)) assert.equal(hash, sha256(readFileSync(path.join(options.dist, name))));
    writeFileSync(path.join(options.build, 'fullcourt.wasm'), 'other code');
    await packagePage(options);
    assert.ok(!worker().includes(build));
});

test('the frame of a page that is one file names its scripts by their hashes and nothing of the host', async () => {
    writeFileSync(path.join(options.source, 'shell.html'),
        '<head>\n<!--served-->\n<link href="{{STYLE}}"><meta content="{{FRAME}}">\n<!--/served-->\n</head><p>body</p>\n<!--served-->\n<script src="{{SCRIPT}}" data-wasm="{{WASM}}" data-later="{{LATER}}"></script>\n<!--/served-->\n');
    await packagePage(options);
    const frame = readFileSync(path.join(options.dist, names().find((name) => name.endsWith('.frame'))), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(frame)[1];
    for (const part of [/<script>([^]*?)<\/script>/, /<style>([^]*?)<\/style>/]) {
        assert.ok(policy.includes(`'sha256-${sha256(part.exec(frame)[1], 'base64')}'`));
    }
    assert.ok(policy.includes(`'sha256-${sha256('program', 'base64')}'`));
    assert.ok(policy.startsWith("default-src 'none'") && !policy.includes("'self'") && !policy.includes('unsafe-inline'));
    assert.ok(frame.indexOf('<script>') < frame.indexOf('{{PLAN}}'), 'it notices that what follows was cut off');
    assert.deepEqual([...frame.matchAll(/\{\{([A-Z]+)\}\}/g)].map(([, name]) => name), ['TITLE', 'READING', 'PLAN', 'FRAME', 'LICENCES', 'PROGRAM', 'CODE', 'LATER']);
    assert.ok(frame.includes('<p>body</p>'));
    assert.doesNotMatch(frame, /(src|href)="(?!data:)/);
    writeFileSync(path.join(options.source, 'web', 'one_file', 'start.js'), '"</script>"');
    await assert.rejects(packagePage(options), PackageError);
});

test('the licences of what is inside are a file of the build, kept offline with it', async () => {
    writeFileSync(path.join(options.source, 'shell.html'), '{{SCRIPT}} {{WASM}} {{LATER}} {{LICENCES}}');
    await assert.rejects(packagePage(options), /licences\.txt is missing/);
    writeFileSync(path.join(options.build, 'licences.txt'), 'who owns what');
    await packagePage(options);
    const name = names().find((file) => /^licences\.[0-9a-f]{8}\.txt$/.test(file));
    assert.equal(readFileSync(path.join(options.dist, name), 'utf8'), 'who owns what');
    assert.ok(readFileSync(path.join(options.dist, 'index.html'), 'utf8').endsWith(` ${name}`));
    assert.ok(readFileSync(path.join(options.dist, 'service-worker.js'), 'utf8').includes(name));
});

const checkout = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/// What tools/licences.py makes of parts, each a name and a file.
function licencesOf(...parts) {
    const output = path.join(place, 'licences.txt');
    const { status, stderr } = spawnSync('python3', [path.join(checkout, 'tools', 'licences.py'), output, ...parts.map(([name, file]) => `${name}=${file}`)],
                                         { encoding: 'utf8' });
    return status === 0 ? readFileSync(output, 'utf8') : stderr;
}

test('what "About this page" names as inside is what licences are looked for, by the same names', () => {
    const view = readFileSync(path.join(checkout, 'src', 'ui', 'about_dialog.cpp'), 'utf8');
    const named = [...view.matchAll(/Part\{"([^"]+)"/g)].map(([, name]) => name);
    const looked = [...readFileSync(path.join(checkout, 'cmake', 'Licences.cmake'), 'utf8').matchAll(/^fullcourt_licence\("([^"]+)"/gm)].map(([, name]) => name);
    assert.ok(named.length >= 7);
    assert.deepEqual([...new Set(looked)], named);
});

test('each part has its whole licence under its name, as its own file says it', () => {
    const long = (owner) => `Copyright ${owner}\n\n${'Permission is hereby granted, free of charge. '.repeat(20).trim()}`;
    const file = (name, text) => {
        writeFileSync(path.join(place, name), text);
        return path.join(place, name);
    };
    const first = file('LICENSE', `${long('Ánna')}\n`);
    const second = file('part.h', `/* \n * ${long('Bert').replaceAll('\n', '\n * ')}\n */\nint nothing_of_the_program;\n`);
    const text = licencesOf(['One part', first], ['Other, and more', second], ['Other, and more', first]);
    const [opening, ...sections] = text.split(/={80}\n/);
    assert.ok(opening.startsWith('\ufeff') && opening.includes('One part, Other, and more.'));
    assert.deepEqual(sections.map((section) => section.trim()), ['One part', long('Ánna'), 'Other, and more', `${long('Bert')}\n\n${'-'.repeat(80)}\n\n${long('Ánna')}`]);
    assert.match(licencesOf(['Short', file('short', 'See elsewhere.')]), /short holds no whole licence/);
    assert.match(licencesOf(['Gone', path.join(place, 'gone')]), /gone/);
});

test('what is missing is named, and nothing is half published', async () => {
    rmSync(path.join(options.build, 'fullcourt.wasm'));
    await assert.rejects(packagePage(options), (error) => error instanceof PackageError && /fullcourt\.wasm is missing/.test(error.message));
    assert.ok(!existsSync(options.dist));
    writeFileSync(path.join(options.source, 'shell.html'), '<p>{{SCRIPT}}</p>');
    await assert.rejects(packagePage(options), /does not hold \{\{WASM\}\}/);
    writeFileSync(path.join(options.source, 'shell.html'), '{{SCRIPT}} {{WASM}} {{LATER}} {{COLOUR}}');
    await assert.rejects(packagePage(options), PackageError);
    rmSync(path.join(options.source, 'shell.html'));
    await assert.rejects(packagePage(options), /shell\.html is missing/);
});
