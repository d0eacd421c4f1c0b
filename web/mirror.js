// The accessibility mirror: an element for every widget, at its place over the canvas. It is for screen readers and
// for tests; the mouse goes through it. Opened by the page's first tab stop or by ?semantics=on.
addToLibrary({
    $Mirror__deps: ['$Border', '$Frames', '$TextAgent'],
    $Mirror__postset: 'Mirror.nodes = new Map();',
    $Mirror: {
        open: false,
        root: null,
        // The element that gave its focus to the text field, and gets it back.
        lent: null,
        focusing: false,
        ranges: ['slider', 'spinbutton', 'progressbar', 'scrollbar', 'meter'],

        start: () => {
            Mirror.root = document.getElementById('mirror');
            Mirror.root.addEventListener('click', (event) => Mirror.activate(event.target, false));
            Mirror.root.addEventListener('focusin', (event) => {
                if (!Mirror.focusing) Mirror.activate(event.target, true);
            });
            const button = document.getElementById('open-mirror');
            button.addEventListener('click', () => {
                Mirror.show();
                Mirror.announce('The accessible view is on.');
            });
            if (new URLSearchParams(location.search).get('semantics') === 'on') Mirror.show();
        },
        show: () => {
            Mirror.open = true;
            document.getElementById('open-mirror').hidden = true;
            Mirror.root.hidden = false;
            Frames.wake(2);
        },

        // ---- Focus and keys ----------------------------------------------------------------------------

        focused: () => (Mirror.root.contains(document.activeElement) && document.activeElement !== Mirror.root ? document.activeElement : null),
        focusedName: () => Mirror.focused()?.getAttribute('aria-label') ?? '',
        lend: () => { Mirror.lent = Mirror.focused(); },
        takeBack: () => {
            const element = Mirror.lent;
            Mirror.lent = null;
            if (element?.isConnected && TextAgent.focused()) Mirror.focus(element);
        },
        // Moving the focus after the program moved its own must not tell the program again.
        focus: (element) => {
            Mirror.focusing = true;
            element.focus({ preventScroll: true });
            Mirror.focusing = false;
        },
        activate: (element, focusOnly) => {
            const node = element.closest?.('[data-node]');
            if (node && node.getAttribute('aria-disabled') !== 'true') Border.send('MirrorActivated', Number(node.dataset.node), focusOnly);
        },
        // Enter and Space work the focused element as they do everywhere on the web.
        key: (event, chord) => {
            const element = Mirror.focused();
            if (!element || (chord !== 'Enter' && event.key !== ' ')) return false;
            event.preventDefault();
            element.click();
            return true;
        },

        // ---- Elements ----------------------------------------------------------------------------------

        put: (id, look) => {
            let node = Mirror.nodes.get(id);
            if (!node) {
                const element = document.createElement('div');
                element.dataset.node = id;
                const text = document.createElement('span');
                element.append(text);
                node = { element, text };
                Mirror.nodes.set(id, node);
            }
            Mirror.dress(node, look);
            if (look.focused && Mirror.focused() && Mirror.focused() !== node.element) Mirror.wantsFocus = node.element;
            if (look.focused && Mirror.lent) Mirror.lent = node.element;
        },
        dress: ({ element, text }, look) => {
            const range = Mirror.ranges.includes(look.role);
            const set = (name, value) => {
                if (value === null || value === '') {
                    element.removeAttribute(name);
                } else {
                    element.setAttribute(name, value);
                }
            };
            set('role', look.role);
            set('aria-label', look.name);
            set('aria-description', look.description);
            set('aria-valuetext', range ? look.value : null);
            set('aria-disabled', look.disabled ? 'true' : null);
            set('aria-checked', look.checked);
            set('aria-selected', look.selected);
            set('aria-expanded', look.expanded);
            set('aria-current', look.focused ? 'true' : null);
            set('aria-rowindex', look.row || null);
            set('aria-colindex', look.column || null);
            // For tests: the value in one place, whatever the role.
            set('data-value', look.value);
            const shown = range ? '' : look.value;
            if (text.textContent !== shown) text.textContent = shown;
            // In a grid one cell is a tab stop, the one with the program's focus; arrows go from cell to cell.
            const cell = look.role === 'gridcell' || look.role === 'row' || look.role === 'columnheader' || look.role === 'rowheader';
            element.tabIndex = cell && !look.focused ? -1 : 0;
            Object.assign(element.style, { left: `${look.x}px`, top: `${look.y}px`, width: `${look.width}px`, height: `${look.height}px` });
        },
        remove: (id) => {
            Mirror.nodes.get(id)?.element.remove();
            Mirror.nodes.delete(id);
        },
        // `order` is a list of ids and parents in reading order. Elements that stand right are not touched, as moving an
        // element takes its focus.
        arrange: (order) => {
            const last = new Map();
            for (let at = 0; at < order.length; at += 2) {
                const node = Mirror.nodes.get(order[at]);
                const parent = Mirror.nodes.get(order[at + 1]);
                const home = parent?.element ?? Mirror.root;
                const before = last.get(home) ?? parent?.text ?? null;
                const next = before ? before.nextSibling : home.firstChild;
                if (next !== node.element) home.insertBefore(node.element, next);
                last.set(home, node.element);
            }
        },
        settle: () => {
            const element = Mirror.wantsFocus;
            Mirror.wantsFocus = null;
            if (element?.isConnected) Mirror.focus(element);
        },
        wantsFocus: null,

        // A region that already says the same is emptied first, or nothing is read out.
        announce: (sentence, urgent) => {
            const region = document.getElementById(urgent ? 'announce-now' : 'announce-next');
            region.textContent = '';
            setTimeout(() => { region.textContent = sentence; }, 50);
        },
    },

    platform_start_mirror__deps: ['$Mirror'],
    platform_start_mirror: () => Mirror.start(),
    platform_mirror_open__deps: ['$Mirror'],
    platform_mirror_open: () => (Mirror.open ? 1 : 0),
    platform_announce__deps: ['$Mirror'],
    platform_announce: (sentence, urgent) => Mirror.announce(Border.text(sentence), !!urgent),
    // Numbers of 32 bits arrive with a sign: ids are made whole again. The states are -1 for none, 0 for false, 1 for true.
    platform_mirror_put__deps: ['$Mirror'],
    platform_mirror_put: (id, role, name, value, description, disabled, focused, checked, selected, expanded, row, column, x, y, width, height) => {
        const state = (number) => (number < 0 ? null : String(number === 1));
        Mirror.put(id >>> 0, { role: Border.text(role), name: Border.text(name), value: Border.text(value), description: Border.text(description),
                         disabled: !!disabled, focused: !!focused, checked: state(checked), selected: state(selected),
                         expanded: state(expanded), row, column, x, y, width, height });
    },
    platform_mirror_remove__deps: ['$Mirror'],
    platform_mirror_remove: (id) => Mirror.remove(id >>> 0),
    platform_mirror_arrange__deps: ['$Mirror'],
    platform_mirror_arrange: (order, count) => Mirror.arrange(HEAPU32.subarray(order >>> 2, (order >>> 2) + count)),
    platform_mirror_settle__deps: ['$Mirror'],
    platform_mirror_settle: () => Mirror.settle(),
});
