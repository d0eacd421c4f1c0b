// The keyboard. One table says which keys the page takes; everything else stays with the browser.
addToLibrary({
    $Keys__deps: ['$Border', '$TextAgent', '$Clipboard', '$Mirror', 'fullcourt_key', 'fullcourt_modifiers', 'fullcourt_focus',
                  'fullcourt_text'],
    $Keys__postset: `
        Keys.apple = /Mac|iPhone|iPad/.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');
        Keys.pressed = new Map();
        Keys.bound = new Set();`,
    $Keys: {
        apple: false,

        // Taken whatever the program's commands are: they move about the page and edit text. Written as Mod (⌘ on Apple, else
        // Ctrl), Alt, Shift and the key's name, in this order.
        taken: [
            'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown',
            'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+Home', 'Shift+End',
            'Shift+PageUp', 'Shift+PageDown',
            'Mod+ArrowLeft', 'Mod+ArrowRight', 'Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+Home', 'Mod+End',
            'Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight', 'Mod+Shift+ArrowUp', 'Mod+Shift+ArrowDown',
            'Mod+Shift+Home', 'Mod+Shift+End',
            'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown',
            'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown',
            'Tab', 'Shift+Tab', 'Enter', 'Shift+Enter', 'Mod+Enter', 'Escape',
            'Delete', 'Backspace', 'Shift+Backspace', 'Mod+Delete', 'Mod+Backspace', 'Alt+Backspace',
            'Mod+z', 'Mod+Shift+z', 'Mod+y', 'Mod+a',
        ],
        // Taken besides: what commands have at present, written in the same way.
        bound: null,
        // A person presses the keys that a command is to have: every key is the program's.
        every: false,
        // These become copy, cut and paste events; Dear ImGui does not see the keys.
        clipboard: ['Mod+c', 'Mod+x', 'Mod+v', 'Mod+Insert', 'Shift+Insert', 'Shift+Delete', 'Mod+Shift+v'],
        modifierKeys: ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'],

        start: () => {
            window.addEventListener('keydown', Keys.down);
            window.addEventListener('keyup', Keys.up);
            window.addEventListener('blur', () => Keys.focus(false));
            window.addEventListener('focus', () => Keys.focus(true));
        },

        // A lost focus may swallow key releases: everything counts as released.
        focus: (gained) => {
            Keys.pressed.clear();
            Border.call(_fullcourt_focus, gained ? 1 : 0);
        },

        // AltGr arrives as Ctrl and Alt on some systems, and only writes characters.
        writes: (event) => event.getModifierState?.('AltGraph') ?? false,
        modifiers: (event) => {
            const writes = Keys.writes(event);
            Border.call(_fullcourt_modifiers, event.ctrlKey && !writes ? 1 : 0, event.shiftKey ? 1 : 0,
                        event.altKey && !writes ? 1 : 0, event.metaKey ? 1 : 0);
        },

        // Letters and digits by what the layout writes, so that Ctrl+Z is the key labelled Z; where the layout has
        // no such letter (Cyrillic, Option+letter on Apple) and for all other keys by their place.
        name: (event) => {
            if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
            if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
            if (event.key.length > 1 && !event.code.startsWith('Numpad')) return event.key;
            return event.code || event.key;
        },
        chord: (event) => {
            const writes = Keys.writes(event);
            const mod = (Keys.apple ? event.metaKey : event.ctrlKey) && !writes;
            const other = Keys.apple ? event.ctrlKey : event.metaKey;
            const named = event.key.length > 1 ? event.key : Keys.name(event);
            return `${other ? 'Other+' : ''}${mod ? 'Mod+' : ''}${event.altKey && !writes ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${named}`;
        },
        // One character, by whatever means the layout writes it.
        isText: (event) => {
            if ([...event.key].length !== 1) return false;
            if (Keys.writes(event)) return true;
            if (event.ctrlKey || event.metaKey) return false;
            return Keys.apple || !event.altKey;
        },

        // Buttons of the page itself, such as those of the error page, keep their keys.
        elsewhere: (event) => fullcourtPage.stopped || !!event.target.closest?.('[data-own-keys]'),

        down: (event) => {
            if (Keys.elsewhere(event) || event.isComposing || event.keyCode === 229) return;
            Keys.modifiers(event);
            if (Keys.modifierKeys.includes(event.key)) return;
            if (Keys.every) {
                event.preventDefault();
                Keys.send(event);
                return;
            }
            const chord = Keys.chord(event);
            if (Keys.clipboard.includes(chord)) {
                Clipboard.prepare();
                return;
            }
            const inAgent = TextAgent.focused();
            // Before the person has gone into the canvas, and in the mirror, Tab moves the browser's own focus.
            if (!inAgent && event.key === 'Tab') return;
            if (Mirror.key(event, chord)) return;
            const text = Keys.isText(event);
            const taken = Keys.taken.includes(chord) || Keys.bound.has(chord);
            if (!taken && !text) return;
            Keys.send(event);
            if (taken) {
                event.preventDefault();
            } else if (!inAgent) {
                Keys.type(event);
            }
        },
        // Text typed while the mirror or nothing has the focus. With nothing focused the field takes over in time for
        // the browser to write into it; a mirrored element keeps the focus.
        type: (event) => {
            if (!Mirror.focused()) {
                TextAgent.focus();
                return;
            }
            event.preventDefault();
            Border.withText(event.key, (start) => Border.call(_fullcourt_text, start));
        },
        send: (event) => {
            const name = Keys.name(event);
            Keys.pressed.set(event.code, name);
            Border.withText(name, (start) => Border.call(_fullcourt_key, start, 1));
        },
        up: (event) => {
            if (Keys.elsewhere(event)) return;
            Keys.modifiers(event);
            Keys.release(event.code);
            // Apple's browsers send no release for keys let go while ⌘ is down.
            if (event.key === 'Meta') [...Keys.pressed.keys()].forEach(Keys.release);
        },
        release: (code) => {
            const name = Keys.pressed.get(code);
            if (name === undefined) return;
            Keys.pressed.delete(code);
            Border.withText(name, (start) => Border.call(_fullcourt_key, start, 0));
        },
    },

    platform_start_keys__deps: ['$Keys'],
    platform_start_keys: () => Keys.start(),
    platform_take_keys__deps: ['$Keys'],
    platform_take_keys: (chords) => { Keys.bound = new Set(Border.lines(chords)); },
    platform_take_every_key__deps: ['$Keys'],
    platform_take_every_key: (every) => { Keys.every = !!every; },
    platform_apple_keyboard__deps: ['$Keys'],
    platform_apple_keyboard: () => (Keys.apple ? 1 : 0),
});
