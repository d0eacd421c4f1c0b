#!/usr/bin/env node
// A static server for development and for the browser tests: right types, compression, caching as a good host does it.
//
//     tools/serve.mjs [FOLDER] [--port N] [--host NAME]
//
// As a module: const server = await serve({ folder: 'dist', port: 0 }); … await server.close();
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';

const TYPES = {
    '.css': 'text/css; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.md': 'text/markdown; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.woff2': 'font/woff2',
};
const ALREADY_COMPRESSED = new Set(['.ico', '.png', '.woff2']);

// A name with a hash in it never changes its content.
const HASHED = /\.[0-9a-f]{8,}\.\w+$/;

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

const ENCODERS = {
    // The best quality takes seconds for a megabyte; this one is within a few per cent of it.
    br: (bytes) => brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gzip: (bytes) => gzip(bytes, { level: 7 }),
};

/// The encoding that the browser accepts and that serves best, or null.
export function chooseEncoding(accepted = '') {
    const allowed = new Map();
    for (const part of accepted.split(',')) {
        const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
        const quality = parameters.find((text) => text.startsWith('q='));
        allowed.set(name, quality ? Number(quality.slice(2)) : 1);
    }
    return Object.keys(ENCODERS).find((name) => (allowed.get(name) ?? allowed.get('*') ?? 0) > 0) ?? null;
}

/// The file below the folder that an address names, or null where it leads outside or is ill-formed.
export function fileFor(folder, address) {
    let decoded;
    try {
        decoded = decodeURIComponent(address.split(/[?#]/, 1)[0]);
    } catch {
        return null;
    }
    if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return null;
    return path.join(folder, decoded);
}

function answer(response, status, text, headers = {}) {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text), ...headers });
    response.end(response.req.method === 'HEAD' ? undefined : text);
}

async function find(folder, address) {
    const wanted = fileFor(folder, address);
    if (wanted === null) return { status: 400 };
    try {
        const file = await realpath(wanted);
        if (file !== folder && !file.startsWith(folder + path.sep)) return { status: 404 };
        const facts = await stat(file);
        if (!facts.isDirectory()) return { file, facts };
        if (!address.split(/[?#]/, 1)[0].endsWith('/')) return { status: 301 };
        const index = path.join(file, 'index.html');
        return { file: index, facts: await stat(index) };
    } catch {
        return { status: 404 };
    }
}

/// Serves a folder. `port` 0 takes any free one; a taken port is passed over for the next free one unless `exact`.
export async function serve({ folder, port = 8080, host = 'localhost', exact = false }) {
    const root = await realpath(folder);
    const compressed = new Map();

    // Compressed once for each state of a file.
    async function encoded(file, facts, encoding) {
        const key = `${encoding} ${facts.mtimeMs} ${facts.size} ${file}`;
        if (!compressed.has(key)) {
            compressed.set(key, readFile(file).then(ENCODERS[encoding]));
        }
        return compressed.get(key);
    }

    async function handle(request, response) {
        if (request.method !== 'GET' && request.method !== 'HEAD') {
            answer(response, 405, 'Only GET and HEAD are served.\n', { allow: 'GET, HEAD' });
            return;
        }
        const { file, facts, status } = await find(root, request.url);
        if (status === 301) {
            const [place, query] = request.url.split(/(?=\?)/);
            // One leading slash: two would name another host.
            answer(response, 301, 'Moved.\n', { location: `/${place.replace(/^\/+/, '')}/${query ?? ''}` });
            return;
        }
        if (!file) {
            answer(response, status, status === 400 ? 'This address is ill-formed.\n' : 'There is no such file.\n');
            return;
        }
        const extension = path.extname(file);
        const encoding = ALREADY_COMPRESSED.has(extension) || facts.size < 256 ? null : chooseEncoding(request.headers['accept-encoding']);
        const tag = `"${createHash('sha256').update(`${facts.mtimeMs} ${facts.size} ${encoding}`).digest('hex').slice(0, 16)}"`;
        const headers = {
            'content-type': TYPES[extension] ?? 'application/octet-stream',
            'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
            'x-content-type-options': 'nosniff',
            etag: tag,
            vary: 'accept-encoding',
        };
        if ((request.headers['if-none-match'] ?? '').split(',').some((text) => text.trim() === tag)) {
            response.writeHead(304, headers);
            response.end();
            return;
        }
        if (encoding) {
            const bytes = await encoded(file, facts, encoding);
            response.writeHead(200, { ...headers, 'content-encoding': encoding, 'content-length': bytes.length });
            response.end(request.method === 'HEAD' ? undefined : bytes);
            return;
        }
        response.writeHead(200, { ...headers, 'content-length': facts.size });
        if (request.method === 'HEAD') {
            response.end();
        } else {
            createReadStream(file).on('error', () => response.destroy()).pipe(response);
        }
    }

    const server = createServer((request, response) => {
        handle(request, response).catch((error) => {
            if (response.headersSent) response.destroy();
            else answer(response, 500, `${error.message}\n`);
        });
    });
    const listen = (wanted) =>
        new Promise((resolve, reject) => {
            server.once('error', reject);
            server.listen(wanted, host, () => {
                server.off('error', reject);
                resolve();
            });
        });
    let wanted = port;
    for (;;) {
        try {
            await listen(wanted);
            break;
        } catch (error) {
            if (error.code !== 'EADDRINUSE' || exact || wanted === 0) throw error;
            // Twenty neighbours first, as an address near the usual one is easier to recognise; then any.
            wanted = wanted < port + 20 ? wanted + 1 : 0;
        }
    }
    const { port: taken } = server.address();
    return {
        port: taken,
        address: `http://${host}:${taken}/`,
        close: () =>
            new Promise((resolve) => {
                server.close(resolve);
                server.closeAllConnections();
            }),
    };
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
    const { values, positionals } = parseArgs({
        options: { port: { type: 'string', default: '8080' }, host: { type: 'string', default: 'localhost' } },
        allowPositionals: true,
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
        console.error(`serve: ${values.port} is no port; give a number from 0 to 65535`);
        process.exit(2);
    }
    const server = await serve({ folder: positionals[0] ?? 'dist', port, host: values.host });
    console.log(`Fullcourt is at ${server.address}`);
    console.log('Press Ctrl+C to stop.');
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.close().then(() => process.exit(0)));
}
