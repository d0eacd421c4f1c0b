// The canvas: as many device pixels as it covers, at every zoom and fraction; loss of the graphics context.
addToLibrary({
    $Canvas__deps: ['$Border', '$Frames', 'fullcourt_resized', 'fullcourt_context_lost', 'fullcourt_context_restored'],
    $Canvas: {
        element: null,
        width: 0,
        height: 0,
        boxKnown: false,
        giveUp: 0,

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
                const { width, height } = Canvas;
                if (Canvas.boxKnown) {
                    Canvas.fit(box.inlineSize, box.blockSize);
                } else {
                    Canvas.measure();
                }
                // The first call tells the size that was measured.
                if (width !== Canvas.width || height !== Canvas.height) Frames.draw();
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
        // By the number of the state's name; nothing where it is not one that the renderer puts back.
        graphicsState: (name) => {
            const NONE = [0], ONE = [1], ADD = [0x8006], TEXTURE0 = [0x84C0];
            switch (name) {
            case 0x84E0: return TEXTURE0; // the active texture
            case 0x8B8D: // the program
            case 0x8069: // the texture
            case 0x8919: // the sampler
            case 0x8894: // the buffer of vertices
            case 0x85B5: // the array of vertices
            case 0x88EF: // the buffer that pixels are read from
            case 0x80C8: // how much blending takes of what is there: colour
            case 0x80CA: // and opacity
                return NONE;
            case 0x80C9: // and of what comes: colour
            case 0x80CB: // and opacity
                return ONE;
            case 0x8009: // how both are put together: colour
            case 0x883D: // and opacity
                return ADD;
            case 0x0BA2: // the view port
            case 0x0C10: // the scissor's box
                return [0, 0, Canvas.width, Canvas.height];
            default: return null;
            }
        },
    },

    // Dear ImGui's renderer asks for all state before it draws and puts it back afterwards. Each such question waits until the
    // graphics process has drawn what came before. Nobody else changes the state: it is what a new context has (OpenGL ES 3.0, 6.2).
    glGetIntegerv__deps: ['$Canvas', '$emscriptenWebGLGet'],
    glGetIntegerv: (name, address) => {
        const known = Canvas.graphicsState(name);
        if (known) {
            HEAP32.set(known, address >> 2);
        } else {
            emscriptenWebGLGet(name, address, 0);
        }
    },

    platform_start_canvas__deps: ['$Canvas'],
    platform_start_canvas: () => Canvas.start(),
    platform_page_shown: () => {
        document.documentElement.dataset.state = 'running';
        fullcourtProgram.shown();
    },
    platform_cursor__deps: ['$Border'],
    platform_cursor: (shape) => {
        document.getElementById('canvas').style.cursor = Border.text(shape);
    },
});
