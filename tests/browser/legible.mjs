// How well the text in a picture of the page stands out from its ground, by WCAG's contrast: measured on the pixels that a person
// sees, whatever the program meant to draw.
//
// Within each widget what differs from the commonest colour is taken apart into shapes, and shapes beside each other are joined
// into runs of text. Of a run the ground is the commonest colour in its box, and the ink what differs from that most: the
// softened edges of letters lie between the two.

/// Runs in a page of the browser, since Node reads no pictures. `picture` is the address of one, `boxes` are widgets in its pixels and
/// `scale` its pixels of one CSS pixel. Returns the runs: { widget, ratio, ink, ground, box, large }.
export function measureRuns({ picture, boxes, scale }) {
    const light = Array.from({ length: 256 }, (_, value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    const luminance = (colour) => 0.2126 * light[colour >> 16] + 0.7152 * light[(colour >> 8) & 255] + 0.0722 * light[colour & 255];
    const contrast = (a, b) => {
        const [la, lb] = [luminance(a), luminance(b)];
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    };
    const written = (colour) => `#${colour.toString(16).padStart(6, '0')}`;

    const commonest = (at, box) => {
        const counts = new Map();
        // Most pixels are like the one before.
        let last = -1;
        let alike = 0;
        const note = () => counts.set(last, (counts.get(last) ?? 0) + alike);
        for (let y = box.top; y < box.bottom; ++y) {
            for (let x = box.left; x < box.right; ++x) {
                const colour = at(x, y);
                if (colour !== last) {
                    if (alike > 0) note();
                    last = colour;
                    alike = 0;
                }
                ++alike;
            }
        }
        note();
        const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
        return { best, counts };
    };

    /// Boxes of what hangs together and differs from the ground.
    const shapesIn = (at, box, ground) => {
        const width = box.right - box.left;
        const height = box.bottom - box.top;
        const seen = new Uint8Array(width * height);
        for (let y = 0, i = 0; y < height; ++y) {
            for (let x = 0; x < width; ++x, ++i) seen[i] = at(box.left + x, box.top + y) === ground ? 1 : 0;
        }
        const shapes = [];
        const waiting = [];
        for (let start = 0; start < seen.length; ++start) {
            if (seen[start]) continue;
            seen[start] = 1;
            waiting.push(start);
            const shape = { left: width, top: height, right: 0, bottom: 0, pixels: 0 };
            while (waiting.length > 0) {
                const i = waiting.pop();
                const x = i % width;
                const y = (i - x) / width;
                shape.left = Math.min(shape.left, x);
                shape.right = Math.max(shape.right, x + 1);
                shape.top = Math.min(shape.top, y);
                shape.bottom = Math.max(shape.bottom, y + 1);
                ++shape.pixels;
                const go = (n) => {
                    if (seen[n]) return;
                    seen[n] = 1;
                    waiting.push(n);
                };
                if (x > 0) go(i - 1);
                if (x + 1 < width) go(i + 1);
                if (y > 0) go(i - width);
                if (y + 1 < height) go(i + width);
            }
            shapes.push({ left: box.left + shape.left, right: box.left + shape.right, top: box.top + shape.top, bottom: box.top + shape.bottom, pixels: shape.pixels });
        }
        return shapes;
    };

    // Lines, frames and dots are no letters, and what touches the widget's edge is cut off there or belongs to a neighbour.
    const isLetters = (shape, box) => {
        const [width, height] = [shape.right - shape.left, shape.bottom - shape.top];
        const cut = shape.left <= box.left || shape.right >= box.right || shape.top <= box.top || shape.bottom >= box.bottom;
        const frame = width > 24 * scale && height > 10 * scale && shape.pixels < 0.12 * width * height;
        return !cut && !frame && height >= 4 * scale && height <= 40 * scale && width >= scale;
    };
    // Of one colour and longer than high: a bar or a stroke of a picture. What has text in it is of two.
    const isBar = (at, shape) => {
        const [width, height] = [shape.right - shape.left, shape.bottom - shape.top];
        if (width < 1.5 * height) return false;
        // Without its softened edge.
        const within = { left: shape.left + scale, top: shape.top + scale, right: shape.right - scale, bottom: shape.bottom - scale };
        const { best, counts } = commonest(at, within);
        return counts.get(best) >= 0.95 * (width - 2 * scale) * (height - 2 * scale);
    };
    const joined = (shapes) => {
        const runs = [];
        for (const shape of shapes.toSorted((a, b) => a.left - b.left)) {
            const run = runs.find((other) => shape.left - other.right <= 5 * scale && Math.min(shape.bottom, other.bottom) - Math.max(shape.top, other.top) >= 0.5 * Math.min(shape.bottom - shape.top, other.bottom - other.top));
            if (run) {
                run.right = Math.max(run.right, shape.right);
                run.top = Math.min(run.top, shape.top);
                run.bottom = Math.max(run.bottom, shape.bottom);
                run.shapes += 1;
            } else {
                runs.push({ left: shape.left, right: shape.right, top: shape.top, bottom: shape.bottom, shapes: 1 });
            }
        }
        return runs;
    };

    return (async () => {
        const image = await createImageBitmap(await (await fetch(picture)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
        const pixels = new Uint32Array(data.buffer);
        const at = (x, y) => {
            const p = pixels[y * width + x]; // blue, green, red from above
            return ((p & 0xff) << 16) | (p & 0xff00) | ((p >> 16) & 0xff);
        };
        const found = [];
        boxes.forEach((given, widget) => {
            const box = { left: Math.max(0, Math.round(given.left)), top: Math.max(0, Math.round(given.top)), right: Math.min(width, Math.round(given.right)), bottom: Math.min(height, Math.round(given.bottom)) };
            if (box.right - box.left < 8 * scale || box.bottom - box.top < 8 * scale) return;
            const ground = commonest(at, box).best;
            for (const run of joined(shapesIn(at, box, ground).filter((shape) => isLetters(shape, box) && !isBar(at, shape)))) {
                const { best, counts } = commonest(at, run);
                const ratios = [...counts].map(([colour, count]) => ({ colour, count, ratio: contrast(colour, best) })).sort((a, b) => b.ratio - a.ratio);
                const area = (run.right - run.left) * (run.bottom - run.top);
                // Not one odd pixel: as much as the strokes of thin letters leave whole.
                let left = Math.max(2, 0.003 * area);
                const ink = ratios.find(({ count }) => (left -= count) <= 0);
                if (!ink) continue;
                found.push({ widget, ratio: ink.ratio, ink: written(ink.colour), ground: written(best), shapes: run.shapes,
                             left: run.left / scale, top: run.top / scale, width: (run.right - run.left) / scale, height: (run.bottom - run.top) / scale });
            }
        });
        return found;
    })();
}
