// The publishable folder: hashed names, filled in, and what is missing is said.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

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
    writeFileSync(path.join(options.source, 'shell.html'), '<script src="{{SCRIPT}}" data-wasm="{{WASM}}"></script>');
});
afterEach(() => rmSync(place, { recursive: true }));

const names = () => readdirSync(options.dist).sort();

test('the program has hashed names and the page knows them', async () => {
    await packagePage(options);
    const [script, wasm, index] = names();
    assert.match(script, /^fullcourt\.[0-9a-f]{8}\.js$/);
    assert.match(wasm, /^fullcourt\.[0-9a-f]{8}\.wasm$/);
    assert.equal(readFileSync(path.join(options.dist, index), 'utf8'), `<script src="${script}" data-wasm="${wasm}"></script>`);
    assert.equal(names().length, 3);
});

test('a change leaves nothing of the old program and all that is not ours', async () => {
    await packagePage(options);
    const before = names();
    writeFileSync(path.join(options.dist, 'CNAME'), 'plans.example');
    writeFileSync(path.join(options.build, 'fullcourt.wasm'), 'other code');
    await packagePage(options);
    assert.equal(names().length, 4);
    assert.ok(names().includes('CNAME'));
    assert.ok(names().includes(before[0]), 'what did not change keeps its name');
    assert.ok(!names().includes(before[1]));
});

test('nothing changed gives the same bytes', async () => {
    const first = await packagePage(options);
    assert.deepEqual(await packagePage(options), first);
});

test('assets of the page are hashed too', async () => {
    mkdirSync(path.join(options.source, 'assets', 'page'), { recursive: true });
    writeFileSync(path.join(options.source, 'assets', 'page', 'icon.svg'), '<svg/>');
    writeFileSync(path.join(options.source, 'shell.html'), '{{ASSET:icon.svg}} {{SCRIPT}} {{WASM}}');
    await packagePage(options);
    assert.match(readFileSync(path.join(options.dist, 'index.html'), 'utf8'), /^icon\.[0-9a-f]{8}\.svg /);
});

test('what is missing is named, and nothing is half published', async () => {
    rmSync(path.join(options.build, 'fullcourt.wasm'));
    await assert.rejects(packagePage(options), (error) => error instanceof PackageError && /fullcourt\.wasm is missing/.test(error.message));
    assert.ok(!existsSync(options.dist));
    writeFileSync(path.join(options.source, 'shell.html'), '<p>{{SCRIPT}}</p>');
    await assert.rejects(packagePage(options), /does not hold \{\{WASM\}\}/);
    writeFileSync(path.join(options.source, 'shell.html'), '{{SCRIPT}} {{WASM}} {{COLOUR}}');
    await assert.rejects(packagePage(options), PackageError);
    rmSync(path.join(options.source, 'shell.html'));
    await assert.rejects(packagePage(options), /shell\.html is missing/);
});
