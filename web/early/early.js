// What the browser's other processes can do while the program's script is still on its way. web/start/database.js stands before it.
// What fails here is tried again by the program, and told there.
fullcourtDatabase.askEarly();
globalThis.fullcourtCode = globalThis.WebAssembly?.compileStreaming?.(fetch(document.getElementById('page-code').content)).catch(() => null);
{
    const canvas = document.getElementById('canvas');
    // As many pixels as it covers (web/canvas.js): a context whose size is changed makes its buffers anew.
    const { width, height } = canvas.getBoundingClientRect();
    canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
    // The program asks for the same one (window.cpp): a canvas has one context.
    canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
}
