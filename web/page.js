// The page around the canvas: title, theme, leaving, and the program's part in the error page.
addToLibrary({
    $Page__deps: ['$Border', '$Frames', 'fullcourt_rescue'],
    $Page__postset: 'fullcourtPage.programRescue = () => Page.rescue();',
    $Page: {
        start: () => {
            const dark = matchMedia('(prefers-color-scheme: dark)');
            dark.addEventListener('change', () => Border.send('SystemThemeChanged', dark.matches));
            const forced = matchMedia('(forced-colors: active)');
            forced.addEventListener('change', Page.tellForcedColours);
            if (forced.matches) Page.tellForcedColours();
            // `pagehide` comes last; on phones often only `visibilitychange` does.
            document.addEventListener('visibilitychange', () => {
                if (document.hidden) {
                    Border.send('PageHidden');
                } else {
                    Frames.wake(2);
                }
            });
            window.addEventListener('pagehide', () => Border.send('PageHidden'));
            window.addEventListener('pageshow', () => Frames.wake(2));
            window.addEventListener('hashchange', Page.takeLink);
            Page.takeLink();
        },
        tellForcedColours: () => {
            const probe = document.createElement('span');
            document.body.append(probe);
            const colour = (name) => {
                probe.style.color = name;
                const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
                return red * 65536 + green * 256 + blue;
            };
            const colours = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'HighlightText'].map(colour);
            probe.remove();
            Border.send('ForcedColoursChanged', matchMedia('(forced-colors: active)').matches, ...colours);
        },
        // A share link is taken out of the address, so that a reload does not ask again. Mail programs may have escaped its signs.
        takeLink: () => {
            if (!/^#plan(=|%3d)/i.test(location.hash)) return;
            Border.send('LinkOpened', location.hash);
            // The whole address: a path that begins with two slashes would name another host.
            history.replaceState(history.state, '', location.href.split('#')[0]);
        },
        setUnsaved: (unsaved) => {
            if (unsaved) {
                window.addEventListener('beforeunload', fullcourtPage.askBeforeLeaving);
            } else {
                window.removeEventListener('beforeunload', fullcourtPage.askBeforeLeaving);
            }
        },
        // The stopped program is entered once more, on purpose: its plan may still be whole.
        rescue: () => {
            const text = _fullcourt_rescue();
            const bytes = text ? Border.bytes(text) : new Uint8Array();
            return bytes.length ? { name: 'rescued.fullcourt.json', type: 'application/json', bytes } : null;
        },
        address: () => `${location.origin === 'null' ? '' : location.origin}${location.pathname}${location.search}`,
    },

    platform_start_page__deps: ['$Page'],
    platform_start_page: () => Page.start(),
    platform_set_title: (title) => { document.title = Border.text(title); },
    platform_set_title__deps: ['$Border'],
    platform_set_unsaved__deps: ['$Page'],
    platform_set_unsaved: (unsaved) => Page.setUnsaved(!!unsaved),
    platform_dark: () => (matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0),
    platform_from_disk: () => (location.protocol === 'file:' ? 1 : 0),
    platform_page_address__deps: ['$Page', 'fullcourt_result'],
    platform_page_address: () => {
        const bytes = Border.encoder.encode(Page.address());
        HEAPU8.set(bytes, _fullcourt_result(bytes.length) >>> 0);
    },
    platform_fatal__deps: ['$Border'],
    platform_fatal: (sentence) => fullcourtPage.fail(Border.text(sentence)),
});
