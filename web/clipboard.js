// Copy, cut and paste inside the browser's own events, each once.
addToLibrary({
    $Clipboard__deps: ['$Border', '$TextAgent', '$Mirror', 'fullcourt_copy', 'fullcourt_wants_text', 'fullcourt_awaits_paste', 'fullcourt_paste',
                       'malloc', 'free'],
    $Clipboard: {
        // As platform.h counts them.
        trouble: { copyRefused: 0, pasteRefused: 1, nothingToPaste: 2 },
        // Text for the copy event that `copy` itself brings about.
        pending: null,

        start: () => {
            document.addEventListener('copy', (event) => Clipboard.taken(event, false));
            document.addEventListener('cut', (event) => Clipboard.taken(event, true));
            document.addEventListener('paste', Clipboard.pasted);
        },
        elsewhere: () => fullcourtPage.stopped,

        // Some browsers send copy and cut only where something is selected: for the time of the key, a blank is.
        prepare: () => {
            const field = TextAgent.element;
            if (!TextAgent.focused()) {
                Mirror.lend();
                TextAgent.focus();
            }
            field.value = ' ';
            field.select();
            setTimeout(() => {
                if (field.value === ' ') field.value = '';
                if (!TextAgent.wanted) Mirror.takeBack();
            });
        },

        taken: (event, cut) => {
            if (Clipboard.elsewhere()) return;
            event.preventDefault();
            TextAgent.element.value = '';
            const answer = Clipboard.pending ?? Clipboard.ask(cut);
            if (answer) event.clipboardData.setData('text/plain', answer);
        },
        ask: (cut) => {
            const text = Border.call(_fullcourt_copy, cut ? 1 : 0);
            return text ? Border.text(text) : '';
        },
        pasted: (event) => {
            if (Clipboard.elsewhere()) return;
            event.preventDefault();
            TextAgent.element.value = '';
            Clipboard.insert(event.clipboardData?.getData('text/plain') ?? '');
        },
        // Into the field that has the caret, else to whatever view is shown.
        insert: (text) => {
            if (!text) return;
            if (Border.call(_fullcourt_wants_text)) {
                Clipboard.give(Border.encoder.encode(text));
            } else {
                Border.send('Pasted', text);
            }
        },
        give: (bytes) => {
            const start = _malloc(bytes.length || 1);
            HEAPU8.set(bytes, start >>> 0);
            Border.call(_fullcourt_paste, start, bytes.length);
            _free(start);
        },

        // From menus and buttons. The newer way is missing on plain http and may be refused.
        copy: async (text) => {
            try {
                await navigator.clipboard.writeText(text);
            } catch {
                Clipboard.pending = text;
                TextAgent.focus();
                TextAgent.element.value = ' ';
                TextAgent.element.select();
                const done = document.execCommand('copy');
                Clipboard.pending = null;
                TextAgent.element.value = '';
                if (!done) Border.send('ClipboardFailed', Clipboard.trouble.copyRefused);
            }
        },
        // From a button: into the field that has the caret, as from the keys for Paste. The browser may ask the person first, and who has
        // left the field meanwhile does not want it any more.
        paste: async () => {
            let text = '';
            try {
                text = await navigator.clipboard.readText();
            } catch {
                Border.send('ClipboardFailed', Clipboard.trouble.pasteRefused);
                return;
            }
            if (!text) {
                Border.send('ClipboardFailed', Clipboard.trouble.nothingToPaste);
            } else if (Border.call(_fullcourt_awaits_paste)) {
                Clipboard.give(Border.encoder.encode(text));
            }
        },
    },

    platform_start_clipboard__deps: ['$Clipboard'],
    platform_start_clipboard: () => Clipboard.start(),
    platform_copy_text__deps: ['$Clipboard'],
    platform_copy_text: (text) => { void Clipboard.copy(Border.text(text)); },
    platform_paste_text__deps: ['$Clipboard'],
    platform_paste_text: () => { void Clipboard.paste(); },
});
