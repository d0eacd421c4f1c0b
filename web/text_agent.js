// The hidden text field that turns keys, dead keys, input methods and emoji pickers into text. It has the focus
// while the person works in the canvas, and stands at the caret so that an input method opens there.
addToLibrary({
    $TextAgent__deps: ['$Border', '$Mirror', '$Clipboard', 'fullcourt_text'],
    $TextAgent: {
        element: null,
        wanted: false,

        start: () => {
            const field = document.getElementById('text-agent');
            TextAgent.element = field;
            field.addEventListener('input', (event) => {
                if (!event.isComposing) TextAgent.flush();
            });
            field.addEventListener('compositionstart', () => field.classList.add('composing'));
            field.addEventListener('compositionend', () => {
                field.classList.remove('composing');
                TextAgent.flush();
            });
        },

        // Everything written since the last time, whatever wrote it.
        flush: () => {
            const text = TextAgent.element.value;
            TextAgent.element.value = '';
            // No key writes a tab or several lines: phones' keyboards put what was copied in like this, without a paste event.
            if (text.length > 1 && /[\t\n]/.test(text)) {
                Clipboard.insert(text);
            } else if (text) {
                Border.withText(text, (start) => Border.call(_fullcourt_text, start));
            }
        },

        focused: () => document.activeElement === TextAgent.element,
        focus: () => TextAgent.element.focus({ preventScroll: true }),

        // Called by the program when a field gains, moves or loses its caret.
        place: (wanted, x, y, height) => {
            const field = TextAgent.element;
            field.style.left = `${x}px`;
            field.style.top = `${y}px`;
            field.style.height = `${height}px`;
            field.style.fontSize = `${height * 0.75}px`;
            // With "none" a touch screen shows no keyboard although the field has the focus.
            field.inputMode = wanted ? 'text' : 'none';
            if (wanted === TextAgent.wanted) return;
            TextAgent.wanted = wanted;
            field.setAttribute('aria-label', wanted ? Mirror.focusedName() || 'Text' : 'Plan');
            if (wanted && !TextAgent.focused()) {
                Mirror.lend();
                TextAgent.focus();
            } else if (!wanted) {
                Mirror.takeBack();
            }
        },
    },

    platform_start_text_agent__deps: ['$TextAgent'],
    platform_start_text_agent: () => TextAgent.start(),
    platform_place_text_agent__deps: ['$TextAgent'],
    platform_place_text_agent: (wanted, x, y, height) => TextAgent.place(!!wanted, x, y, height),
});
