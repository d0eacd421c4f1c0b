// The published schema against a validator of others: it takes what the program writes, and nothing that it would have to mend.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const checkout = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const read = (...place) => JSON.parse(readFileSync(path.join(checkout, ...place), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, strictTuples: false, allErrors: true }).compile(read('assets', 'page', 'plan.schema.json'));
const accepted = (plan) => (validate(plan) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));

const files = (folder, ending) => readdirSync(path.join(checkout, folder)).filter((name) => name.endsWith(ending)).map((name) => [folder, name]);

for (const place of [...files('tests/golden', '.restored.json'), ...files('assets/templates', '.json'), ...files('assets/samples', '.json')]) {
    test(`the schema takes ${place.join('/')}`, () => assert.deepEqual(accepted(read(...place)), []));
}

const whole = () => read('tests', 'golden', 'v1-whole-model.restored.json');

test('further keys are part of the format', () => {
    const plan = whole();
    plan.roles[0].colour = 'green';
    plan.ofATimeToCome = [{}];
    assert.deepEqual(accepted(plan), []);
});

const BROKEN = {
    'another version': (plan) => { plan.fullcourt.version = 2; },
    'no envelope': (plan) => { delete plan.fullcourt; },
    'a role without an id': (plan) => { delete plan.roles[0].id; },
    'a role without a place': (plan) => { delete plan.roles[0].at; },
    'a place that leaves no room before it': (plan) => { plan.roles[0].at = 'a0'; },
    'a name over two lines': (plan) => { plan.roles[0].name = 'Two\nlines'; },
    'an unknown word': (plan) => { plan.roles[0].function = 'astronomy'; },
    'a number that is none': (plan) => { plan.roles[0].headcount = 'three'; },
    'a number out of range': (plan) => { plan.roles[0].headcount = -1; },
    'half a person': (plan) => { plan.roles[0].headcount = 1.5; },
    'letters that are none': (plan) => { Object.values(plan.grid.rows)[0].somebody = 'often'; },
    'a list for a map': (plan) => { plan.grid.rows = []; },
    'an unknown scheme': (plan) => { plan.grid.scheme = 'daci'; },
    'a rhythm that is none': (plan) => { plan.meetings[0].every = 'fortnight'; },
    'too many ancestors': (plan) => { plan.fullcourt.ancestry = Array.from({ length: 33 }, (_, at) => `r${at}`); },
    'a conflict with one value': (plan) => { plan.conflicts = { a: { at: ['title'], values: [{ value: 'x' }] } }; },
    'an answer from nobody': (plan) => { plan.readiness = { goals: { finance: 3 } }; },
};
for (const [what, breaking] of Object.entries(BROKEN)) {
    test(`the schema refuses ${what}`, () => {
        const plan = whole();
        breaking(plan);
        assert.notDeepEqual(accepted(plan), []);
    });
}
