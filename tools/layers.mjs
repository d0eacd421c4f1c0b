#!/usr/bin/env node
// Holds the rule of src/README.md that includes point left only: tools/layers.mjs [SRC-FOLDER]
// The linker holds it for functions; this holds it for headers, which share one include root.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// What each layer may include besides itself. A new arrow here is an edit of src/README.md in the same commit.
const UP_TO_IO = ['base', 'model', 'edit', 'io'];
const UP_TO_EXPORTS = ['base', 'model', 'edit', 'analysis', 'io', 'exports'];
const UP_TO_APP = [...UP_TO_EXPORTS, 'platform', 'app'];
const MAY_INCLUDE = {
    base: [],
    model: ['base'],
    edit: ['base', 'model'],
    analysis: ['base', 'model', 'edit'],
    io: UP_TO_IO,
    exports: UP_TO_EXPORTS,
    platform: ['base'],
    'platform/null': ['base', 'platform'],
    'platform/web': ['base', 'platform'],
    app: UP_TO_APP,
    ui: [...UP_TO_APP, 'ui'],
    cli: UP_TO_EXPORTS,
    main: [...UP_TO_APP, 'ui'],
};

// What comes from elsewhere, and where it may be seen.
const ELSEWHERE = [
    { header: /^(emscripten|GLES[23]|GL|EGL|KHR)\//, name: 'a header of the browser', layers: ['platform/web'] },
    { header: /^(misc\/|backends\/)?(imgui|imstb)[\w.]*\.h$/, name: 'a header of Dear ImGui', layers: ['ui', 'platform', 'platform/web', 'platform/null', 'main'] },
    // Values of nlohmann/json stay behind the doors of io and exports: their headers may be included from elsewhere.
    { header: /^nlohmann\//, name: 'a header of nlohmann/json', layers: ['io', 'exports'] },
];

function filesBelow(folder, at = '') {
    return readdirSync(path.join(folder, at), { withFileTypes: true }).flatMap((entry) => {
        const name = path.posix.join(at, entry.name);
        if (entry.isDirectory()) return filesBelow(folder, name);
        return /\.(h|hpp|cpp|inl)$/.test(entry.name) ? [name] : [];
    });
}

function layerOf(file) {
    const parts = file.split('/');
    if (parts.length === 1) return 'main';
    return parts[0] === 'platform' && parts.length > 2 ? `platform/${parts[1]}` : parts[0];
}

// Comments may speak of anything.
function withoutComments(text) {
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/// Every breach below the folder, as sentences with their place.
export function checkLayers(folder) {
    const files = filesBelow(folder).sort();
    const known = new Set(files);
    const breaches = [];
    // Headers through which nlohmann/json is seen, to name the layer that sees it by a detour.
    const includes = new Map();

    for (const file of files) {
        const layer = layerOf(file);
        const at = (line, sentence) => breaches.push(`${file}:${line}: ${sentence}`);
        if (!(layer in MAY_INCLUDE)) {
            at(1, `${layer} is no layer: add it to src/README.md and tools/layers.mjs`);
            continue;
        }
        const own = [];
        includes.set(file, own);
        withoutComments(readFileSync(path.join(folder, file), 'utf8'))
            .split('\n')
            .forEach((text, index) => {
                const line = index + 1;
                if (/\b__EMSCRIPTEN__\b/.test(text) && layer !== 'platform/web') {
                    at(line, '__EMSCRIPTEN__ is known to platform/web alone: extend the platform\'s contract instead');
                }
                const match = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(text);
                if (!match) return;
                const [, quote, target] = match;
                own.push(target);
                const stranger = ELSEWHERE.find(({ header }) => header.test(target));
                if (stranger) {
                    if (!stranger.layers.includes(layer)) at(line, `${layer} must not include ${target}, ${stranger.name}`);
                    return;
                }
                const [first] = target.split('/');
                if (quote === '<') {
                    if (target.includes('/') && known.has(target)) at(line, `${target} is our own: include it in quotes`);
                    return;
                }
                if (!target.includes('/') || target.includes('..')) {
                    at(line, `write ${target} from the root of src, as "${layer}/${path.basename(target)}"`);
                    return;
                }
                // Generated headers such as ui/icons.h are not among the files but belong to their layer all the same.
                const towards = layerOf(target);
                if (towards !== layer && !MAY_INCLUDE[layer].includes(towards)) {
                    at(line, `${layer} must not include ${target}: ${towards in MAY_INCLUDE ? `${first} is not to its left` : `there is no layer ${towards}`}`);
                }
            });
    }

    // By a detour: json through a header of io is seen by all who include that header.
    const sees = new Map();
    const seesJson = (file, open = new Set()) => {
        if (sees.has(file)) return sees.get(file);
        if (open.has(file)) return false;
        open.add(file);
        const result = (includes.get(file) ?? []).some((target) => target.startsWith('nlohmann/') || (known.has(target) && seesJson(target, open)));
        sees.set(file, result);
        return result;
    };
    for (const file of files) {
        const layer = layerOf(file);
        if (layer === 'io' || layer === 'exports') continue;
        const door = (includes.get(file) ?? []).find((target) => known.has(target) && ['io', 'exports'].includes(layerOf(target)) && seesJson(target));
        if (door) breaches.push(`${file}:1: ${layer} sees nlohmann/json through ${door}`);
    }
    return breaches;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const folder = process.argv[2] ?? path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'src');
    const breaches = checkLayers(folder);
    for (const breach of breaches) console.error(breach);
    process.exit(breaches.length ? 1 : 0);
}
