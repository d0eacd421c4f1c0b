// The page of the platform layer alone (platform_page.cpp): its calls and the events that it logs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkout, openSite } from './harness.mjs';

const PROGRAM = 'platform-page';
const FOLDERS = [process.env.FULLCOURT_PLATFORM_PAGE, 'build/web/tests'];

export function openPlatformSite() {
    const build = FOLDERS.filter(Boolean).map((folder) => path.resolve(checkout, folder)).find((folder) => existsSync(path.join(folder, `${PROGRAM}.js`)));
    if (!build) throw new Error('build/web holds no platform-page.js: build the target fullcourt_platform_page (tools/test web)');
    return openSite({ build, program: PROGRAM });
}

/// Calls the platform by name (see platform_page.cpp).
export function call(page, name, ...values) {
    return page.evaluate((line) => {
        const bytes = new TextEncoder().encode(line);
        const start = _malloc(bytes.length);
        HEAPU8.set(bytes, start);
        try {
            _test_call(start, bytes.length);
        } finally {
            _free(start);
        }
    }, [name, ...values].join('\x1f'));
}

/// The next event of a kind that was not taken yet, with these fields. The log is in order, and so are the answers.
export async function next(page, event, fields = {}) {
    const handle = await page.waitForFunction(([kind, wanted]) => {
        globalThis.taken ??= new Set();
        const at = (globalThis.events ?? []).findIndex((entry, index) => !globalThis.taken.has(index) && entry.event === kind &&
            Object.entries(wanted).every(([key, value]) => entry[key] === value));
        if (at < 0) return null;
        globalThis.taken.add(at);
        return globalThis.events[at];
    }, [event, fields], { polling: 20, timeout: 15000 });
    return handle.jsonValue();
}

/// Takes the plan's lock and loads it, as the program does before it edits.
export async function openPlan(page, plan) {
    await call(page, 'take', plan);
    const lock = await next(page, 'LockChanged', { plan });
    await call(page, 'load', plan);
    return { held: lock.held === 1, ...(await next(page, 'PlanLoaded', { plan })) };
}

export async function append(page, plan, sequence, bytes) {
    await call(page, 'append', plan, sequence, bytes);
    return next(page, 'JournalWritten', { plan, sequence });
}

export async function store(page, plan, marker, bytes, upTo, title = 'Title') {
    await call(page, 'store', plan, marker, bytes, upTo, title);
    return next(page, 'PlanStored', { plan, upTo });
}
