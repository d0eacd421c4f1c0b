// The page without a network: registers the service worker (web/worker/service_worker.js), says when the page is kept on this
// computer, and when a newer version is ready. Nothing is loaded anew until use() is called.
addToLibrary({
    $Offline__deps: ['$Border'],
    $Offline: {
        WORKER: 'service-worker.js',
        HOUR: 3600000,
        registration: null,
        asked: false,
        lastLook: 0,

        // Trusted Types: the one address that may become a worker.
        address: () => {
            const policy = window.trustedTypes?.createPolicy('fullcourt', {
                createScriptURL: (url) => {
                    if (url !== Offline.WORKER) throw new TypeError('not the service worker');
                    return url;
                },
            });
            return policy ? policy.createScriptURL(Offline.WORKER) : Offline.WORKER;
        },
        isPossible: () => 'serviceWorker' in navigator && window.isSecureContext && location.protocol.startsWith('http') &&
            !document.getElementById('packed-program'),

        // Fetching and checking all files once more takes as much as starting the program, which goes first.
        idle: () => new Promise((resolve) => {
            if (window.requestIdleCallback) {
                requestIdleCallback(resolve, { timeout: 3000 });
            } else {
                setTimeout(resolve, 1000);
            }
        }),

        start: async () => {
            if (!Offline.isPossible()) return;
            await Offline.idle();
            const workers = navigator.serviceWorker;
            // Another version took over: this page asked for it, or another tab did; only the first loads itself anew.
            const controlled = !!workers.controller;
            workers.addEventListener('controllerchange', () => {
                if (Offline.asked) {
                    location.reload();
                } else if (controlled) {
                    Border.send('UpdateReady');
                }
            });
            try {
                Offline.registration = await workers.register(Offline.address(), { updateViaCache: 'none' });
            } catch (error) {
                console.warn('service worker:', error);
                return;
            }
            // Privacy extensions answer with nothing at all.
            if (!Offline.registration) return;
            Offline.watch(Offline.registration);
            if (workers.controller) Border.send('OfflineReady');
            Offline.lastLook = Date.now();
            document.addEventListener('visibilitychange', Offline.look);
        },
        watch: (registration) => {
            const follow = (worker) => worker?.addEventListener('statechange', () => Offline.tell(worker));
            Offline.tell(registration.waiting);
            follow(registration.installing);
            registration.addEventListener('updatefound', () => follow(registration.installing));
        },
        tell: (worker) => {
            if (worker?.state === 'installed' && navigator.serviceWorker.controller) Border.send('UpdateReady');
            if (worker?.state === 'activated') Border.send('OfflineReady');
        },
        // Somebody came back to the page: is there a newer one? At most once an hour.
        look: () => {
            if (document.hidden || Date.now() - Offline.lastLook < Offline.HOUR) return;
            Offline.lastLook = Date.now();
            Offline.registration.update().catch(() => {});
        },
        use: () => {
            Offline.asked = true;
            const waiting = Offline.registration?.waiting;
            if (waiting) {
                waiting.postMessage('use');
            } else {
                location.reload();
            }
        },
    },

    platform_start_offline__deps: ['$Offline'],
    platform_start_offline: () => { void Offline.start(); },
    platform_use_update__deps: ['$Offline'],
    platform_use_update: () => Offline.use(),
});
