// Characters that the page's own fonts lack, drawn by the browser in the fonts of this machine: every script, and not a byte
// of it to load.
addToLibrary({
    $Glyphs__deps: ['$Border', 'fullcourt_glyphs_changed'],
    $Glyphs__postset: 'Glyphs.early = new Map();',
    $Glyphs: {
        canvas: null,
        // Firefox looks for a font in the background, and meanwhile draws a box with the character's number. So what is drawn first is looked at
        // again after these times, and once it looks different the program asks for everything anew. From then on the fonts are known.
        looks: [100, 400, 1500, 5000, 20000],
        // Of the first characters, so many.
        most: 64,

        // What has no picture anywhere: control characters, halves of pairs, private use and what Unicode has not given out.
        isNone: (text) => /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(text),
        isInvisible: (text) => /[\p{Cf}\p{Variation_Selector}]/u.test(text),
        isMark: (text) => /\p{M}/u.test(text),

        // Pixels are white, unless the character has colours of its own; boxes count from the pen on the base line.
        draw: (text, size, semibold) => {
            Glyphs.canvas ||= document.createElement('canvas');
            const { canvas } = Glyphs;
            const context = canvas.getContext('2d', { willReadFrequently: true });
            const font = `${semibold ? 600 : 400} ${size}px system-ui, sans-serif`;
            context.font = font;
            // A mark stands on what comes before it, so it is drawn on a blank that takes no room.
            const blank = Glyphs.isMark(text) ? '\u00A0' : '';
            const before = context.measureText(blank).width;
            const measured = context.measureText(blank + text);
            const most = Math.ceil(4 * size);
            const left = Math.max(Math.floor(-measured.actualBoundingBoxLeft) - 1, -most);
            const top = Math.max(Math.floor(-measured.actualBoundingBoxAscent) - 1, -most);
            const width = Math.min(Math.ceil(measured.actualBoundingBoxRight) + 1, most) - left;
            const height = Math.min(Math.ceil(measured.actualBoundingBoxDescent) + 1, most) - top;
            canvas.width = width;
            canvas.height = height;
            // A canvas of another size has forgotten everything.
            context.font = font;
            context.fillStyle = '#fff';
            context.fillText(blank + text, -left, -top);
            const pixels = context.getImageData(0, 0, width, height).data;
            const coloured = pixels.some((value, i) => i % 4 !== 3 && value < 240 && pixels[i | 3] > 128);
            if (!coloured) pixels.forEach((_, i) => { if (i % 4 !== 3) pixels[i] = 255; });
            return { width, height, left: left - before, top, advance: blank ? 0 : measured.width, coloured, pixels };
        },
        watch: (text, size, semibold, glyph) => {
            if (!Glyphs.looks.length || Glyphs.early.size >= Glyphs.most) return;
            if (!Glyphs.early.size) Glyphs.lookLater();
            Glyphs.early.set(`${text} ${size} ${semibold}`, { text, size, semibold, glyph });
        },
        lookLater: () => {
            if (Glyphs.looks.length) {
                setTimeout(Glyphs.lookAgain, Glyphs.looks.shift());
            } else {
                Glyphs.early.clear();
            }
        },
        lookAgain: () => {
            let changed = false;
            for (const each of Glyphs.early.values()) {
                const before = each.glyph;
                each.glyph = Glyphs.draw(each.text, each.size, each.semibold);
                changed ||= before.advance !== each.glyph.advance || before.pixels.length !== each.glyph.pixels.length ||
                    before.pixels.some((value, i) => value !== each.glyph.pixels[i]);
            }
            Glyphs.lookLater();
            if (changed) Border.call(_fullcourt_glyphs_changed);
        },
        blank: { width: 0, height: 0, left: 0, top: 0, advance: 0, coloured: false, pixels: new Uint8ClampedArray() },
    },

    // 1, and six numbers and the pixels in take_result(); 0 where there is no such character.
    platform_read_glyph__deps: ['$Glyphs', 'fullcourt_result'],
    platform_read_glyph: (code, size, semibold) => {
        const text = String.fromCodePoint(code);
        if (Glyphs.isNone(text)) return 0;
        const invisible = Glyphs.isInvisible(text);
        const glyph = invisible ? Glyphs.blank : Glyphs.draw(text, size, semibold);
        if (!invisible) Glyphs.watch(text, size, semibold, glyph);
        const numbers = new Float32Array([glyph.width, glyph.height, glyph.left, glyph.top, glyph.advance, glyph.coloured]);
        const start = _fullcourt_result(numbers.byteLength + glyph.pixels.length) >>> 0;
        HEAPU8.set(new Uint8Array(numbers.buffer), start);
        HEAPU8.set(glyph.pixels, start + numbers.byteLength);
        return 1;
    },
});
