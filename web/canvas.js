// The canvas: as many device pixels as it covers, at every zoom and fraction; loss of the graphics context.
addToLibrary({
    $Canvas__postset: 'Canvas.graphicsState = new Map();',
    $Canvas__deps: ['$Border', '$Frames', 'fullcourt_resized', 'fullcourt_context_lost', 'fullcourt_context_restored'],
    $Canvas: {
        element: null,
        width: 0,
        height: 0,
        boxKnown: false,
        giveUp: 0,
        // What the graphics context answered once, by the name of the state.
        graphicsState: null,

        start: () => {
            Canvas.element = document.getElementById('canvas');
            Canvas.measure();
            Canvas.observe();
            Canvas.watchRatio();
            Canvas.watchContext();
        },

        // Without the device-pixel box (Safari) the rounded product is the best guess.
        measure: () => {
            const box = Canvas.element.getBoundingClientRect();
            Canvas.fit(Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio));
        },
        observe: () => {
            const observer = new ResizeObserver((entries) => {
                const box = entries[entries.length - 1].devicePixelContentBoxSize?.[0];
                Canvas.boxKnown = Canvas.plausible(box);
                if (Canvas.boxKnown) {
                    Canvas.fit(box.inlineSize, box.blockSize);
                } else {
                    Canvas.measure();
                }
                Frames.draw();
            });
            try {
                observer.observe(Canvas.element, { box: 'device-pixel-content-box' });
            } catch {
                observer.observe(Canvas.element);
            }
        },
        // While developer tools emulate another screen, Chromium gives this box in CSS pixels.
        plausible: (box) => !!box && Math.abs(box.inlineSize - Canvas.element.getBoundingClientRect().width * devicePixelRatio) < 2,
        // Zoom changes the ratio but not the number of device pixels, so the observer alone does not see it.
        // A media query can only ask for one ratio: it is made anew after each change.
        watchRatio: () => {
            matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
                if (Canvas.boxKnown) {
                    Canvas.fit(Canvas.width, Canvas.height);
                } else {
                    Canvas.measure();
                }
                Frames.wake(2);
                Canvas.watchRatio();
            }, { once: true });
        },
        fit: (width, height) => {
            Canvas.width = Math.max(1, width);
            Canvas.height = Math.max(1, height);
            if (Canvas.element.width !== Canvas.width) Canvas.element.width = Canvas.width;
            if (Canvas.element.height !== Canvas.height) Canvas.element.height = Canvas.height;
            Border.call(_fullcourt_resized, Canvas.width, Canvas.height, devicePixelRatio);
        },

        watchContext: () => {
            Canvas.element.addEventListener('webglcontextlost', (event) => {
                // Without this the browser never gives the context back.
                event.preventDefault();
                Border.call(_fullcourt_context_lost);
                Canvas.waitForContext();
            });
            Canvas.element.addEventListener('webglcontextrestored', () => {
                clearTimeout(Canvas.giveUp);
                Canvas.graphicsState.clear();
                Border.call(_fullcourt_context_restored);
                Frames.wake(2);
            });
        },
        // A browser may keep the context from a hidden page for as long as it likes, so only visible time counts.
        waitForContext: () => {
            clearTimeout(Canvas.giveUp);
            Canvas.giveUp = setTimeout(() => {
                if (document.hidden) {
                    Canvas.waitForContext();
                } else {
                    fullcourtPage.fail('The browser’s graphics stopped and did not come back.');
                }
            }, 10000);
        },
    },

    // Dear ImGui's renderer asks for all state before it draws and puts it back afterwards. Each such question waits until the
    // graphics process has drawn the frame before. Nobody else changes the state, so it is asked for once.
    glGetIntegerv__deps: ['$Canvas', '$emscriptenWebGLGet'],
    glGetIntegerv: (name, address) => {
        const VIEWPORT = 0x0BA2, SCISSOR_BOX = 0x0C10;
        const place = address >> 2;
        const known = Canvas.graphicsState.get(name);
        if (known) {
            HEAP32.set(known, place);
        } else {
            emscriptenWebGLGet(name, address, 0);
            Canvas.graphicsState.set(name, HEAP32.slice(place, place + (name === VIEWPORT || name === SCISSOR_BOX ? 4 : 1)));
        }
    },

    platform_start_canvas__deps: ['$Canvas'],
    platform_start_canvas: () => Canvas.start(),
    platform_page_shown: () => {
        document.documentElement.dataset.state = 'running';
        void fullcourtProgram.fetchLater();
    },
    platform_cursor__deps: ['$Border'],
    platform_cursor: (shape) => {
        document.getElementById('canvas').style.cursor = Border.text(shape);
    },
});
