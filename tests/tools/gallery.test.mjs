import assert from 'node:assert/strict';
import test from 'node:test';
import { galleryPage, partsOf } from '../../tools/gallery_page.mjs';

test('a picture is told apart by its screen, size and theme', () => {
    assert.deepEqual(partsOf('section-KPIs-details-large-dark.png'), ['section-KPIs-details', 'Large, dark']);
    assert.deepEqual(partsOf('grid.png'), ['grid', 'Projector']);
    assert.deepEqual(partsOf('grid-tablet.png'), ['grid', 'Tablet']);
});

test('the gallery has a row a screen with all its pictures', () => {
    const page = galleryPage(['grid.png', 'grid-dark.png', 'plans.png', 'section-RACI grid.png']);
    assert.match(page, /3 screens/);
    assert.equal(page.match(/<figure>/g).length, 4);
    assert.match(page, /section-RACI%20grid\.png/);
});
