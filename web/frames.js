// Frames on demand: one pending animation frame at most, none at rest. Timers.
addToLibrary({
    $Frames__deps: ['$Border', 'fullcourt_frame'],
    $Frames__postset: 'globalThis.fullcourtFrames = 0; Frames.timers = new Map(); Frames.wishAt = Infinity;',
    $Frames: {
        wanted: 0,
        request: 0,
        drawing: false,
        wish: 0,
        wishAt: 0,

        wake: (frames) => {
            Frames.wanted = Math.max(Frames.wanted, frames);
            Frames.ask();
        },
        ask: () => {
            if (Frames.request || Frames.wanted <= 0 || fullcourtPage.stopped) return;
            Frames.request = requestAnimationFrame(() => {
                Frames.request = 0;
                Frames.draw();
            });
        },
        // Also called by a resize, which must be drawn before the browser paints, or old content is seen stretched.
        draw: () => {
            if (Frames.drawing || fullcourtPage.stopped) return;
            Frames.drawing = true;
            Frames.wanted = Math.max(0, Frames.wanted - 1);
            globalThis.fullcourtFrames++;
            let more = 0;
            try {
                more = _fullcourt_frame(performance.now() / 1000);
            } finally {
                Frames.drawing = false;
            }
            if (more) Frames.wanted = Math.max(Frames.wanted, 1);
            Frames.ask();
            if (!Frames.request) fullcourtProgram.rested();
        },

        wakeAfter: (seconds) => {
            const at = performance.now() + seconds * 1000;
            if (at >= Frames.wishAt) return;
            clearTimeout(Frames.wish);
            Frames.wishAt = at;
            Frames.wish = setTimeout(() => {
                Frames.wishAt = Infinity;
                // What appears in the first frame, such as a tooltip, finds its size there and is seen in the second.
                Frames.wake(2);
            }, Math.max(0, seconds * 1000));
        },

        startTimer: (timer, seconds) => {
            Frames.stopTimer(timer);
            Frames.timers.set(timer, setTimeout(() => {
                Frames.timers.delete(timer);
                Border.send('TimerFired', timer);
            }, seconds * 1000));
        },
        stopTimer: (timer) => {
            clearTimeout(Frames.timers.get(timer));
            Frames.timers.delete(timer);
        },
    },

    // The first frame does not wait for the browser to ask: it is in the first picture that the browser makes then.
    platform_start_frames__deps: ['$Frames'],
    platform_start_frames: () => {
        Frames.wanted = Math.max(Frames.wanted, 3);
        Frames.draw();
    },
    platform_wake__deps: ['$Frames'],
    platform_wake: (frames) => Frames.wake(frames),
    platform_wake_after__deps: ['$Frames'],
    platform_wake_after: (seconds) => Frames.wakeAfter(seconds),
    platform_start_timer__deps: ['$Frames'],
    platform_start_timer: (timer, seconds) => Frames.startTimer(timer, seconds),
    platform_stop_timer__deps: ['$Frames'],
    platform_stop_timer: (timer) => Frames.stopTimer(timer),

    platform_seconds: () => performance.now() / 1000,
    platform_unix_milliseconds: () => Date.now(),
    platform_today: () => {
        const now = new Date();
        return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    },
    platform_random: (target, size) => {
        crypto.getRandomValues(HEAPU8.subarray(target >>> 0, (target >>> 0) + size));
    },
});
