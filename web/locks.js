// One writer a plan: a Web Lock decides, a BroadcastChannel carries the request to hand over and the news of
// changes, and a mark in both databases (the claim) refuses what a tab writes after it lost the lock unawares.
//
// Without Web Locks (plain http) the holder answers over the channel, and the claim alone is the guard: the last
// tab to claim can write, all others are refused.
addToLibrary({
    $Locks__deps: ['$Border', '$Storage', '$Mounts'],
    $Locks__postset: `
        Locks.held = new Map();
        Locks.claims = new Set();
        Locks.answers = new Map();
        Locks.listen();`,
    $Locks: {
        channel: null,

        name: (plan) => `fullcourt.plan.${plan}`,
        listen: () => {
            if (typeof BroadcastChannel === 'undefined') return;
            Locks.channel = new BroadcastChannel('fullcourt');
            Locks.channel.onmessage = ({ data }) => Locks.hear(data);
        },
        tell: (kind, plan) => Locks.channel?.postMessage({ kind, plan }),
        hear: ({ kind, plan }) => {
            if (kind === 'changed') Border.send('PlanChangedElsewhere', plan);
            if (kind === 'index' && Storage.started) void Storage.sendIndex();
            if (kind === 'ask' && Locks.held.has(plan)) Border.send('TakeOverAsked', plan);
            if (kind === 'who' && Locks.held.has(plan)) Locks.tell('mine', plan);
            if (kind === 'mine') Locks.answers.get(plan)?.();
            if (kind === 'taken' && !navigator.locks) Locks.lost(plan);
        },

        // ---- Taking and giving -------------------------------------------------------------------------

        // In the plan's own queue, so that a lock given back and taken again ends up taken.
        take: (plan) => Mounts.enqueue(plan, () => {
            if (Locks.held.has(plan)) {
                Border.send('LockChanged', plan, true);
            } else if (navigator.locks) {
                return Locks.request(plan, { ifAvailable: true });
            } else {
                return Locks.takeWithoutLocks(plan);
            }
            return undefined;
        }),
        takeOver: (plan) => Mounts.enqueue(plan, () => {
            if (Locks.held.has(plan)) {
                Border.send('LockChanged', plan, true);
                return;
            }
            Locks.tell('ask', plan);
            if (!navigator.locks) {
                setTimeout(() => Locks.hold(plan, () => {}), 1000);
                return;
            }
            const patience = new AbortController();
            setTimeout(() => patience.abort(), 1000);
            void Locks.request(plan, { signal: patience.signal }, () => Locks.request(plan, { steal: true }));
        }),
        // The lock is held for as long as the promise given to the browser stays open. Resolves when it is clear who has it.
        request: (plan, options, impatient) => new Promise((decided) => {
            let granted = false;
            navigator.locks.request(Locks.name(plan), options, (lock) => {
                decided();
                if (!lock) {
                    Border.send('LockChanged', plan, false);
                    return undefined;
                }
                granted = true;
                return new Promise((resolve) => Locks.hold(plan, resolve));
            }).catch((error) => {
                decided();
                if (granted) {
                    Locks.lost(plan);
                } else if (error?.name === 'AbortError' && impatient) {
                    impatient();
                } else {
                    console.warn('lock:', error);
                    Border.send('LockChanged', plan, false);
                }
            });
        }),
        takeWithoutLocks: async (plan) => {
            const taken = await new Promise((resolve) => {
                Locks.answers.set(plan, () => resolve(true));
                setTimeout(() => resolve(false), 300);
                Locks.tell('who', plan);
            });
            Locks.answers.delete(plan);
            if (taken) {
                Border.send('LockChanged', plan, false);
            } else {
                Locks.hold(plan, () => {});
            }
        },
        // The claim comes before the news, so that whoever loads the plan after it sees the other tab's last state.
        // Where the claim cannot be written (no room, no storage) the plan can still be edited and saved as a file;
        // each store tries the claim again and says why it fails.
        hold: (plan, letGo) => {
            Locks.held.set(plan, letGo);
            if (!navigator.locks) Locks.tell('taken', plan);
            Locks.claim(plan).catch((error) => console.warn('claim:', Storage.sentence(error))).then(() => {
                if (Locks.held.has(plan)) Border.send('LockChanged', plan, true);
            });
        },
        // A store that is under way is finished first.
        release: (plan) => {
            void Mounts.enqueue(plan, () => {
                if (!Locks.held.has(plan)) return;
                const letGo = Locks.held.get(plan);
                Locks.forget(plan);
                letGo?.();
                Border.send('LockChanged', plan, false);
            });
        },
        lost: (plan) => {
            if (!Locks.held.has(plan)) return;
            Locks.forget(plan);
            Border.send('LockChanged', plan, false);
        },
        forget: (plan) => {
            Locks.held.delete(plan);
            Locks.claims.delete(plan);
        },

        // ---- Claims ------------------------------------------------------------------------------------

        claimed: (plan) => Locks.claims.has(plan),
        claim: (plan) => Mounts.enqueue(plan, () => Locks.claimNow(plan)),
        // Only inside the plan's own queue.
        claimNow: async (plan) => {
            if (!Locks.held.has(plan)) throw Storage.notOwner();
            if (Locks.claims.has(plan)) return;
            await Storage.run(['owners'], 'readwrite', (transaction) => {
                transaction.objectStore('owners').put({ plan, tab: Storage.tab });
                transaction.commit?.();
            });
            await Mounts.claim(plan);
            if (Locks.held.has(plan)) Locks.claims.add(plan);
        },
        forgetClaims: () => Locks.claims.clear(),
        // A refused write means that the plan has another owner.
        check: (plan, error) => {
            if (error?.name === 'NotOwner') Locks.lost(plan);
        },
    },

    platform_take_lock__deps: ['$Locks'],
    platform_take_lock: (plan) => { void Locks.take(Border.text(plan)); },
    platform_take_over__deps: ['$Locks'],
    platform_take_over: (plan) => { void Locks.takeOver(Border.text(plan)); },
    platform_release_lock__deps: ['$Locks'],
    platform_release_lock: (plan) => Locks.release(Border.text(plan)),
});
