// The page as one file: program and plan in one HTML file that opens from disk and asks nobody for anything.
//
// Its frame (made by tools/package.mjs of shell.html) has places for what differs: title, plan, and the packed parts, each
// gzip as it is: the file is in windows-1252, where every byte is a character, and what HTML would not leave alone is escaped by
// "=". Base64 would make the file a third larger. A page that is such a file itself hands its parts on as they are. No part is
// code to the browser until the frame's own script unpacks it (web/one_file/start.js), and the policy in the frame names that
// code by its hash.
addToLibrary({
    $WebPage__deps: ['$Border', '$Files', 'fullcourt_result'],
    $WebPage: {
        PARTS: ['frame', 'program', 'code'],
        LINKS: { frame: 'page-frame', program: 'page-program', code: 'page-code' },

        element: (part) => document.getElementById(`packed-${part}`),
        isOneFile: () => !!WebPage.element('program'),

        // ---- Packing -----------------------------------------------------------------------------------

        // A part is text whose characters are bytes of the file. NUL, CR and "<" would not come through a script element, and "="
        // says that 64 is to be taken off the next byte. web/one_file/start.js unpacks too, since it has nothing of this yet.
        ESCAPED: [0x00, 0x0d, 0x3c, 0x3d],
        byteOfCharacter: () => {
            const bytes = new Uint8Array(65536);
            const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
            for (let byte = 0; byte < 256; ++byte) bytes[characters.charCodeAt(byte)] = byte;
            return bytes;
        },
        pack: async (bytes) => {
            const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
            const packed = new Uint8Array(await new Response(stream).arrayBuffer());
            const escaped = new Uint8Array(2 * packed.length);
            let end = 0;
            for (const byte of packed) {
                const escapes = WebPage.ESCAPED.includes(byte);
                if (escapes) escaped[end++] = 0x3d;
                escaped[end++] = escapes ? byte + 64 : byte;
            }
            return new TextDecoder('windows-1252').decode(escaped.subarray(0, end));
        },
        unpack: async (text) => {
            const byteOf = WebPage.byteOfCharacter();
            const bytes = new Uint8Array(text.length);
            let end = 0;
            for (let i = 0; i < text.length; ++i) {
                const byte = byteOf[text.charCodeAt(i)];
                bytes[end++] = byte === 0x3d ? byteOf[text.charCodeAt(++i)] - 64 : byte;
            }
            const stream = new Blob([bytes.subarray(0, end)]).stream().pipeThrough(new DecompressionStream('gzip'));
            return new Response(stream).arrayBuffer();
        },
        // Each part packed, and the frame as text besides.
        parts: async () => {
            const packed = {};
            for (const part of WebPage.PARTS) {
                if (WebPage.isOneFile()) {
                    packed[part] = WebPage.element(part).textContent;
                    continue;
                }
                const response = await fetch(document.getElementById(WebPage.LINKS[part]).content);
                if (!response.ok) throw new Error(`${response.status}`);
                packed[part] = await WebPage.pack(await response.arrayBuffer());
            }
            return { packed, frame: Border.decoder.decode(await WebPage.unpack(packed.frame)) };
        },

        // ---- Filling -----------------------------------------------------------------------------------

        // The same value in JSON, in ASCII, and nothing that an HTML parser would end the element at, whatever the plan says.
        inScript: (json) => json.replace(/[<>&\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        inText: (text) => text.replace(/[&<>"'\u0080-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`),
        fill: ({ packed, frame }, { title, plan, readOnly }) => {
            const places = {
                TITLE: WebPage.inText(title),
                PLAN: WebPage.inScript(plan),
                READING: readOnly ? 'data-for-reading' : '',
                FRAME: packed.frame,
                PROGRAM: packed.program,
                CODE: packed.code,
            };
            // One pass: what is filled in is not looked at again.
            const html = frame.replace(/\{\{([A-Z]+)\}\}/g, (place, name) => places[name] ?? place);
            const byteOf = WebPage.byteOfCharacter();
            return Uint8Array.from({ length: html.length }, (_, at) => byteOf[html.charCodeAt(at)]);
        },

        save: async (name, content) => {
            let html;
            try {
                html = WebPage.fill(await WebPage.parts(), content);
            } catch (error) {
                console.warn('web page:', error);
                Border.send('FileSaved', 0, name, false, 'the parts of this page could not be read again. Reload it with a network, then try once more; the plan can be saved as a file now.');
                return;
            }
            await Files.save(0, name, 'text/html', html, true);
        },

        // ---- Being one ---------------------------------------------------------------------------------

        readCarried: () => {
            const plan = document.getElementById('carried-plan');
            if (!plan) return -1;
            const bytes = Border.encoder.encode(plan.textContent);
            HEAPU8.set(bytes, _fullcourt_result(bytes.length) >>> 0);
            return plan.dataset.forReading === undefined ? 0 : 1;
        },
    },

    platform_save_web_page__deps: ['$WebPage'],
    platform_save_web_page: (name, title, plan, readOnly) => {
        void WebPage.save(Border.text(name), { title: Border.text(title), plan: Border.text(plan), readOnly: !!readOnly });
    },
    platform_read_carried__deps: ['$WebPage'],
    platform_read_carried: () => WebPage.readCarried(),
});
