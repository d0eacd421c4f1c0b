// Plan files: chosen, dropped or launched; saved in place where the browser can, downloaded elsewhere.
// C++ only sees a file when all of its bytes have arrived.
addToLibrary({
    $Files__deps: ['$Border', 'malloc', 'free'],
    $Files__postset: 'Files.handles = new Map(); Files.seen = new Map();',
    $Files: {
        LIMIT: 512 * 1024 * 1024,
        next: 1,
        dragDepth: 0,

        start: () => {
            window.addEventListener('dragenter', (event) => Files.drag(event, 1));
            window.addEventListener('dragleave', (event) => Files.drag(event, -1));
            window.addEventListener('dragover', (event) => {
                if (Files.carriesFiles(event)) event.preventDefault();
            });
            window.addEventListener('drop', Files.drop);
            window.launchQueue?.setConsumer((launch) => {
                launch.files.forEach((handle) => { void Files.openHandle(handle); });
            });
        },

        // ---- Opening -----------------------------------------------------------------------------------

        // A handle by its number, and what its file was when it was last read or written here.
        keep: (handle, file, content) => {
            Files.handles.set(Files.next, handle);
            Files.see(Files.next, file, content);
            return Files.next++;
        },
        see: (number, file, content) => Files.seen.set(number, { look: Files.look(file), digest: Files.digest(content) }),
        look: ({ lastModified, size }) => `${lastModified} ${size}`,
        // Nothing where the page's address is not one that the browser trusts, or the file is too large for it: then changes are asked about.
        digest: async (content) => {
            try {
                const digest = await globalThis.crypto?.subtle?.digest('SHA-256', content instanceof Blob ? await content.arrayBuffer() : content);
                return digest && new Uint8Array(digest).join();
            } catch {
                return undefined;
            }
        },
        openHandle: async (handle) => {
            try {
                await Files.read(await handle.getFile(), handle);
            } catch (error) {
                Files.failed(handle.name, error);
            }
        },
        read: async (file, handle) => {
            if (file.size > Files.LIMIT) {
                Border.send('FileFailed', file.name, `“${file.name}” is larger than 512 MB. Fullcourt cannot open files of this size.`);
                return;
            }
            try {
                const bytes = new Uint8Array(await file.arrayBuffer());
                if (!Files.fits(bytes.length)) {
                    Border.send('FileFailed', file.name, `There is not enough memory to open “${file.name}”.`);
                    return;
                }
                await Border.sendLong('FileOpened', handle ? Files.keep(handle, file, bytes) : 0, file.name, bytes);
            } catch (error) {
                Files.failed(file.name, error);
            }
        },
        // Asks first, since a program that runs out of memory half-way cannot go on.
        fits: (size) => {
            const start = _malloc(size || 1);
            if (start) _free(start);
            return !!start;
        },
        failed: (name, error) => {
            const reason = error?.name === 'NotFoundError' ? 'it is no longer there' : error?.name === 'NotReadableError' ? 'it may be in use, or not yours to read' : error?.message;
            Border.send('FileFailed', name, `“${name}” could not be read: ${reason}.`);
        },

        pick: async (accept) => {
            if (window.showOpenFilePicker) {
                try {
                    const [handle] = await showOpenFilePicker({ types: Files.types(accept) });
                    await Files.openHandle(handle);
                    return;
                } catch (error) {
                    if (error?.name === 'AbortError') return;
                }
            }
            Files.pickByInput(accept);
        },
        pickByInput: (accept) => {
            const input = document.createElement('input');
            input.type = 'file';
            input.accept = accept;
            input.addEventListener('change', () => {
                [...input.files].forEach((file) => { void Files.read(file, null); });
            });
            input.click();
        },
        types: (accept) => {
            const known = { '.csv': 'text/csv', '.tsv': 'text/tab-separated-values', '.html': 'text/html', '.md': 'text/markdown' };
            const endings = accept.split(',').map((ending) => ending.trim()).filter((ending) => ending.startsWith('.'));
            if (!endings.length) return undefined;
            const byType = {};
            endings.forEach((ending) => { (byType[known[ending] ?? 'application/json'] ??= []).push(ending); });
            return [{ accept: byType }];
        },

        // ---- Dropping ----------------------------------------------------------------------------------

        carriesFiles: (event) => event.dataTransfer?.types.includes('Files') ?? false,
        // Each element that is passed sends its own enter and leave: only the first and the last count.
        drag: (event, step) => {
            if (!Files.carriesFiles(event)) return;
            event.preventDefault();
            const before = Files.dragDepth;
            Files.dragDepth = Math.max(0, before + step);
            if ((before > 0) !== (Files.dragDepth > 0)) Border.send('DragChanged', Files.dragDepth > 0);
        },
        drop: (event) => {
            if (!Files.carriesFiles(event)) return;
            event.preventDefault();
            Files.dragDepth = 0;
            Border.send('DragChanged', false);
            const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
            // Both must be asked for before the event ends.
            items.forEach((item) => { void Files.openDropped(item.getAsFileSystemHandle?.(), item.getAsFile()); });
        },
        openDropped: async (handle, file) => {
            const found = await Promise.resolve(handle).catch(() => null);
            if (found?.kind === 'directory') {
                Border.send('FileFailed', found.name, `“${found.name}” is a folder. Drop a plan file.`);
            } else if (file) {
                await Files.read(file, found ?? null);
            }
        },

        // ---- Saving ------------------------------------------------------------------------------------

        // `blob` is a copy already: a long file is not copied again here.
        save: async (number, name, blob, saveAs) => {
            try {
                const known = Files.handles.get(number);
                if (known && !saveAs) {
                    await Files.saveInPlace(number, known, blob);
                    return;
                }
                const handle = await Files.askForPlace(name, blob.type);
                if (handle) {
                    Border.send('FileSaved', Files.keep(handle, await Files.write(handle, blob), blob), handle.name, false, '');
                } else {
                    fullcourtPage.download(name, blob);
                    Border.send('FileSaved', 0, name, false, '');
                }
            } catch (error) {
                const cancelled = error?.name === 'AbortError';
                Border.send('FileSaved', number, name, cancelled, cancelled ? '' : Files.saveSentence(name, error));
            }
        },
        // Unless somebody else has written to the file meanwhile: then the program asks first.
        saveInPlace: async (number, handle, blob) => {
            const now = await handle.getFile();
            const seen = Files.seen.get(number);
            if (Files.look(now) !== seen.look) {
                const found = new Uint8Array(Files.fits(now.size) ? await now.arrayBuffer() : 0);
                // A folder that is synchronised touches files without changing them.
                const digest = found.length === now.size ? await Files.digest(found) : undefined;
                if (!digest || digest !== await seen.digest) {
                    Border.send('FileChanged', Files.keep(handle, now, found), handle.name, found);
                    return;
                }
            }
            Files.see(number, await Files.write(handle, blob), blob);
            Border.send('FileSaved', number, handle.name, false, '');
        },
        // The picture is drawn by the browser itself; it can load nothing and run nothing, since it stands in an <img>.
        savePicture: async (name, svg, width, height) => {
            let png;
            try {
                png = await Files.drawn(svg, width, height);
            } catch (error) {
                Border.send('FileSaved', 0, name, false, `“${name}” could not be drawn: ${error?.message || error}.`);
                return;
            }
            await Files.save(0, name, png, true);
        },
        drawn: async (svg, width, height) => {
            const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
            try {
                const picture = new Image(width, height);
                picture.src = address;
                await picture.decode();
                const canvas = document.createElement('canvas');
                canvas.width = width;
                canvas.height = height;
                canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
                const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
                if (!blob) throw new Error('the browser has no room for a picture of this size');
                return blob;
            } finally {
                URL.revokeObjectURL(address);
            }
        },
        saveSentence: (name, error) => {
            switch (error?.name) {
            case 'NotAllowedError':
                return `The browser did not get the permission to write “${name}”. Save it under a new name.`;
            case 'NotFoundError':
                return `“${name}” is no longer where it was. Save it under a new name.`;
            case 'QuotaExceededError':
                return `There is no room left to write “${name}”.`;
            default:
                return `“${name}” could not be written: ${error?.message || error}.`;
            }
        },
        // Null where the file must be downloaded: no such dialog, or the click is too long ago for the browser.
        askForPlace: async (name, type) => {
            if (!window.showSaveFilePicker) return null;
            const ending = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '.json';
            try {
                return await showSaveFilePicker({ suggestedName: name, types: [{ accept: { [type.split(';')[0]]: [ending] } }] });
            } catch (error) {
                if (error?.name === 'SecurityError' || error?.name === 'NotAllowedError' || error instanceof TypeError) return null;
                throw error;
            }
        },
        // The browser writes into a copy that replaces the file on close: a failure leaves the old file whole. Gives the new one.
        write: async (handle, blob) => {
            const stream = await handle.createWritable();
            try {
                await stream.write(blob);
                await stream.close();
            } catch (error) {
                await stream.abort().catch(() => {});
                throw error;
            }
            return handle.getFile();
        },
    },

    platform_start_files__deps: ['$Files'],
    platform_start_files: () => Files.start(),
    platform_pick_file__deps: ['$Files'],
    platform_pick_file: (accept) => { void Files.pick(Border.text(accept)); },
    platform_save_file__deps: ['$Files'],
    platform_save_file: (handle, name, type, bytes, saveAs) => {
        void Files.save(handle, Border.text(name), new Blob([Border.view(bytes)], { type: Border.text(type) }), !!saveAs);
    },
    platform_save_picture__deps: ['$Files'],
    platform_save_picture: (name, svg, width, height) => {
        void Files.savePicture(Border.text(name), Border.bytes(svg), width, height);
    },
});
