// Starts the program of a page that is one file: its parts lie packed in the document. The policy of the page names this
// script and the program by their hashes, and nothing else may run. It stands before the parts, so that a file that was cut off
// anywhere in them says so.
document.addEventListener('DOMContentLoaded', async () => {
    'use strict';
    const fail = (sentence, details) => {
        document.documentElement.dataset.state = 'failed';
        document.getElementById('fatal-sentence').textContent = sentence;
        document.getElementById('fatal-details').textContent = String(details ?? '');
        document.getElementById('fatal-more').hidden = !details;
        // There is nothing running yet that could save anything.
        document.getElementById('fatal-save').hidden = true;
        document.getElementById('fatal').hidden = false;
    };
    if (typeof DecompressionStream === 'undefined' || typeof WebAssembly !== 'object') {
        fail('This browser is too old for this page. A current Firefox, Chrome, Edge or Safari opens it.');
        return;
    }
    // gzip, two bytes a character; the first says how much of the last is none, then come a key and 240 that it scrambled, and so on.
    const unpack = async (part) => {
        const text = document.getElementById(`packed-${part}`).textContent;
        const words = new Uint16Array(text.length);
        let end = 0;
        let key;
        for (let i = 1; i < text.length; ++i) {
            const unit = text.charCodeAt(i);
            const at = (i - 1) % 241;
            if (at === 0) {
                key = unit;
            } else {
                words[end++] = unit ^ Math.imul(key, at);
            }
        }
        const bytes = new Uint8Array(words.buffer, 0, 2 * end - Number(text[0]));
        return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    };
    try {
        const [code, later, program] = await Promise.all(['code', 'later', 'program'].map(unpack));
        // The program unpacks its frame by the same function when the page is saved again.
        globalThis.Module = { wasmBinary: new Uint8Array(code), wasmLater: new Uint8Array(later), unpackPart: unpack };
        const text = new TextDecoder().decode(program);
        const policy = window.trustedTypes?.createPolicy('fullcourt', { createScript: (script) => script });
        const script = document.createElement('script');
        script.textContent = policy ? policy.createScript(text) : text;
        document.body.append(script);
    } catch (error) {
        fail('This page is damaged: part of it is missing or was changed on the way. Ask for it once more, or for the plan file.', error);
    }
});
