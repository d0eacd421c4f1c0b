// What the page and this browser are, for the person and for a report to whoever helps: nothing of a plan, no address.
addToLibrary({
    $About__deps: ['$Border', '$Storage', '$Canvas'],
    $About: {
        size: (bytes) => (bytes === undefined ? 'not told' : `${Math.round(bytes / 1e5) / 10} MB`),

        opened: () => {
            if (location.protocol === 'file:') return 'from disk';
            return matchMedia('(display-mode: standalone)').matches ? 'as an installed app' : 'in a tab';
        },
        // The names carry a digest of what is in the file, so they say which version this is.
        program: () => [...document.scripts].map((script) => script.getAttribute('src')).filter(Boolean).join(', ') || 'one file',
        drawing: () => {
            const graphics = Canvas.element.getContext('webgl2');
            return graphics ? `${graphics.getParameter(graphics.VERSION)}, ${graphics.getParameter(graphics.RENDERER)}` : 'none';
        },
        // A browser may refuse any of these; the rest is still worth telling.
        ask: async (question) => {
            try {
                return await question();
            } catch (error) {
                return `not told (${error.name})`;
            }
        },
        used: async () => {
            const { usage, quota } = await navigator.storage.estimate();
            return `${About.size(usage)} of ${About.size(quota)}`;
        },
        offline: () => {
            if (!('serviceWorker' in navigator)) return 'not possible here';
            return navigator.serviceWorker.controller ? 'a service worker keeps the page' : 'no service worker';
        },

        describe: async () => {
            const asked = [
                ['Program', About.program],
                ['Opened', About.opened],
                ['Storage', () => (Storage.database ? 'open' : Storage.problem || 'not open')],
                ['Storage used', About.used],
                ['Kept when space runs short', async () => ((await navigator.storage.persisted()) ? 'promised' : 'not promised')],
                ['Offline', About.offline],
                ['Saves files in their place', () => ('showSaveFilePicker' in window ? 'yes' : 'no, as downloads')],
                ['Browser', () => navigator.userAgent],
                ['Languages', () => navigator.languages.join(', ')],
                ['Window', () => `${innerWidth} × ${innerHeight} at ${Math.round(devicePixelRatio * 100) / 100}`],
                ['Drawing', About.drawing],
                ['Memory of the program', () => About.size(HEAPU8.length)],
            ];
            const values = await Promise.all(asked.map(([, question]) => About.ask(question)));
            Border.send('PageDescribed', asked.length, ...asked.flatMap(([name], i) => [name, String(values[i])]));
        },

        // A page that is one file holds the texts itself.
        showLicences: async () => {
            let address = document.getElementById('page-licences')?.content;
            if (!address) {
                const text = await Module['unpackPart']('licences');
                address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
            }
            window.open(address, '_blank');
        },
    },

    platform_describe_page__deps: ['$About'],
    platform_describe_page: () => { void About.describe(); },
    platform_show_licences__deps: ['$About'],
    platform_show_licences: () => { void About.showLicences(); },
});
