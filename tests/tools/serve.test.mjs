// The development server behaves as a good static host does.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import zlib from 'node:zlib';

import { chooseEncoding, serve } from '../../tools/serve.mjs';

const parent = mkdtempSync(path.join(tmpdir(), 'fullcourt-serve-'));
const folder = path.join(parent, 'dist');
const script = 'console.log("fullcourt");\n'.repeat(100);
let server;

before(async () => {
    mkdirSync(path.join(folder, 'sub'), { recursive: true });
    writeFileSync(path.join(parent, 'secret.txt'), 'secret');
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Fullcourt</title>');
    writeFileSync(path.join(folder, 'sub', 'index.html'), 'below');
    writeFileSync(path.join(folder, 'fullcourt.0123abcd.js'), script);
    writeFileSync(path.join(folder, 'fullcourt.0123abcd.wasm'), Buffer.alloc(1000));
    symlinkSync(path.join(parent, 'secret.txt'), path.join(folder, 'link.txt'));
    server = await serve({ folder, port: 0 });
});
after(async () => {
    await server.close();
    rmSync(parent, { recursive: true });
});

// fetch() mends addresses and decodes bodies before one can look at them.
function get(address, headers = {}, method = 'GET') {
    return new Promise((resolve, reject) => {
        const sent = request({ host: 'localhost', port: server.port, path: address, method, headers, agent: false }, (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
        });
        sent.on('error', reject);
        sent.end();
    });
}

test('the page is served at the root, to be checked each time', async () => {
    const { status, headers, body } = await get('/?semantics=on');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-cache');
    assert.match(body.toString(), /Fullcourt/);
});

test('WebAssembly has the type without which browsers do not stream it', async () => {
    assert.equal((await get('/fullcourt.0123abcd.wasm')).headers['content-type'], 'application/wasm');
});

test('what has a hash in its name may be kept for ever', async () => {
    assert.match((await get('/fullcourt.0123abcd.js')).headers['cache-control'], /immutable/);
});

test('content is compressed as the browser asks', async () => {
    const unpack = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync };
    for (const [accepted, encoding] of [['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip']]) {
        const { headers, body } = await get('/fullcourt.0123abcd.js', { 'accept-encoding': accepted });
        assert.equal(headers['content-encoding'], encoding);
        assert.equal(Number(headers['content-length']), body.length);
        assert.equal(unpack[encoding](body).toString(), script);
    }
    const plain = await get('/fullcourt.0123abcd.js');
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body.toString(), script);
    assert.equal(chooseEncoding('identity'), null);
});

test('a file that changed is served anew, one that did not is not sent again', async () => {
    const first = await get('/index.html');
    assert.equal((await get('/index.html', { 'if-none-match': first.headers.etag })).status, 304);
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Fullcourt again</title>');
    const second = await get('/index.html', { 'if-none-match': first.headers.etag });
    assert.equal(second.status, 200);
    assert.match(second.body.toString(), /again/);
});

test('nothing outside the folder is served', async () => {
    for (const address of ['/../secret.txt', '/%2e%2e/secret.txt', '/sub/../../secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/link.txt', '/%00', '/%']) {
        const { status, body } = await get(address);
        assert.ok(status === 400 || status === 404, `${address}: ${status}`);
        assert.doesNotMatch(body.toString(), /^secret/);
    }
});

test('folders lead to their page, without leaving the host', async () => {
    assert.equal((await get('/sub/')).body.toString(), 'below');
    const moved = await get('/sub?x=1');
    assert.equal(moved.status, 301);
    assert.equal(moved.headers.location, '/sub/?x=1');
    assert.equal((await get('//sub')).headers.location, '/sub/');
    assert.equal((await get('/none')).status, 404);
});

test('only reading is served', async () => {
    assert.equal((await get('/', {}, 'POST')).status, 405);
    const head = await get('/fullcourt.0123abcd.js', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
});

test('a taken port is passed over', async () => {
    const second = await serve({ folder, port: server.port });
    assert.notEqual(second.port, server.port);
    await second.close();
    await assert.rejects(serve({ folder, port: server.port, exact: true }), { code: 'EADDRINUSE' });
});
