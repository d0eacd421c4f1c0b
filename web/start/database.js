// The database and what it is made of. The page of a host asks for it before its program is there (web/early), which goes on with it
// (web/storage.js); this runs in both.
var fullcourtDatabase = globalThis.fullcourtDatabase ?? {
    NAME: 'fullcourt',
    VERSION: 1,
    // What was asked for before the program was there, until that takes it over.
    early: null,
    // Whether it was made just now; unknown before it has answered.
    isNew: null,

    // Throws where the browser has no storage.
    ask: () => {
        const request = indexedDB.open(fullcourtDatabase.NAME, fullcourtDatabase.VERSION);
        request.onupgradeneeded = () => {
            fullcourtDatabase.isNew = true;
            fullcourtDatabase.build(request.result);
        };
        return request;
    },
    build: (database) => {
        database.createObjectStore('index', { keyPath: 'plan' });
        // By a key of the store's own: a sequence number used twice never replaces a record.
        database.createObjectStore('journal', { autoIncrement: true }).createIndex('order', ['plan', 'sequence']);
        database.createObjectStore('owners', { keyPath: 'plan' });
        // Rows and bytes apart, so that a list never loads what it lists.
        for (const name of ['revisions', 'quarantine']) {
            database.createObjectStore(name, { keyPath: 'key', autoIncrement: true }).createIndex('plan', 'plan');
            database.createObjectStore(`${name}-bytes`);
        }
    },

    askEarly: () => {
        try {
            const request = fullcourtDatabase.ask();
            fullcourtDatabase.early = request;
            // What the program would be told, were it there. Without it nothing is kept open that another tab waits for.
            const leave = () => { fullcourtDatabase.early = null; };
            request.onblocked = leave;
            request.onerror = (event) => {
                event.preventDefault();
                leave();
            };
            request.onsuccess = () => {
                fullcourtDatabase.isNew ??= false;
                request.result.onversionchange = () => {
                    request.result.close();
                    leave();
                };
                request.result.onclose = leave;
            };
        } catch {
            fullcourtDatabase.early = null;
        }
    },
    // The program's way: the request that is under way or answered already, else a new one.
    take: () => {
        const request = fullcourtDatabase.early ?? fullcourtDatabase.ask();
        fullcourtDatabase.early = null;
        return request;
    },
};
