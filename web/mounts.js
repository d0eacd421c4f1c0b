// One IDBFS mount a plan, at /plans/<id>: two slots "A" and "B", and "marker", which names the newer.
//
// What was learned from the source of Emscripten 3.1.69 (src/library_idbfs.js), and holds this file's shape:
// - A sync is one transaction, answered when it completes: slot and marker reach the disk together or not at all.
// - It copies what differs in mtime and removes what the other side lacks, so a sync before the load had finished
//   would delete the plan, and a rewritten file needs an mtime that was not there before.
// - Its transactions ask for no durability and nothing stops two tabs: both are added where the database is opened.
// - The error of one request does not undo its transaction, so a marker could be written without its slot: here it does.
// - An abort without an error, and an exception while a transaction is opened, never reach its callback: both are
//   turned into an answer here.
addToLibrary({
    $Mounts__deps: ['$FS', '$IDBFS', '$Storage', '$Locks', '$Border', '$Mirror', 'fullcourt_give_back'],
    $Mounts__postset: 'Mounts.chains = new Map(); Mounts.open = new Map(); Mounts.syncs = new Map(); Mounts.coming = []; Mounts.lent = [];',
    $Mounts: {
        FILES: 'FILE_DATA',
        OWNER: 'owner',
        // What the name of a part begins with, and how many of them a transaction writes.
        PART: 'part-',
        AT_ONCE: 6,
        // The plan that the error page saves.
        current: '',

        // An id can be any text that came with a file: nothing of it may act as a path.
        point: (plan) => `/plans/${encodeURIComponent(plan).replaceAll('.', '%2E')}`,

        // Work on one plan's mount, one after the other.
        enqueue: (plan, work) => {
            const before = Mounts.chains.get(plan) ?? Promise.resolve();
            const after = before.then(work);
            Mounts.chains.set(plan, after.catch(() => {}));
            return after;
        },

        // ---- The database of a mount -------------------------------------------------------------------

        database: (plan) => new Promise((resolve, reject) => {
            if (Storage.problem) {
                reject(Storage.plain(Storage.problem));
                return;
            }
            const point = Mounts.point(plan);
            IDBFS.getDB(point, (error, database) => {
                if (error) {
                    reject(error);
                    return;
                }
                Mounts.harden(plan, point, database);
                resolve(database);
            });
        }),
        harden: (plan, point, database) => {
            if (Object.hasOwn(database, 'transaction')) return;
            const forget = () => {
                if (IDBFS.dbs[point] === database) delete IDBFS.dbs[point];
            };
            database.onversionchange = () => {
                database.close();
                forget();
            };
            database.onclose = forget;
            const open = database.transaction.bind(database);
            database.transaction = (stores, mode) => {
                const sync = Mounts.syncs.get(plan);
                try {
                    const transaction = open(stores, mode, { durability: 'strict' });
                    if (sync) {
                        sync.transaction = transaction;
                        transaction.addEventListener('abort', () => sync.refuse(transaction.error ?? new Error('aborted')));
                        // In the capturing phase, before IDBFS keeps the error from undoing the transaction.
                        transaction.addEventListener('error', (event) => Mounts.undo(sync, event.target.error), true);
                        if (sync.storing && mode === 'readwrite') Mounts.guard(transaction, sync);
                    }
                    return transaction;
                } catch (error) {
                    fullcourtPage.reported.add(error);
                    sync?.refuse(error);
                    throw error;
                }
            };
        },
        // Requests of a transaction run in order, so this one is answered before any file is written.
        guard: (transaction, sync) => {
            const owner = transaction.objectStore(Mounts.FILES).get(Mounts.OWNER);
            owner.onsuccess = () => {
                if (owner.result?.tab === Storage.tab) return;
                Mounts.undo(sync, Storage.notOwner());
            };
        },
        undo: (sync, error) => {
            // Only follows from the transaction's own end, whose event brings the reason.
            if (error?.name === 'AbortError' && sync.transaction) return;
            sync.refuse(error ?? new Error('aborted'));
            try {
                sync.transaction?.abort();
            } catch {
                // It has ended already.
            }
        },
        // An entry without a time stamp is not in the index that IDBFS reads, so it is no file to it.
        claim: async (plan) => {
            const database = await Mounts.database(plan);
            await new Promise((resolve, reject) => {
                const transaction = database.transaction([Mounts.FILES], 'readwrite');
                transaction.oncomplete = resolve;
                transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
                transaction.objectStore(Mounts.FILES).put({ tab: Storage.tab }, Mounts.OWNER);
                transaction.commit?.();
            });
        },

        // ---- Mount and sync ----------------------------------------------------------------------------

        // Always onto an empty mount, so that what is in memory is exactly what is stored.
        populate: async (plan) => {
            Mounts.unmount(plan);
            const point = Mounts.point(plan);
            await Mounts.database(plan);
            FS.mkdirTree(point);
            const mount = FS.mount(IDBFS, {}, point).mount;
            try {
                await Mounts.sync(plan, mount, true);
            } catch (error) {
                FS.unmount(point);
                throw error;
            }
            Mounts.open.set(plan, mount);
        },
        unmount: (plan) => {
            if (Mounts.open.delete(plan)) FS.unmount(Mounts.point(plan));
        },
        sync: (plan, mount, populate) => new Promise((resolve, reject) => {
            const sync = { refuse: reject, storing: !populate, transaction: null };
            Mounts.syncs.set(plan, sync);
            IDBFS.syncfs(mount, populate, (error) => (error ? Mounts.undo(sync, error) : resolve()));
        }).finally(() => Mounts.syncs.delete(plan)),

        // Not a copy: what is written replaces the bytes of a file, and never changes them.
        read: (plan, file) => {
            const { exists, object } = FS.analyzePath(`${Mounts.point(plan)}/${file}`);
            return exists && object.usedBytes > 0 ? object.contents.subarray(0, object.usedBytes) : new Uint8Array(); // an empty one has none
        },
        // What lies beside the slots, by the content's name: written once, never changed.
        parts: (plan) => FS.readdir(Mounts.point(plan)).filter((name) => name.startsWith(Mounts.PART)).map((name) => name.slice(Mounts.PART.length)),
        keepParts: (plan, needs, keep) => {
            const there = new Set(Mounts.parts(plan));
            if (!needs.every((name) => there.has(name))) throw new Error('A part of the plan is missing.');
            keep.forEach((name) => there.delete(name));
            there.forEach((name) => FS.unlink(`${Mounts.point(plan)}/${Mounts.PART}${name}`));
        },
        // The program keeps them until they are copied.
        copies: async (parts) => {
            const rest = Border.resting();
            const files = [];
            for (const { name, start, size, number } of parts) {
                files.push([Mounts.PART + name, HEAPU8.slice(start, start + size)]);
                Border.call(_fullcourt_give_back, number);
                await rest();
            }
            return files;
        },
        // Name and bytes of each: those that came with the call, else those in the mount; nothing where one is in neither.
        pieces: (plan, names) => {
            const coming = new Map(Mounts.coming.splice(0));
            const pieces = names.map((name) => [name, coming.get(name) ?? Mounts.read(plan, Mounts.PART + name)]);
            return pieces.every(([, piece]) => piece.length) ? pieces : null;
        },
        // A time stamp later than any in the mount, even within one millisecond or when the clock went back.
        write: (plan, files) => {
            const point = Mounts.point(plan);
            const stamps = FS.readdir(point).filter((name) => !name.startsWith('.')).map((name) => FS.stat(`${point}/${name}`).mtime.getTime());
            const stamp = Math.max(Date.now(), ...stamps.map((time) => time + 1));
            for (const [name, bytes] of files) {
                FS.writeFile(`${point}/${name}`, bytes, { canOwn: true });
                FS.utime(`${point}/${name}`, stamp, stamp);
            }
        },

        // ---- What the program asks ---------------------------------------------------------------------

        load: (plan) => Mounts.enqueue(plan, async () => {
            Mounts.current = plan;
            try {
                await Mounts.populate(plan);
                const journal = await Storage.readJournal(plan);
                const parts = Mounts.parts(plan);
                await Border.sendLong('PlanLoaded', plan, Mounts.read(plan, 'A'), Mounts.read(plan, 'B'), Mounts.read(plan, 'marker'),
                            parts.length, ...parts.flatMap((name) => [name, Mounts.read(plan, Mounts.PART + name)]),
                            ...Storage.flatJournal(journal), '');
            } catch (error) {
                Border.send('PlanLoaded', plan, '', '', '', 0, 0, Storage.sentence(error));
            }
        }),
        store: (plan, { marker, bytes, parts, needs, keep }, upTo, row) => Mounts.enqueue(plan, async () => {
            try {
                const files = await Mounts.copies(parts);
                if (!Locks.claimed(plan)) await Locks.claimNow(plan);
                if (!Mounts.open.has(plan)) await Mounts.populate(plan);
                // Many parts go ahead of the slot that needs them: in one transaction they would hold the page up.
                while (files.length > Mounts.AT_ONCE) {
                    Mounts.write(plan, files.splice(0, Mounts.AT_ONCE));
                    await Mounts.sync(plan, Mounts.open.get(plan), false);
                }
                Mounts.write(plan, files);
                Mounts.keepParts(plan, needs, keep);
                Mounts.write(plan, [[marker, bytes], ['marker', Border.encoder.encode(marker)]]);
                await Mounts.sync(plan, Mounts.open.get(plan), false);
                await Storage.finishStore(plan, upTo, row);
                Border.send('PlanStored', plan, upTo, '');
                Locks.tell('changed', plan);
                Locks.tell('index', plan);
                Storage.askToPersist();
                await Storage.sendIndex();
            } catch (error) {
                Locks.check(plan, error);
                Border.send('PlanStored', plan, upTo, Storage.sentence(error));
            }
        }),

        // ---- Erasing and losing ------------------------------------------------------------------------

        erase: (plan) => Mounts.enqueue(plan, async () => {
            try {
                await Storage.forget(plan);
                await Mounts.finishErasing(await Mounts.ownerRows());
                Locks.tell('index', plan);
                Locks.tell('changed', plan);
            } catch (error) {
                Mirror.announce(`The plan could not be removed. ${Storage.sentence(error)}`, true);
            }
            Locks.release(plan);
            await Storage.sendIndex();
        }),
        ownerRows: () => Storage.run(['owners'], 'readonly', (transaction, box) => Storage.collect(transaction.objectStore('owners').getAll(), box)),
        // Also at the start: an erasure may have been cut short. Says whether there was something to erase.
        finishErasing: async (owners) => {
            const erased = owners.filter((owner) => owner.erasing);
            for (const { plan } of erased) {
                await Mounts.removeDatabase(plan);
                await Storage.run(['owners'], 'readwrite', (transaction) => transaction.objectStore('owners').delete(plan));
            }
            return erased.length > 0;
        },
        removeDatabase: (plan) => new Promise((resolve, reject) => {
            const point = Mounts.point(plan);
            Mounts.unmount(plan);
            IDBFS.dbs[point]?.close();
            delete IDBFS.dbs[point];
            const request = indexedDB.deleteDatabase(point);
            request.onsuccess = resolve;
            request.onerror = () => reject(request.error);
        }),
        forgetAll: () => {
            [...Mounts.open.keys()].forEach(Mounts.unmount);
            Object.values(IDBFS.dbs).forEach((database) => database.close());
            IDBFS.dbs = {};
        },

        // The files of a plan as text, without the program and without changing anything.
        rawFiles: async (plan) => {
            const database = await Mounts.database(plan);
            return new Promise((resolve, reject) => {
                const files = {};
                const transaction = database.transaction([Mounts.FILES], 'readonly');
                transaction.oncomplete = () => resolve(files);
                transaction.onabort = () => reject(transaction.error);
                transaction.objectStore(Mounts.FILES).openCursor().onsuccess = (event) => {
                    const cursor = event.target.result;
                    if (!cursor) return;
                    if (cursor.value.contents) {
                        files[String(cursor.key).split('/').pop()] = Border.decoder.decode(cursor.value.contents);
                    }
                    cursor.continue();
                };
            });
        },
    },

    platform_load_plan__deps: ['$Mounts'],
    platform_load_plan: (plan) => { void Mounts.load(Border.text(plan)); },
    platform_add_part__deps: ['$Mounts'],
    platform_add_part: (name, bytes) => { Mounts.coming.push([Border.text(name), Border.bytes(bytes)]); },
    platform_lend_part__deps: ['$Mounts'],
    platform_lend_part: (name, bytes, number) => {
        Mounts.lent.push({ name: Border.text(name), start: HEAPU32[bytes >>> 2], size: HEAPU32[(bytes >>> 2) + 1], number });
    },
    platform_store_plan__deps: ['$Mounts'],
    platform_store_plan: (plan, marker, bytes, needs, keep, upTo, title, savedAt, deletedAt, size) => {
        const id = Border.text(plan);
        const parts = Mounts.lent.splice(0);
        void Mounts.store(id, { marker: Border.text(marker), bytes: Border.bytes(bytes), parts, needs: Border.lines(needs), keep: Border.lines(keep) }, upTo,
                          { plan: id, title: Border.text(title), savedAt: Border.text(savedAt), deletedAt: Border.text(deletedAt), bytes: size });
    },
    platform_erase_plan__deps: ['$Mounts'],
    platform_erase_plan: (plan) => { void Mounts.erase(Border.text(plan)); },
});
