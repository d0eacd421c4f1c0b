// Runs before everything else (--pre-js), also when WebAssembly or the rest of the program cannot start:
// the page for fatal errors.

var fullcourtPage = {
    stopped: false,
    // The program is there, so a failure is no longer one of loading it.
    loaded: false,
    // Both are filled in by web/page.js and web/storage.js once these run.
    programRescue: null,
    storageRescue: null,

    // Shows the readable error page. The first sentence stays: later errors are mostly its consequences.
    fail(sentence, details) {
        if (fullcourtPage.stopped) return;
        fullcourtPage.stopped = true;
        document.documentElement.dataset.state = 'failed';
        document.getElementById('fatal-sentence').textContent = sentence;
        document.getElementById('fatal-details').textContent = details ? String(details) : '';
        document.getElementById('fatal-more').hidden = !details;
        const page = document.getElementById('fatal');
        page.hidden = false;
        // While data may still be unsaved the reload button must not surprise with the browser's question.
        window.removeEventListener('beforeunload', fullcourtPage.askBeforeLeaving);
        document.getElementById('fatal-save').focus();
    },

    askBeforeLeaving(event) {
        event.preventDefault();
    },

    // The program's own text of the plan where it can still be had, else what the browser's storage holds.
    async save() {
        const say = (sentence) => { document.getElementById('fatal-saved').textContent = sentence; };
        let file = null;
        try {
            file = fullcourtPage.programRescue?.();
        } catch (error) {
            console.error(error);
        }
        try {
            file ??= await fullcourtPage.storageRescue?.();
        } catch (error) {
            console.error(error);
        }
        if (!file) {
            say('There was nothing left to save: neither the program nor this browser’s storage gave a plan.');
            return;
        }
        fullcourtPage.download(file.name, new Blob([file.bytes], { type: file.type }));
        say(`Saved as “${file.name}” among your downloads.`);
    },

    download(name, blob) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = name;
        document.body.append(link);
        link.click();
        link.remove();
        // Some browsers read the address only after the click's task; a minute is enough for any of them.
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },

    // One sentence for what stopped the program, where the place of the page explains it.
    sentenceFor(error) {
        const text = String(error?.message ?? error ?? '');
        if (!fullcourtPage.loaded || error === fullcourtProgram.missing) {
            return 'Fullcourt could not be loaded completely. Check the connection and reload.';
        }
        if (/memory|OOM|bad_alloc/i.test(text)) {
            return 'Fullcourt ran out of memory and stopped.';
        }
        return 'Fullcourt met an error that it cannot go on from.';
    },

    // Errors of browser extensions and of the layout machinery must not stop the program: only its own do.
    isOurs(error, file) {
        if (!(error instanceof Object) || fullcourtPage.reported.has(error)) return false;
        if (error instanceof WebAssembly.RuntimeError || error instanceof WebAssembly.Exception) return true;
        return file === fullcourtPage.script || String(error.stack ?? '').includes(fullcourtPage.script);
    },
    // Errors that were already answered in words.
    reported: new WeakSet(),
    // A page that is one file has no address for its program but its own.
    script: document.currentScript?.src || location.href.split('#')[0],
};

document.getElementById('fatal-save').addEventListener('click', () => { void fullcourtPage.save(); });
document.getElementById('fatal-reload').addEventListener('click', () => location.reload());

window.addEventListener('error', (event) => {
    if (fullcourtPage.isOurs(event.error, event.filename)) {
        fullcourtPage.fail(fullcourtPage.sentenceFor(event.error), event.error.stack ?? event.error);
    }
});
window.addEventListener('unhandledrejection', (event) => {
    if (fullcourtPage.isOurs(event.reason, '')) {
        fullcourtPage.fail(fullcourtPage.sentenceFor(event.reason), event.reason.stack ?? event.reason);
    }
});

if (typeof WebAssembly !== 'object') {
    fullcourtPage.fail('This browser cannot run Fullcourt: it has no WebAssembly, or it is switched off. A current Firefox, Chrome, Edge or Safari can.');
} else if (location.protocol === 'file:' && !Module['wasmBinary']) {
    // Browsers fetch nothing for a page from disk, and keep the reason from its scripts.
    fullcourtPage.fail('Fullcourt was opened as a file, and browsers fetch none of its parts for a page from disk. Put this folder on a web server, or start one here (for instance “python3 -m http.server”) and open the address it prints. To have a page that opens from disk, choose “Save as a web page” there.');
    document.getElementById('fatal-save').hidden = true;
}

Module['onRuntimeInitialized'] = () => { fullcourtPage.loaded = true; };
Module['onAbort'] = (what) => fullcourtPage.fail(fullcourtPage.sentenceFor(what), what);
