// The accessibility mirror: an element for every widget, at its place over the canvas. It is for screen readers and
// for tests; the mouse goes through it. Opened by the page's first tab stop or by ?semantics=on.
addToLibrary({
    $Mirror__deps: ['$Border', '$Frames', '$TextAgent'],
    $Mirror__postset: 'Mirror.nodes = new Map(); Mirror.lists = new Map();',
    $Mirror: {
        open: false,
        root: null,
        // The element that gave its focus to the text field, and gets it back.
        lent: null,
        focusing: false,
        ranges: ['slider', 'spinbutton', 'progressbar', 'scrollbar', 'meter'],
        cells: ['gridcell', 'row', 'columnheader', 'rowheader'],
        // Which roles may have a state, by ARIA: what a screen reader does not expect it does not read.
        selectable: ['gridcell', 'row', 'columnheader', 'rowheader', 'option', 'tab', 'treeitem'],
        checkable: ['checkbox', 'switch', 'radio', 'menuitemcheckbox', 'menuitemradio', 'option', 'treeitem'],
        expandable: ['button', 'checkbox', 'combobox', 'gridcell', 'link', 'listbox', 'menuitem', 'row', 'rowheader', 'columnheader', 'tab', 'treeitem'],
        // Lists put around list items that stand in none, by the element they stand in.
        lists: null,
        // What the program said of a picture with many new elements: done behind the picture, some milliseconds at a time.
        waiting: [],
        behind: false,
        atOnce: 60,
        longest: 8,

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

        // `changes`: how many elements of the picture are new or not as they were. What waits is done before anything else.
        begin: (changes) => { Mirror.behind = changes > Mirror.atOnce || Mirror.waiting.length > 0; },
        act: (step) => {
            if (!Mirror.behind) {
                step();
                return;
            }
            if (Mirror.waiting.push(step) === 1) setTimeout(Mirror.goOn, 0);
        },
        goOn: () => {
            const end = performance.now() + Mirror.longest;
            let done = 0;
            while (done < Mirror.waiting.length && performance.now() < end) Mirror.waiting[done++]();
            Mirror.waiting.splice(0, done);
            if (Mirror.waiting.length > 0) setTimeout(Mirror.goOn, 0);
        },

        put: (id, look) => {
            let node = Mirror.nodes.get(id);
            if (!node) {
                const element = document.createElement('div');
                element.dataset.node = id;
                const text = document.createElement('span');
                element.append(text);
                node = { element, text, role: look.role, said: new Map(), place: '' };
                Mirror.nodes.set(id, node);
            }
            node.role = look.role;
            Mirror.dress(node, look);
            if (look.focused && Mirror.focused() && Mirror.focused() !== node.element) Mirror.wantsFocus = node.element;
            if (look.focused && Mirror.lent) Mirror.lent = node.element;
        },
        // Only what is not as it was is told to the browser.
        dress: (node, look) => {
            const { element, text, said } = node;
            const range = Mirror.ranges.includes(look.role);
            const set = (name, value) => {
                if ((said.get(name) ?? '') === (value ?? '')) return;
                said.set(name, value);
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
            const selects = Mirror.selectable.includes(look.role);
            set('aria-checked', Mirror.checkable.includes(look.role) ? look.checked : null);
            set('aria-selected', selects ? look.selected : null);
            set('aria-pressed', look.role === 'button' ? look.selected : null);
            set('aria-current', look.role === 'link' && look.selected === 'true' ? 'page' : null);
            set('aria-expanded', Mirror.expandable.includes(look.role) ? look.expanded : null);
            set('aria-rowindex', look.row || null);
            set('aria-colindex', look.column || null);
            // For tests: the value in one place, whatever the role.
            set('data-value', look.value);
            const heads = look.role === 'columnheader' || look.role === 'rowheader';
            const shown = range ? '' : look.value || (heads ? look.name : '');
            if (text.textContent !== shown) text.textContent = shown;
            // In a grid one cell is a tab stop, the one with the program's focus; arrows go from cell to cell.
            set('tabindex', Mirror.cells.includes(look.role) && !look.focused ? '-1' : '0');
            const place = `left:${look.x}px;top:${look.y}px;width:${look.width}px;height:${look.height}px`;
            if (place !== node.place) {
                node.place = place;
                element.style.cssText = place;
            }
        },
        remove: (id) => {
            const node = Mirror.nodes.get(id);
            node?.element.remove();
            node?.item?.remove();
            Mirror.nodes.delete(id);
        },
        // `order` is a list of ids and parents in reading order. Elements that stand right are not touched, as moving an
        // element takes its focus.
        arrange: (order) => {
            const last = new Map();
            const place = (home, element) => {
                const before = last.get(home) ?? (home.firstElementChild?.tagName === 'SPAN' ? home.firstElementChild : null);
                const next = before ? before.nextSibling : home.firstChild;
                if (next !== element) home.insertBefore(element, next);
                last.set(home, element);
            };
            const used = new Map();
            let headings = 0;
            for (let at = 0; at < order.length; at += 2) {
                const node = Mirror.nodes.get(order[at]);
                const parent = Mirror.nodes.get(order[at + 1]);
                const home = parent?.element ?? Mirror.root;
                if (node.role === 'heading') node.element.setAttribute('aria-level', headings++ === 0 ? '1' : '2');
                const listed = parent?.role === 'list';
                // What stands in a list is an item of it, and what stands in a row a cell, whatever it is besides.
                const wrap = listed && node.role !== 'listitem' ? 'listitem' : parent?.role === 'row' && !Mirror.cells.includes(node.role) ? 'gridcell' : '';
                if (wrap) {
                    node.item ??= Mirror.make(wrap);
                    place(home, node.item);
                    place(node.item, node.element);
                    continue;
                }
                if (node.item) {
                    node.item.remove();
                    node.item = null;
                }
                place(!listed && node.role === 'listitem' ? Mirror.listIn(home, last, used, place) : home, node.element);
            }
            for (const [home, lists] of Mirror.lists) {
                lists.splice(used.get(home) ?? 0).forEach((list) => list.remove());
                if (lists.length === 0) Mirror.lists.delete(home);
            }
        },
        make: (role) => {
            const element = document.createElement('div');
            element.setAttribute('role', role);
            return element;
        },
        // The list that items which follow each other in an element share.
        listIn: (home, last, used, place) => {
            const lists = Mirror.lists.get(home) ?? [];
            Mirror.lists.set(home, lists);
            const count = used.get(home) ?? 0;
            if (count > 0 && last.get(home) === lists[count - 1]) return lists[count - 1];
            lists[count] ??= Mirror.make('list');
            used.set(home, count + 1);
            place(home, lists[count]);
            return lists[count];
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
    platform_mirror_begin__deps: ['$Mirror'],
    platform_mirror_begin: (changes) => Mirror.begin(changes),
    // Numbers of 32 bits arrive with a sign: ids are made whole again. The states are -1 for none, 0 for false, 1 for true.
    platform_mirror_put__deps: ['$Mirror'],
    platform_mirror_put: (id, role, name, value, description, disabled, focused, checked, selected, expanded, row, column, x, y, width, height) => {
        const state = (number) => (number < 0 ? null : String(number === 1));
        const look = { role: Border.text(role), name: Border.text(name), value: Border.text(value), description: Border.text(description),
                       disabled: !!disabled, focused: !!focused, checked: state(checked), selected: state(selected),
                       expanded: state(expanded), row, column, x, y, width, height };
        Mirror.act(() => Mirror.put(id >>> 0, look));
    },
    platform_mirror_remove__deps: ['$Mirror'],
    platform_mirror_remove: (id) => Mirror.act(() => Mirror.remove(id >>> 0)),
    platform_mirror_arrange__deps: ['$Mirror'],
    platform_mirror_arrange: (order, count) => {
        const ids = HEAPU32.slice(order >>> 2, (order >>> 2) + count);
        Mirror.act(() => Mirror.arrange(ids));
    },
    platform_mirror_settle__deps: ['$Mirror'],
    platform_mirror_settle: () => Mirror.act(Mirror.settle),
});
