// Keeps one build of the page whole and serves nothing else: each build has its own cache, filled and checked before it is
// used, and the switch from one to the next is made as a whole. tools/package.mjs fills in which files a build has.
//
// A file is checked against its SHA-256 when it arrives and again each time it is served, so neither a host that is being
// updated meanwhile nor a damaged disk can mix versions or run something else.
'use strict';

const FILES = new Map(Object.entries({{FILES}}));
const PAGE = 'index.html';
// Other folders of the same host may hold another Fullcourt: its caches are not ours.
const PREFIX = `fullcourt ${registration.scope} `;
const CACHE = `${PREFIX}{{BUILD}}`;

async function sha256(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/// The response with its bytes in hand where they are what the build says, else nothing.
async function checked(name, response) {
    if (!response?.ok) return null;
    const bytes = await response.arrayBuffer();
    if ((await sha256(bytes)) !== FILES.get(name)) return null;
    const headers = new Headers(response.headers);
    // The bytes are unpacked already. A new response also forgets that the host redirected, which a page may not be served with.
    headers.delete('content-encoding');
    headers.delete('content-length');
    return new Response(bytes, { headers });
}

const address = (name) => new URL(name, registration.scope).href;

async function fromNetwork(name) {
    // The page keeps its name from build to build, so what the browser or a proxy kept of it may be old.
    const response = await fetch(address(name), { cache: name === PAGE ? 'reload' : 'default', credentials: 'same-origin' });
    return (await checked(name, response)) ?? checked(name, await fetch(address(name), { cache: 'reload', credentials: 'same-origin' }));
}

/// What an earlier build has already need not be fetched again.
async function fromOtherCaches(name) {
    for (const key of await caches.keys()) {
        if (!key.startsWith(PREFIX)) continue;
        const found = await checked(name, await (await caches.open(key)).match(address(name)));
        if (found) return found;
    }
    return null;
}

async function keepAll() {
    const cache = await caches.open(CACHE);
    try {
        await Promise.all([...FILES.keys()].map(async (name) => {
            const file = (await fromOtherCaches(name)) ?? (await fromNetwork(name));
            if (!file) throw new Error(`${name} is not what this version needs`);
            await cache.put(address(name), file);
        }));
    } catch (error) {
        // All or nothing: the version in use stays, and the browser tries again later.
        await caches.delete(CACHE);
        throw error;
    }
}

async function forgetOthers() {
    for (const key of await caches.keys()) {
        if (key.startsWith(PREFIX) && key !== CACHE) await caches.delete(key);
    }
}

const REFUSED = `<!doctype html><meta charset="utf-8"><title>Fullcourt</title>
<p>The copy of Fullcourt on this computer is damaged, and there is no network to mend it from. Your plans are not touched.
Connect to the network and reload.`;

async function serve(name) {
    const cache = await caches.open(CACHE);
    const kept = await checked(name, await cache.match(address(name)).catch(() => null));
    if (kept) return kept;
    await cache.delete(address(name)).catch(() => {});
    const fetched = await fromNetwork(name).catch(() => null);
    if (!fetched) {
        return new Response(name === PAGE ? REFUSED : '', { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    await cache.put(address(name), fetched.clone()).catch(() => {});
    return fetched;
}

/// The name of the build's file that is asked for; nothing for anything else in the folder.
function nameOf(request) {
    const { origin, pathname } = new URL(request.url);
    const scope = new URL(registration.scope);
    if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return '';
    const name = pathname.slice(scope.pathname.length) || PAGE;
    return FILES.has(name) ? name : '';
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));
self.addEventListener('message', (event) => {
    if (event.data === 'use') void skipWaiting();
});
self.addEventListener('fetch', (event) => {
    const name = nameOf(event.request);
    if (name) event.respondWith(serve(name));
});
