// Starts the program of a page that is one file: its parts lie packed in the document. The policy of the page names this
// script and the program by their hashes, and nothing else may run.
(async () => {
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
    // The file is in windows-1252, where every byte is a character; "=" says that 64 is to be taken off the next one.
    const byteOf = new Uint8Array(65536);
    const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    for (let byte = 0; byte < 256; ++byte) byteOf[characters.charCodeAt(byte)] = byte;
    const unpack = async (part) => {
        const text = document.getElementById(`packed-${part}`).textContent;
        const bytes = new Uint8Array(text.length);
        let end = 0;
        for (let i = 0; i < text.length; ++i) {
            const byte = byteOf[text.charCodeAt(i)];
            bytes[end++] = byte === 0x3d ? byteOf[text.charCodeAt(++i)] - 64 : byte;
        }
        const stream = new Blob([bytes.subarray(0, end)]).stream().pipeThrough(new DecompressionStream('gzip'));
        return new Response(stream).arrayBuffer();
    };
    try {
        const [code, program] = await Promise.all([unpack('code'), unpack('program')]);
        globalThis.Module = { wasmBinary: new Uint8Array(code) };
        const text = new TextDecoder().decode(program);
        const policy = window.trustedTypes?.createPolicy('fullcourt', { createScript: (script) => script });
        const script = document.createElement('script');
        script.textContent = policy ? policy.createScript(text) : text;
        document.body.append(script);
    } catch (error) {
        fail('This page is damaged: part of it is missing or was changed on the way. Ask for it once more.', error);
    }
})();
