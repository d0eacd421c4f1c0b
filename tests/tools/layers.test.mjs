// The rule that includes point left, and that the checker of it notices each kind of breach.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { checkLayers } from '../../tools/layers.mjs';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

function breachesOf(files) {
    const folder = mkdtempSync(path.join(tmpdir(), 'fullcourt-layers-'));
    try {
        for (const [name, text] of Object.entries(files)) {
            mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
            writeFileSync(path.join(folder, name), text);
        }
        return checkLayers(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

test('the sources keep to the layers', () => {
    assert.deepEqual(checkLayers(source), []);
});

test('includes to the left and within a layer are fine', () => {
    assert.deepEqual(
        breachesOf({
            'base/id.h': '#include <string>\n',
            'model/plan.h': '#include "base/id.h"\n#include "model/role.h"\n',
            'model/role.h': '',
            'platform/platform.h': '#include "base/id.h"\n',
            'platform/web/window.cpp': '#include <emscripten/html5.h>\n#include <imgui.h>\n#include "platform/platform.h"\n#ifdef __EMSCRIPTEN__\n#endif\n',
            'io/json.h': '#include <nlohmann/json.hpp>\n',
            'io/restore.cpp': '#include "io/json.h"\n',
            'ui/grid.cpp': '#include <imgui_internal.h>\n#include "model/plan.h"\n#include "ui/icons.h"\n',
            'main.cpp': '#include "ui/grid.h"\n#include "platform/window.h"\n',
        }),
        [],
    );
});

const breaches = {
    'an include to the right': [{ 'model/plan.cpp': '#include "edit/edit.h"\n' }, /^model\/plan\.cpp:1: model must not include edit\/edit\.h/],
    'io reaching for analysis': [{ 'io/write.cpp': '\n#include "analysis/raci.h"\n' }, /^io\/write\.cpp:2: io must not include/],
    'a view in the program state': [{ 'app/state.h': '# include "ui/grid.h"\n' }, /app must not include ui\/grid\.h/],
    'the platform knowing the model': [{ 'platform/platform.h': '#include "model/plan.h"\n' }, /platform must not include model\/plan\.h/],
    'a view knowing one platform': [{ 'ui/grid.cpp': '#include "platform/web/window.h"\n' }, /ui must not include platform\/web/],
    'the command line knowing the page': [{ 'cli/main.cpp': '#include "app/state.h"\n' }, /cli must not include app\/state\.h/],
    'Dear ImGui in the program state': [{ 'app/state.h': '#include <imgui.h>\n' }, /app must not include imgui\.h/],
    'json in a view': [{ 'ui/grid.cpp': '#include <nlohmann/json.hpp>\n' }, /ui must not include nlohmann/],
    'json by a detour': [
        { 'io/json.h': '#include <nlohmann/json.hpp>\n', 'io/restore.h': '#include "io/json.h"\n', 'app/state.h': '#include "io/restore.h"\n' },
        /^app\/state\.h:1: app sees nlohmann\/json through io\/restore\.h/,
    ],
    'the browser in a view': [{ 'ui/grid.cpp': '#include <emscripten/html5.h>\n' }, /ui must not include emscripten/],
    'a switch on the compiler': [{ 'io/write.cpp': '#ifdef __EMSCRIPTEN__\n#endif\n' }, /__EMSCRIPTEN__/],
    'a path that is not from the root': [{ 'io/write.cpp': '#include "write.h"\n' }, /from the root of src/],
    'a path that climbs': [{ 'io/write.cpp': '#include "../model/plan.h"\n' }, /from the root of src/],
    'a folder that is no layer': [{ 'util/misc.h': '' }, /util is no layer/],
};
for (const [name, [files, expected]] of Object.entries(breaches)) {
    test(`${name} is found`, () => {
        const found = breachesOf(files);
        assert.equal(found.length, 1, found.join('\n'));
        assert.match(found[0], expected);
    });
}

test('comments may name anything', () => {
    assert.deepEqual(breachesOf({ 'base/id.h': '// __EMSCRIPTEN__\n/*\n#include "ui/grid.h"\n*/\n' }), []);
});
