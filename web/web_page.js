// The page as one file: program and plan in one HTML file that opens from disk and asks nobody for anything.
//
// Its frame (made by tools/package.mjs of shell.html) has places for what differs: title, plan, and the packed parts, each
// gzip, two bytes a character: the file is in UTF-16, so that it is a quarter smaller than base64 would make it, and its byte order
// mark says so whatever a host may say. A page that is such a file itself hands its parts on as they are. No part is code to the
// browser until the frame's own script unpacks it (web/one_file/start.js), and the policy in the frame names that code by its hash.
addToLibrary({
    $WebPage__deps: ['$Border', '$Files', 'fullcourt_result'],
    $WebPage: {
        PARTS: ['frame', 'licences', 'program', 'code', 'later'],
        LINKS: { frame: 'page-frame', licences: 'page-licences', program: 'page-program', code: 'page-code', later: 'page-later' },

        element: (part) => document.getElementById(`packed-${part}`),
        isOneFile: () => !!WebPage.element('program'),

        // ---- Packing -----------------------------------------------------------------------------------

        // First "1" or "0": how many bytes of the last character are none of the part's. Then, again and again, a key and up to 240
        // characters that it scrambled, so that none is one that would not come through a script element, or is no character alone:
        // of all keys one in two thousand does that. Escapes would take four times as much room. web/one_file/start.js unpacks.
        BLOCK: 240,
        isLost: (unit) => unit === 0x00 || unit === 0x0d || unit === 0x3c || (unit >= 0xd800 && unit <= 0xdfff),
        lost: () => {
            WebPage.lostUnits ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(WebPage.isLost(unit)));
            return WebPage.lostUnits;
        },
        scrambled: (word, key, at) => (word ^ Math.imul(key, at + 1)) & 0xffff,
        keyOf: (block) => {
            const lost = WebPage.lost();
            for (let key = 1; key <= 0xffff; ++key) {
                if (lost[key]) continue;
                let at = 0;
                while (at < block.length && !lost[(block[at] ^ Math.imul(key, at + 1)) & 0xffff]) ++at;
                if (at === block.length) return key;
            }
            throw new Error('no key');
        },
        // Some milliseconds at a time, so that the page goes on.
        pack: async (bytes) => {
            const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
            const packed = new Uint8Array(await new Response(stream).arrayBuffer());
            const left = packed.length % 2;
            const words = new Uint16Array((packed.length + left) / 2);
            new Uint8Array(words.buffer).set(packed);
            const units = [0x30 + left];
            const rest = Border.resting();
            for (let start = 0; start < words.length; start += WebPage.BLOCK) {
                const block = words.subarray(start, start + WebPage.BLOCK);
                const key = WebPage.keyOf(block);
                units.push(key, ...block.map((word, at) => WebPage.scrambled(word, key, at)));
                await rest();
            }
            return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(new Uint16Array(units));
        },
        // Each part packed, and the frame as text besides.
        parts: async () => {
            if (WebPage.isOneFile()) {
                const packed = Object.fromEntries(WebPage.PARTS.map((part) => [part, WebPage.element(part).textContent]));
                return { packed, frame: Border.decoder.decode(await Module['unpackPart']('frame')) };
            }
            const packed = {};
            const bytes = {};
            for (const part of WebPage.PARTS) {
                const response = await fetch(document.getElementById(WebPage.LINKS[part]).content);
                if (!response.ok) throw new Error(`${response.status}`);
                bytes[part] = await response.arrayBuffer();
                packed[part] = await WebPage.pack(bytes[part]);
            }
            return { packed, frame: Border.decoder.decode(bytes.frame) };
        },

        // ---- Filling -----------------------------------------------------------------------------------

        // The same value in JSON, but nothing that an HTML parser would end the element at, whatever the plan says.
        inScript: (json) => json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
        inText: (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
        fill: ({ packed, frame }, { title, plan, readOnly }) => {
            const places = {
                TITLE: WebPage.inText(title),
                PLAN: WebPage.inScript(plan),
                READING: readOnly ? 'data-for-reading' : '',
                FRAME: packed.frame,
                LICENCES: packed.licences,
                PROGRAM: packed.program,
                CODE: packed.code,
                LATER: packed.later,
            };
            // One pass: what is filled in is not looked at again.
            const html = frame.replace(/\{\{([A-Z]+)\}\}/g, (place, name) => places[name] ?? place);
            const units = new Uint16Array(1 + html.length);
            units[0] = 0xfeff;
            for (let i = 0; i < html.length; ++i) units[i + 1] = html.charCodeAt(i);
            return new Uint8Array(units.buffer);
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
            await Files.save(0, name, new Blob([html], { type: 'text/html' }), true);
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
