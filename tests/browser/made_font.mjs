// A font that is made for a test: two shapes, and which characters have which. So a picture tells whether a character came from this font: those of
// one shape look the same, which they do in no other font, and not as the boxes that stand for characters nobody has.
const UNITS = 1000;
// A tall bar, and a low one.
const SHAPES = [[100, 0, 500, 800], [100, 0, 900, 200]];

const bytes = (size, write) => {
    const buffer = Buffer.alloc(size);
    let at = 0;
    const put = (method, width) => (...values) => {
        for (const value of values) at = buffer[method](value, at, width);
    };
    write({ u16: put('writeUIntBE', 2), i16: put('writeIntBE', 2), u32: put('writeUIntBE', 4), u8: put('writeUIntBE', 1),
            text: (value) => { at += buffer.write(value, at, 'latin1'); } });
    return buffer;
};

function outline([left, bottom, right, top]) {
    return bytes(36, ({ i16, u16, u8 }) => {
        i16(1, left, bottom, right, top);
        u16(3, 0);
        u8(1, 1, 1, 1);
        i16(left, 0, right - left, 0);
        i16(bottom, top - bottom, 0, bottom - top);
    });
}

function names(family) {
    const texts = [[1, family], [2, 'Regular'], [4, family], [6, family.replaceAll(' ', '')]].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()]);
    const head = bytes(6 + 12 * texts.length, ({ u16 }) => {
        u16(0, texts.length, 6 + 12 * texts.length);
        let at = 0;
        for (const [id, text] of texts) {
            u16(3, 1, 0x409, id, text.length, at);
            at += text.length;
        }
    });
    return Buffer.concat([head, ...texts.map(([, text]) => text)]);
}

/// `shapes`: 0 or 1 by character.
export function makeFont(family, shapes) {
    const codes = Object.entries(shapes).map(([text, shape]) => [text.codePointAt(0), shape + 1]).sort(([a], [b]) => a - b);
    const outlines = [SHAPES[1], ...SHAPES].map(outline);
    const count = outlines.length;
    const tables = {
        'OS/2': bytes(96, ({ u16, i16, u32, u8, text }) => {
            u16(4);
            i16(UNITS);
            u16(400, 5, 0);
            i16(650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0);
            u8(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            u32(0, 0, 0, 0);
            text('TEST');
            u16(0x40, Math.min(codes[0][0], 0xffff), 0xffff);
            i16(800, -200, 0);
            u16(800, 200);
            u32(0, 0);
            i16(500, 800);
            u16(0, 32, 1);
        }),
        cmap: bytes(12 + 16 + 12 * codes.length, ({ u16, u32 }) => {
            u16(0, 1, 3, 10);
            u32(12);
            u16(12, 0);
            u32(16 + 12 * codes.length, 0, codes.length);
            for (const [code, glyph] of codes) u32(code, code, glyph);
        }),
        glyf: Buffer.concat(outlines),
        head: bytes(54, ({ u16, u32, i16 }) => {
            u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5);
            u16(0, UNITS);
            u32(0, 0, 0, 0);
            i16(0, 0, 1000, 1000);
            u16(0, 8);
            i16(2, 0, 0);
        }),
        hhea: bytes(36, ({ u32, i16, u16 }) => {
            u32(0x00010000);
            i16(800, -200, 0);
            u16(UNITS);
            i16(0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0);
            u16(count);
        }),
        hmtx: bytes(4 * count, ({ u16, i16 }) => {
            for (let i = 0; i < count; ++i) {
                u16(UNITS);
                i16(100);
            }
        }),
        loca: bytes(2 * (count + 1), ({ u16 }) => {
            for (let i = 0; i <= count; ++i) u16(i * 18);
        }),
        maxp: bytes(32, ({ u32, u16 }) => {
            u32(0x00010000);
            u16(count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        }),
        name: names(family),
        post: bytes(32, ({ u32 }) => u32(0x00030000, 0, 0, 0, 0, 0, 0, 0)),
    };
    const list = Object.entries(tables);
    let at = 12 + 16 * list.length;
    const places = list.map(([, table]) => {
        const place = at;
        at += Math.ceil(table.length / 4) * 4;
        return place;
    });
    const directory = bytes(12 + 16 * list.length, ({ u16, u32, text }) => {
        u32(0x00010000);
        u16(list.length, 128, 3, list.length * 16 - 128);
        list.forEach(([tag, table], i) => {
            text(tag);
            u32(0, places[i], table.length);
        });
    });
    return Buffer.concat([directory, ...list.map(([, table]) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]))]);
}
