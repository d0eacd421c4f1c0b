// The program comes in two parts (tools/split_page.py): what a first picture takes, and what comes later: it is fetched once a plan
// has been drawn. A call into the later part that comes before it waits for it.
var fullcourtProgram = {
    firstUrl: document.currentScript?.dataset.wasm ?? document.currentScript?.src.replace(/\.js$/, '.wasm'),
    laterUrl: document.currentScript?.dataset.later,
    first: null, // the instance of the first part
    isWhole: false,
    // How often a call came before the later part.
    waits: 0,
    // Why the later part could not be had for a call, which ends the page.
    missing: null,
    // Milliseconds until a later part that did not arrive is asked for again.
    RETRY: [1000, 2000, 5000, 10000],

    // What web/early/early.js began to compile; where that failed, as it does on a host that calls it something else than WebAssembly,
    // once more.
    firstCode: async () => {
        if (Module['wasmBinary']) return WebAssembly.compile(Module['wasmBinary']);
        return (await globalThis.fullcourtCode) ?? WebAssembly.compile(await (await fetch(fullcourtProgram.firstUrl)).arrayBuffer());
    },

    // The page that is one file brings it, and what the service worker has on this computer need not come later.
    nearbyCode: async () => {
        if (Module['wasmLater']) return WebAssembly.compile(Module['wasmLater']);
        if (!fullcourtProgram.laterUrl || !navigator.serviceWorker?.controller) return null;
        return WebAssembly.compileStreaming(fetch(fullcourtProgram.laterUrl)).catch(() => null);
    },

    start: async (imports, receive) => {
        const nearby = fullcourtProgram.nearbyCode();
        const code = await fullcourtProgram.firstCode();
        fullcourtProgram.first = await WebAssembly.instantiate(code, { ...imports, placeholder: fullcourtProgram.placeholders() });
        const later = await nearby;
        if (later) {
            await WebAssembly.instantiate(later, fullcourtProgram.laterImports());
            fullcourtProgram.laterCame();
        } else if (fullcourtDatabase.isNew === false) {
            fullcourtProgram.askForLater();
        }
        receive(fullcourtProgram.first, code);
    },

    // What tools/split_page.py adds to the first part's exports begins with %. Beside the table of the program's own pointers there is
    // one that the parts call each other through.
    table: () => Object.entries(fullcourtProgram.first.exports).find(([name, value]) => name.startsWith('%') && value instanceof WebAssembly.Table)[1],
    laterImports: () => ({ first: fullcourtProgram.first.exports }),

    // What fills the table where the later part's functions will be.
    placeholders: () => new Proxy({}, {
        get: (_, slot) => (...given) => {
            fullcourtProgram.waitForLater();
            return fullcourtProgram.table().get(Number(slot))(...given);
        },
    }),

    laterCame: () => {
        fullcourtProgram.isWhole = true;
        document.documentElement.dataset.program = 'whole';
    },

    // Only for a hand that was quicker than the network: nothing else can be done in the middle of a call.
    waitForLater: () => {
        if (fullcourtProgram.isWhole) return;
        ++fullcourtProgram.waits;
        try {
            const request = new XMLHttpRequest();
            request.open('GET', fullcourtProgram.laterUrl, false);
            request.overrideMimeType('text/plain; charset=x-user-defined');
            request.send();
            if (request.status !== 200) throw new Error(`${request.status}`);
            const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
            new WebAssembly.Instance(new WebAssembly.Module(bytes), fullcourtProgram.laterImports());
        } catch (error) {
            fullcourtProgram.missing = new Error('the later part of the program', { cause: error });
            throw fullcourtProgram.missing;
        }
        fullcourtProgram.laterCame();
    },

    // To read a plan that is kept takes the later part. Where the browser keeps none, it is fetched and compiled when nothing of the
    // first picture waits for a processor any more: once the page rests, or after a while.
    storageAnswered: false,
    asked: false,
    WHILE: 1000, // milliseconds
    shown: () => { setTimeout(fullcourtProgram.askForLater, fullcourtProgram.WHILE); },
    storageHas: (plans) => {
        fullcourtProgram.storageAnswered = true;
        if (plans > 0) fullcourtProgram.askForLater();
    },
    rested: () => {
        if (fullcourtProgram.storageAnswered) fullcourtProgram.askForLater();
    },
    askForLater: () => {
        if (fullcourtProgram.asked) return;
        fullcourtProgram.asked = true;
        void fullcourtProgram.fetchLater();
    },

    fetchLater: async (attempt = 0) => {
        if (!fullcourtProgram.laterUrl || fullcourtProgram.isWhole) return;
        try {
            const response = await fetch(fullcourtProgram.laterUrl);
            if (!response.ok) throw new Error(`${response.status}`);
            const code = await WebAssembly.compile(await response.arrayBuffer());
            if (fullcourtProgram.isWhole) return;
            await WebAssembly.instantiate(code, fullcourtProgram.laterImports());
            fullcourtProgram.laterCame();
        } catch (error) {
            console.warn('the later part of the program:', error);
            const delay = fullcourtProgram.RETRY[Math.min(attempt, fullcourtProgram.RETRY.length - 1)];
            setTimeout(() => { void fullcourtProgram.fetchLater(attempt + 1); }, delay);
        }
    },
};

Module['instantiateWasm'] = (imports, receive) => {
    fullcourtProgram.start(imports, receive).catch((error) => fullcourtPage.fail(fullcourtPage.sentenceFor(error), error));
    return {}; // later
};
