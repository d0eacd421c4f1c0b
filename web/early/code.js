// Begins to compile the program's code while the program's script is still on its way: web/start/program.js goes on with it. What fails
// here is tried again there, and told.
globalThis.fullcourtCode = globalThis.WebAssembly?.compileStreaming?.(fetch(document.getElementById('page-code').content)).catch(() => null);
