// Files that were opened or saved here: the browser's own way to them (a handle) where it has one, else their names.
// In a database of their own, so that plans and their rules for opening do not hang on it.
addToLibrary({
    $RecentFiles__deps: ['$Border', '$Files'],
    $RecentFiles: {
        MOST: 12,

        // Resolves when the transaction has completed.
        run: async (mode, work) => {
            const database = await new Promise((resolve, reject) => {
                const request = indexedDB.open('fullcourt.files', 1);
                request.onupgradeneeded = () => request.result.createObjectStore('recent', { keyPath: 'key', autoIncrement: true });
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
            });
            try {
                return await new Promise((resolve, reject) => {
                    const transaction = database.transaction(['recent'], mode);
                    const box = {};
                    transaction.oncomplete = () => resolve(box.result);
                    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
                    work(transaction.objectStore('recent'), box);
                });
            } finally {
                database.close();
            }
        },
        // Newest first.
        rows: async () => {
            const rows = await RecentFiles.run('readonly', (store, box) => {
                store.getAll().onsuccess = (event) => { box.result = event.target.result; };
            });
            return rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.key - a.key));
        },

        // One file is listed once: handles can be compared, names without one are all that is known.
        isSame: async (row, name, handle) => {
            if (!handle || !row.handle) return row.name === name && !row.handle;
            return row.handle.isSameEntry(handle).catch(() => false);
        },
        remember: async (name, handle) => {
            try {
                const gone = [];
                for (const row of await RecentFiles.rows()) {
                    if (await RecentFiles.isSame(row, name, handle)) gone.push(row.key);
                }
                await RecentFiles.run('readwrite', (store) => {
                    gone.forEach((key) => store.delete(key));
                    store.add({ name, at: new Date().toISOString(), ...(handle && { handle }) });
                });
                const old = (await RecentFiles.rows()).slice(RecentFiles.MOST);
                if (old.length) await RecentFiles.run('readwrite', (store) => old.forEach(({ key }) => store.delete(key)));
            } catch (error) {
                // A convenience: where it cannot be kept nothing else suffers.
                console.warn('recent files:', error);
            }
            await RecentFiles.list();
        },
        list: async () => {
            const rows = await RecentFiles.rows().catch(() => []);
            Border.send('RecentFilesListed', rows.length, ...rows.flatMap((row) => [row.key, row.name, row.at.replace(/\.\d+Z$/, 'Z'), !!row.handle]));
        },
        open: async (key) => {
            const row = (await RecentFiles.rows().catch(() => [])).find((each) => each.key === key);
            if (!row?.handle) return;
            try {
                // Also asked where reading alone is meant: saving in place then needs no second question.
                const wanted = { mode: 'readwrite' };
                if ((await row.handle.queryPermission?.(wanted)) === 'prompt') await row.handle.requestPermission(wanted);
                await Files.openHandle(row.handle);
            } catch (error) {
                Files.failed(row.name, error);
            }
        },
        forget: async (key) => {
            await RecentFiles.run('readwrite', (store) => store.delete(key)).catch(() => {});
            await RecentFiles.list();
        },
    },

    platform_remember_file__deps: ['$RecentFiles'],
    platform_remember_file: (handle, name) => { void RecentFiles.remember(Border.text(name), Files.handles.get(handle)); },
    platform_list_recent_files__deps: ['$RecentFiles'],
    platform_list_recent_files: () => { void RecentFiles.list(); },
    platform_open_recent_file__deps: ['$RecentFiles'],
    platform_open_recent_file: (key) => { void RecentFiles.open(key); },
    platform_forget_recent_file__deps: ['$RecentFiles'],
    platform_forget_recent_file: (key) => { void RecentFiles.forget(key); },
});
