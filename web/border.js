// The border between C++ and JavaScript: text with its length both ways, and events as lists of fields.
addToLibrary({
    $Border__deps: ['fullcourt_event_text', 'fullcourt_event_number', 'fullcourt_event_parcel', 'fullcourt_event_end', 'fullcourt_deliver',
        'fullcourt_parcel', 'fullcourt_parcel_more'],
    $Border__postset: `
        Border.decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        Border.encoder = new TextEncoder();`,
    $Border: {
        scheduled: false,

        // C++ passes text as the address of {address, size}; the content may hold NULs.
        view: (text) => {
            const start = HEAPU32[text >>> 2];
            return HEAPU8.subarray(start, start + HEAPU32[(text >>> 2) + 1]);
        },
        text: (text) => Border.decoder.decode(Border.view(text)),
        bytes: (text) => Border.view(text).slice(),
        // Each ended by a line break.
        lines: (text) => Border.text(text).split('\n').slice(0, -1),

        // Every call into C++ that comes from the browser goes through here: after a fatal error none does.
        call: (target, ...values) => (fullcourtPage.stopped ? 0 : target(...values)),

        // Adds one event for the program: its name, then its fields in the order of platform.h. It is delivered
        // from a microtask, so never inside the call that asked, and in background tabs too.
        send: (name, ...fields) => {
            if (fullcourtPage.stopped) return;
            Border.field(name);
            fields.forEach(Border.field);
            _fullcourt_event_end();
            Border.schedule();
        },
        field: (value) => {
            if (typeof value === 'number' || typeof value === 'boolean') {
                _fullcourt_event_number(Number(value));
                return;
            }
            if (value.parcel) {
                _fullcourt_event_parcel(value.parcel);
                return;
            }
            const pieces = Array.isArray(value) ? value : [typeof value === 'string' ? Border.encoder.encode(value) : value];
            let at = _fullcourt_event_text(Border.sizeOf(pieces)) >>> 0;
            for (const piece of pieces) {
                HEAPU8.set(piece, at);
                at += piece.length;
            }
        },
        // The same for long bytes: they are handed over some milliseconds at a time, so that the page goes on meanwhile.
        LONG: 1 << 18,
        sendLong: async (name, ...fields) => {
            const isBytes = (field) => field instanceof Uint8Array;
            if (Border.sizeOf(fields.flat().filter(isBytes)) < Border.LONG) {
                Border.send(name, ...fields);
                return;
            }
            const rest = Border.resting();
            const handed = [];
            for (const field of fields) {
                const pieces = Array.isArray(field) ? field : [field];
                handed.push(pieces.every(isBytes) ? { parcel: await Border.parcel(pieces, rest) } : field);
            }
            Border.send(name, ...handed);
        },
        parcel: async (pieces, rest) => {
            const number = Border.call(_fullcourt_parcel, Border.sizeOf(pieces));
            for (const piece of pieces) {
                for (let start = 0; start < piece.length && !fullcourtPage.stopped; start += Border.LONG) {
                    const part = piece.subarray(start, start + Border.LONG);
                    HEAPU8.set(part, _fullcourt_parcel_more(number, part.length) >>> 0);
                    await rest();
                }
            }
            return number;
        },
        // To be awaited between pieces of work: lets the page go on after every 12 ms. Timers would take a second each in a hidden tab.
        resting: () => {
            let since = performance.now();
            return async () => {
                if (performance.now() - since < 12) return;
                await new Promise((resolve) => {
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => {
                        port1.close();
                        resolve();
                    };
                    port2.postMessage(0);
                });
                since = performance.now();
            };
        },
        sizeOf: (pieces) => pieces.reduce((size, piece) => size + piece.length, 0),
        schedule: () => {
            if (Border.scheduled) return;
            Border.scheduled = true;
            queueMicrotask(() => {
                Border.scheduled = false;
                Border.call(_fullcourt_deliver);
            });
        },

        // For short text into a call that returns at once.
        withText: (text, use) => {
            const stack = stackSave();
            const start = stringToUTF8OnStack(text);
            try {
                return use(start);
            } finally {
                stackRestore(stack);
            }
        },
    },
    platform_schedule_delivery__deps: ['$Border', '$stringToUTF8OnStack', '$stackSave', '$stackRestore'],
    platform_schedule_delivery: () => Border.schedule(),
});
