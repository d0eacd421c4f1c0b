// The border between C++ and JavaScript: text with its length both ways, and events as lists of fields.
addToLibrary({
    $Border__deps: ['fullcourt_event_text', 'fullcourt_event_number', 'fullcourt_event_end', 'fullcourt_deliver'],
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
            const pieces = Array.isArray(value) ? value : [typeof value === 'string' ? Border.encoder.encode(value) : value];
            let at = _fullcourt_event_text(Border.sizeOf(pieces)) >>> 0;
            for (const piece of pieces) {
                HEAPU8.set(piece, at);
                at += piece.length;
            }
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
