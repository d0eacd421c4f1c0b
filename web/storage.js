// The database "fullcourt": index, journal, revisions, quarantine, and which tab owns a plan.
//
// Every transaction asks for strict durability, and its answer is only given when it has completed. A record of
// the journal is written only if this tab still owns the plan, which the same transaction checks: a tab that was
// frozen while another took the plan over cannot write into the other's journal (see also web/mounts.js).
addToLibrary({
    $Storage__deps: ['$Border', '$Locks', '$Mounts', '$Mirror'],
    $Storage__postset: `
        Storage.tab = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        Storage.onlyCopies = new Set();
        Storage.turns = new Map();
        fullcourtPage.storageRescue = () => Storage.rescue();`,
    $Storage: {
        database: null,
        started: false,
        opening: false,
        // Why nothing can be stored, in a sentence; empty while something can.
        problem: '',
        // What waits for the database to open, in the order of the calls.
        waiting: [],
        persistAsked: false,
        // Plans of which something could not be kept elsewhere: their journal is not cleared, it may be the only copy.
        onlyCopies: null,
        // The newest record's turn, by plan.
        turns: null,
        reopened: false,
        // How often a failed open is tried again.
        attempts: 0,

        // ---- Opening and losing ------------------------------------------------------------------------

        start: () => {
            Storage.started = true;
            Storage.open();
        },
        open: () => {
            if (Storage.opening || Storage.database) return;
            Storage.opening = true;
            let request;
            try {
                request = fullcourtDatabase.take();
            } catch (error) {
                Storage.fail(Storage.unavailable(error));
                return;
            }
            // Some browsers never answer after a crash of their storage; the person must not wait for ever.
            const patience = setTimeout(() => Storage.fail('The browser’s storage does not answer. Nothing can be kept until it does; restart the browser, and save your plan as a file meanwhile.'), 10000);
            request.onblocked = () => Storage.fail('Another tab with an older version of Fullcourt is open. Close it and reload this page.');
            request.onerror = (event) => {
                event.preventDefault();
                clearTimeout(patience);
                if (Storage.attempts-- > 0) {
                    Storage.openLater();
                } else {
                    Storage.fail(Storage.unavailable(request.error));
                }
            };
            const opened = () => {
                clearTimeout(patience);
                Storage.opened(request.result);
            };
            // A request counts as done from when its database is being made, in a transaction that nothing else may run beside.
            if (request.readyState === 'done' && !request.transaction) {
                opened();
            } else {
                request.onsuccess = opened;
            }
        },
        opened: (database) => {
            Storage.database = database;
            Storage.opening = false;
            Storage.problem = '';
            database.onversionchange = (event) => {
                database.close();
                // Without a new version somebody removes the database.
                if (event.newVersion === null) {
                    Storage.closed();
                    return;
                }
                Storage.lost('A newer version of Fullcourt is open in another tab. Reload this page to go on saving.');
            };
            database.onclose = () => Storage.closed();
            const waiting = Storage.waiting;
            Storage.waiting = [];
            waiting.forEach((use) => use(database));
            void Storage.announceStart();
        },
        // The browser closed the database, for instance because somebody cleared the site's data. Tried once more.
        closed: () => {
            if (Storage.reopened) {
                Storage.lost('The browser closed its storage. Nothing more can be kept until you reload; save your plan as a file first.');
                return;
            }
            Storage.reopened = true;
            Storage.database = null;
            Mounts.forgetAll();
            Locks.forgetClaims();
            Storage.attempts = 5;
            Storage.openLater();
        },
        // While the old data are being removed an open fails; what is asked meanwhile waits.
        openLater: () => {
            Storage.opening = true;
            setTimeout(() => {
                Storage.opening = false;
                Storage.open();
            }, 500);
        },
        lost: (sentence) => {
            Storage.database = null;
            Storage.fail(sentence);
        },
        fail: (sentence) => {
            Storage.opening = false;
            Storage.problem = sentence;
            const waiting = Storage.waiting;
            Storage.waiting = [];
            waiting.forEach((use) => use(null));
            Storage.answer(false, false, sentence, false, 0);
        },
        answer: (works, persistent, problem, setAside, plans, ...rows) => {
            fullcourtProgram.storageHas(plans);
            Border.send('StorageStarted', works, persistent, problem, setAside, plans, ...rows);
        },
        announceStart: async () => {
            try {
                const [rows, owners, persistent, setAside] = await Promise.all([
                    Storage.indexRows(), Mounts.ownerRows(), navigator.storage?.persisted?.().catch(() => false) ?? false, Storage.hasSetAside(),
                ]);
                const cut = await Mounts.finishErasing(owners);
                Storage.answer(true, persistent, '', setAside, ...Storage.flatIndex(cut ? await Storage.indexRows() : rows));
            } catch (error) {
                if (!Storage.database) return;
                Storage.fail(Storage.sentence(error));
            }
        },
        // Asked once, after the first plan was kept: browsers weigh how a page is used, and one of them asks the person.
        askToPersist: () => {
            if (Storage.persistAsked) return;
            Storage.persistAsked = true;
            navigator.storage?.persist?.().catch(() => false);
        },

        // ---- Sentences ---------------------------------------------------------------------------------

        unavailable: (error) => {
            if (typeof indexedDB === 'undefined' || error?.name === 'SecurityError' || error?.name === 'InvalidStateError') {
                return 'This browser keeps nothing for this page: private window, or storage is switched off. Save your plan as a file before you close it.';
            }
            return Storage.sentence(error);
        },
        sentence: (error) => {
            if (error?.plain) return error.message;
            switch (error?.name) {
            case 'QuotaExceededError':
                return 'There is no room left in the browser’s storage. Free some space on this device or remove plans you no longer need, and save your plan as a file meanwhile.';
            case 'NotFoundError':
            case 'InvalidStateError':
                return 'The browser closed its storage. Save your plan as a file, then reload.';
            case 'DataError':
            case 'DataCloneError':
                return `The browser’s storage refused the data (${error.message}).`;
            default:
                return `The browser’s storage failed (${error?.message || error?.name || 'no reason given'}).`;
            }
        },
        // An error whose message is meant for the person.
        plain: (message, name = 'Error') => {
            const error = new Error(message);
            error.plain = true;
            error.name = name;
            return error;
        },
        notOwner: () => Storage.plain('Another tab is editing this plan.', 'NotOwner'),

        // ---- Transactions ------------------------------------------------------------------------------

        // Calls `use` with the database, at once where it is open, so that transactions start in the order of the calls.
        withDatabase: (use) => {
            if (Storage.database) {
                use(Storage.database);
            } else if (Storage.opening) {
                Storage.waiting.push(use);
            } else {
                use(null);
            }
        },
        // Resolves when the transaction has completed, with what `work` put in `box.result`.
        run: (stores, mode, work) => new Promise((resolve, reject) => {
            Storage.withDatabase((database) => {
                if (!database) {
                    reject(Storage.plain(Storage.problem || 'The browser’s storage is not open.'));
                    return;
                }
                const box = { result: undefined, error: null };
                try {
                    const transaction = database.transaction(stores, mode, { durability: 'strict' });
                    transaction.oncomplete = () => resolve(box.result);
                    transaction.onabort = () => reject(box.error ?? transaction.error ?? new Error('aborted'));
                    work(transaction, box);
                } catch (error) {
                    reject(error);
                }
            });
        }),
        // Goes on only where this tab owns the plan; else the transaction is undone as a whole.
        guard: (transaction, box, plan, go) => {
            const owner = transaction.objectStore('owners').get(plan);
            owner.onsuccess = () => {
                if (owner.result?.tab === Storage.tab) {
                    go();
                } else {
                    box.error = Storage.notOwner();
                    transaction.abort();
                }
            };
        },
        collect: (request, box) => {
            request.onsuccess = () => { box.result = request.result; };
        },

        // ---- Index -------------------------------------------------------------------------------------

        indexRows: () => Storage.run(['index'], 'readonly', (transaction, box) => Storage.collect(transaction.objectStore('index').getAll(), box)),
        flatIndex: (rows) => [rows.length, ...rows.flatMap((row) => [row.plan, row.title, row.savedAt, row.deletedAt, row.bytes])],
        sendIndex: async () => {
            try {
                Border.send('IndexChanged', ...Storage.flatIndex(await Storage.indexRows()));
            } catch (error) {
                console.warn('index:', Storage.sentence(error));
            }
        },
        putIndex: async (row) => {
            try {
                await Storage.run(['index'], 'readwrite', (transaction) => transaction.objectStore('index').put(row));
                Locks.tell('index', row.plan);
            } catch (error) {
                Mirror.announce(Storage.sentence(error), true);
            }
            await Storage.sendIndex();
        },

        // ---- Journal -----------------------------------------------------------------------------------

        // Records of a plan start in the order of the calls; only the first waits, until this tab could write down that it
        // owns the plan (a new plan is journalled in the same breath in which its lock is asked for).
        append: (row) => {
            const turn = (Storage.turns.get(row.plan) ?? Promise.resolve()).then(() => (Locks.claimed(row.plan) ? undefined : Locks.claim(row.plan)));
            Storage.turns.set(row.plan, turn.catch(() => {}));
            return turn.then(() => Storage.write(row)).then(() => {
                Border.send('JournalWritten', row.plan, row.sequence, '');
                Locks.tell('changed', row.plan);
            }).catch((error) => {
                Locks.check(row.plan, error);
                Border.send('JournalWritten', row.plan, row.sequence, Storage.sentence(error));
            });
        },
        write: (row) => Storage.run(['owners', 'journal'], 'readwrite', (transaction, box) => {
            Storage.guard(transaction, box, row.plan, () => {
                transaction.objectStore('journal').add(row);
                transaction.commit?.();
            });
        }),
        journalOf: (plan, upTo = Infinity) => IDBKeyRange.bound([plan, 0], [plan, upTo]),
        clearJournal: (transaction, plan, upTo, then) => {
            const journal = transaction.objectStore('journal');
            journal.index('order').getAllKeys(Storage.journalOf(plan, upTo)).onsuccess = (event) => {
                event.target.result.forEach((key) => journal.delete(key));
                then?.();
            };
        },
        // By sequence; of one number what was written first comes first.
        readJournal: (plan) => Storage.run(['journal'], 'readonly', (transaction, box) => {
            Storage.collect(transaction.objectStore('journal').index('order').getAll(Storage.journalOf(plan)), box);
        }),
        flatJournal: (rows) => [rows.length, ...rows.flatMap((row) => [row.sequence, row.parent, row.kind, row.bytes])],
        // The last step of storing a plan: what the slot now holds leaves the journal.
        finishStore: (plan, upTo, row) => Storage.run(['owners', 'journal', 'index'], 'readwrite', (transaction, box) => {
            Storage.guard(transaction, box, plan, () => {
                // A plan can be deleted while its last store is still under way: it stays deleted.
                const index = transaction.objectStore('index');
                const finish = () => {
                    index.get(plan).onsuccess = (event) => {
                        index.put({ ...row, deletedAt: event.target.result?.deletedAt ?? row.deletedAt });
                        transaction.commit?.();
                    };
                };
                if (Storage.onlyCopies.has(plan)) {
                    finish();
                } else {
                    Storage.clearJournal(transaction, plan, upTo, finish);
                }
            });
        }),

        // ---- Revisions ---------------------------------------------------------------------------------

        // Parts lie beside the revisions' bytes, by the plan and the content's name, so that states that are mostly alike take little room.
        keepRevision: async (row, content, parts) => {
            try {
                await Storage.run(['revisions', 'revisions-bytes'], 'readwrite', (transaction) => {
                    const rows = transaction.objectStore('revisions');
                    rows.index('plan').getAll(row.plan).onsuccess = (event) => {
                        const same = event.target.result.find((other) => other.revision === row.revision);
                        if (same) {
                            // Also why: what was shared from here is known by it.
                            if (row.pinned && !same.pinned) rows.put({ ...same, pinned: true, reason: row.reason });
                            return;
                        }
                        Storage.addRevision(transaction, row, content, parts, event.target.result);
                    };
                });
            } catch (error) {
                Storage.notKept(row.plan, Storage.sentence(error));
            }
        },
        notKept: (plan, why) => {
            Storage.onlyCopies.add(plan);
            Mirror.announce(`An earlier state of the plan could not be kept. ${why}`);
        },
        addRevision: (transaction, row, content, parts, others) => {
            const rows = transaction.objectStore('revisions');
            const contents = transaction.objectStore('revisions-bytes');
            rows.add(row).onsuccess = (event) => { contents.add(content, event.target.result); };
            const thinned = new Set(Storage.thin(others, row.at));
            thinned.forEach((key) => {
                rows.delete(key);
                contents.delete(key);
            });
            const namesOf = (some) => new Set(some.flatMap((revision) => revision.parts ?? []));
            const stored = namesOf(others);
            const needed = namesOf([row, ...others.filter(({ key }) => !thinned.has(key))]);
            stored.forEach((name) => {
                if (!needed.has(name)) contents.delete([row.plan, name]);
            });
            // One after the other: many megabytes at once would hold the page up.
            const missing = parts.filter(([name]) => !stored.has(name));
            const addNext = () => {
                if (!missing.length) return;
                const [name, bytes] = missing.shift();
                contents.put(bytes.slice(), [row.plan, name]).onsuccess = addNext; // not all of a buffer that they lie in
            };
            addNext();
        },
        // Pieces of the file; none where something of it is not there.
        loadRevision: async (key) => {
            const pieces = await Storage.rowsOr(Storage.run(['revisions', 'revisions-bytes'], 'readonly', (transaction, box) => {
                const contents = transaction.objectStore('revisions-bytes');
                transaction.objectStore('revisions').get(key).onsuccess = ({ target: { result: row } }) => {
                    contents.get(key).onsuccess = ({ target: { result: around } }) => {
                        if (!row || !around) return;
                        // As one array of bytes, where it was kept before there were parts.
                        const [before, after] = Array.isArray(around) ? around : [around, new Uint8Array()];
                        const parts = row.parts ?? [];
                        const found = [];
                        box.result = [before, ...found, after];
                        parts.forEach((name) => {
                            contents.get([row.plan, name]).onsuccess = ({ target: { result: bytes } }) => {
                                if (bytes) found.push(bytes);
                                box.result = found.length === parts.length ? [before, ...found, after] : [];
                            };
                        });
                    };
                };
            }));
            await Border.sendLong('RevisionLoaded', key, pieces);
        },
        // The keys that go: all of the newest day stay, one a day for a month, one a week before; pinned ones stay.
        thin: (rows, now) => {
            const day = (at) => Math.floor(Date.parse(at) / 86400000);
            const today = day(now);
            const kept = new Set();
            const newestFirst = [...rows].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.key - a.key));
            return newestFirst.filter((row) => {
                const age = today - day(row.at);
                if (row.pinned || !(age >= 1)) return false;
                const span = age <= 31 ? `day ${day(row.at)}` : `week ${Math.floor(day(row.at) / 7)}`;
                if (kept.has(span)) return true;
                kept.add(span);
                return false;
            }).map((row) => row.key);
        },
        listRevisions: async (plan) => {
            const rows = await Storage.rowsOr(Storage.run(['revisions'], 'readonly', (transaction, box) => {
                Storage.collect(transaction.objectStore('revisions').index('plan').getAll(plan), box);
            }));
            rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.key - a.key));
            Border.send('RevisionsListed', plan, rows.length,
                        ...rows.flatMap((row) => [row.key, row.plan, row.revision, row.at, row.reason, row.pinned, row.bytes]));
        },
        rowsOr: async (rows) => {
            try {
                return (await rows) ?? [];
            } catch (error) {
                console.warn('storage:', Storage.sentence(error));
                return [];
            }
        },
        loadBytes: async (store, key, answer) => {
            const bytes = await Storage.rowsOr(Storage.run([store], 'readonly', (transaction, box) => {
                Storage.collect(transaction.objectStore(store).get(key), box);
            }));
            Border.send(answer, key, bytes.length ? bytes : '');
        },

        // ---- Quarantine --------------------------------------------------------------------------------

        // The same damaged bytes are met again at every start: they are kept once.
        quarantine: async (row, bytes) => {
            try {
                await Storage.run(['quarantine', 'quarantine-bytes'], 'readwrite', (transaction) => {
                    const rows = transaction.objectStore('quarantine');
                    const contents = transaction.objectStore('quarantine-bytes');
                    const add = () => {
                        rows.add(row).onsuccess = (event) => { contents.add(bytes, event.target.result); };
                    };
                    rows.index('plan').getAll(row.plan).onsuccess = (event) => {
                        const alike = event.target.result.filter((other) => other.bytes === row.bytes).map((other) => other.key);
                        Storage.addUnlessKept(contents, alike, bytes, add);
                    };
                });
            } catch (error) {
                Storage.onlyCopies.add(row.plan);
                Mirror.announce(`Unreadable data could not be set aside. ${Storage.sentence(error)}`, true);
            }
        },
        addUnlessKept: (contents, keys, bytes, add) => {
            if (!keys.length) {
                add();
                return;
            }
            contents.get(keys[0]).onsuccess = (event) => {
                if (!Storage.equal(event.target.result, bytes)) Storage.addUnlessKept(contents, keys.slice(1), bytes, add);
            };
        },
        equal: (a, b) => a?.length === b.length && a.every((byte, at) => byte === b[at]),
        // Where that cannot be read the plans still can.
        hasSetAside: async () => await Storage.rowsOr(Storage.run(['quarantine'], 'readonly', (transaction, box) => {
            Storage.collect(transaction.objectStore('quarantine').count(), box);
        })) > 0,
        listQuarantine: async () => {
            const rows = await Storage.rowsOr(Storage.run(['quarantine'], 'readonly', (transaction, box) => {
                Storage.collect(transaction.objectStore('quarantine').getAll(), box);
            }));
            Border.send('QuarantineListed', rows.length, ...rows.flatMap((row) => [row.key, row.plan, row.at, row.why, row.bytes]));
        },

        // ---- Erasing -----------------------------------------------------------------------------------

        // First marks the plan, so that an erasure which was cut short is finished at the next start.
        forget: (plan) => Storage.run(['index', 'journal', 'revisions', 'revisions-bytes', 'owners'], 'readwrite', (transaction) => {
            transaction.objectStore('owners').put({ plan, tab: '', erasing: true });
            transaction.objectStore('index').delete(plan);
            Storage.clearJournal(transaction, plan, Infinity);
            const rows = transaction.objectStore('revisions');
            const contents = transaction.objectStore('revisions-bytes');
            contents.delete(IDBKeyRange.bound([plan], [plan, []])); // the parts
            rows.index('plan').getAllKeys(plan).onsuccess = (event) => {
                event.target.result.forEach((key) => {
                    rows.delete(key);
                    contents.delete(key);
                });
            };
        }),

        // ---- Rescue ------------------------------------------------------------------------------------

        // What is stored, read without the program: for the error page.
        rescue: async () => {
            const current = Mounts.current;
            const plans = current ? [current] : (await Storage.indexRows()).map((row) => row.plan);
            const found = [];
            for (const plan of plans) {
                // Where one part cannot be read the others still can.
                const files = await Mounts.rawFiles(plan).catch(() => ({}));
                const journal = await Storage.rowsOr(Storage.readJournal(plan));
                found.push({ plan, files, journal: journal.map((row) => ({
                    sequence: row.sequence, parent: row.parent, kind: row.kind, text: Border.decoder.decode(row.bytes),
                })) });
            }
            if (!found.some((plan) => Object.keys(plan.files).length || plan.journal.length)) return null;
            const text = JSON.stringify({ format: 'fullcourt-rescue', version: 1, savedAt: new Date().toISOString(), plans: found });
            return { name: 'rescued.fullcourt-rescue.json', type: 'application/json', bytes: Border.encoder.encode(text) };
        },
    },

    platform_start_storage__deps: ['$Storage'],
    platform_start_storage: () => Storage.start(),
    platform_append_journal__deps: ['$Storage'],
    platform_append_journal: (plan, sequence, parent, kind, bytes) => {
        void Storage.append({ plan: Border.text(plan), sequence, parent: Border.text(parent), kind: Border.text(kind), bytes: Border.bytes(bytes) });
    },
    platform_put_index__deps: ['$Storage'],
    platform_put_index: (plan, title, savedAt, deletedAt, size) => {
        void Storage.putIndex({ plan: Border.text(plan), title: Border.text(title), savedAt: Border.text(savedAt),
                                deletedAt: Border.text(deletedAt), bytes: size });
    },
    platform_keep_revision__deps: ['$Storage'],
    platform_keep_revision: (plan, revision, at, reason, pinned, before, names, after) => {
        const id = Border.text(plan);
        const row = { plan: id, revision: Border.text(revision), at: Border.text(at), reason: Border.text(reason), pinned: !!pinned };
        const parts = Mounts.pieces(id, Border.lines(names));
        if (!parts) {
            Storage.notKept(id, 'A part of the plan is missing.');
            return;
        }
        const around = [Border.bytes(before), Border.bytes(after)];
        const size = Border.sizeOf(around) + Border.sizeOf(parts.map(([, bytes]) => bytes));
        void Storage.keepRevision({ ...row, bytes: size, parts: parts.map(([name]) => name) }, around, parts);
    },
    platform_list_revisions__deps: ['$Storage'],
    platform_list_revisions: (plan) => { void Storage.listRevisions(Border.text(plan)); },
    platform_load_revision__deps: ['$Storage'],
    platform_load_revision: (key) => { void Storage.loadRevision(key); },
    platform_quarantine__deps: ['$Storage'],
    platform_quarantine: (plan, why, bytes) => {
        const content = Border.bytes(bytes);
        void Storage.quarantine({ plan: Border.text(plan), at: new Date().toISOString().replace(/\.\d+Z/, 'Z'), why: Border.text(why),
                                  bytes: content.length }, content);
    },
    platform_list_quarantine__deps: ['$Storage'],
    platform_list_quarantine: () => { void Storage.listQuarantine(); },
    platform_load_quarantine__deps: ['$Storage'],
    platform_load_quarantine: (key) => { void Storage.loadBytes('quarantine-bytes', key, 'QuarantineLoaded'); },
});
