// The workbook as openpyxl reads it: types, values and what stays text. FULLCOURT_CLI is the built program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const program = process.env.FULLCOURT_CLI;
assert.ok(program, 'set FULLCOURT_CLI to the built fullcourt');
const here = (name) => new URL(name, import.meta.url);

const run = (words, input = '') => spawnSync(program, words, { input, maxBuffer: 256 << 20 });
const reference = JSON.parse(run(['new']).stdout.toString());
const sample = JSON.parse(readFileSync(here('../../assets/samples/accounts.fullcourt.json'), 'utf8'));
const written = (plan) => {
    const { status, stdout, stderr } = run(['export', '-', '--as', 'workbook.xlsx'], JSON.stringify(plan));
    assert.equal(status, 0, stderr.toString());
    return { bytes: stdout, said: stderr.toString() };
};
const read = (bytes) => {
    const { status, stdout, stderr } = spawnSync('python3', [here('read_workbook.py').pathname], { input: bytes, maxBuffer: 256 << 20 });
    assert.equal(status, 0, stderr.toString());
    return JSON.parse(stdout.toString());
};
const opened = (plan) => read(written(plan).bytes);
/** Rows as {head: cell}, without the head. */
const table = (sheet) => {
    const heads = sheet.rows[0].map((cell) => cell[1]);
    return sheet.rows.slice(1).map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i] ?? null])));
};
const text = (words) => ['text', words];
const number = (value) => ['number', value];

test('workbook: the reference plan, a sheet each, with frozen heads', () => {
    const book = opened(reference);
    assert.deepEqual(Object.keys(book.sheets), ['RACI', 'Cadences', 'KPIs', 'Accounts', 'About']);
    assert.equal(book.title, 'Reference operating model');
    assert.match(book.created, /T00:00:00$/);
    const { RACI, Cadences, KPIs, About } = book.sheets;
    assert.deepEqual([RACI.frozen, Cadences.frozen, KPIs.frozen, About.frozen], ['C2', 'B2', 'B2', null]);
    for (const sheet of [RACI, Cadences, KPIs]) {
        assert.match(sheet.filtered, /^A1:/);
        assert.ok(sheet.widths.every((width) => width >= 9 && width <= 41), sheet.widths.join());
    }

    const rows = table(RACI);
    assert.equal(rows.length, 10);
    const close = rows.find((row) => row.Activity[1] === 'Close');
    const ids = Object.fromEntries(reference.roles.map((role) => [role.short ?? role.name, role.id]));
    const activity = reference.grid.activities.find((one) => one.name === 'Close');
    for (const [head, id] of Object.entries(ids)) {
        if (!(head in close)) continue;
        const letters = reference.grid.rows[activity.id][id];
        assert.deepEqual(close[head], letters ? text(letters) : null, head);
    }
    assert.ok(RACI.looks.length >= 4); // a colour a letter, beside the head's

    const meetings = table(Cadences);
    assert.deepEqual(meetings.map((row) => row.Meeting[1]), reference.meetings.map((one) => one.name));
    assert.deepEqual(meetings.map((row) => row.Minutes), reference.meetings.map((one) => number(one.minutes)));
    assert.deepEqual(meetings.map((row) => row['One for each pod']), reference.meetings.map((one) => ['yes/no', one.pod ?? false]));

    assert.equal(table(KPIs).length, reference.kpis.length);
    const kpi = table(KPIs)[0];
    assert.deepEqual([kpi['Signed by marketing'][0], kpi['Signed by sales'][0]], ['yes/no', 'yes/no']);
    assert.ok(About.rows.some((row) => row[0]?.[1] === 'A' && row[1][1] === 'decides, and answers for it'));
});

test('workbook: times, targets and values of KPIs are numbers that can be worked with', () => {
    const meetings = [{ ...reference.meetings[0], weekday: 'tuesday', start: 570 }];
    const kpis = [{ ...reference.kpis[0], target: '25 %', values: { '2026-10': 12.5, '2026-11': -3 } }, { ...reference.kpis[1], target: 'soon', values: { '2026-11': 1e21 } }];
    const { Cadences, KPIs } = opened({ ...reference, meetings, kpis }).sheets;
    assert.deepEqual(table(Cadences)[0]['Starts at'], ['time', '09:30']);
    assert.deepEqual(table(Cadences)[0].Weekday, text('Tuesday'));
    const [first, second] = table(KPIs);
    assert.deepEqual([first.Target, first['Target as a number']], [text('25 %'), number(25)]);
    assert.deepEqual([first['2026-10'], first['2026-11']], [number(12.5), number(-3)]);
    assert.deepEqual([second['Target as a number'], second['2026-10'], second['2026-11']], [null, null, number(1e21)]);
});

test('workbook: accounts with typed cells, scores, tiers and points, best first', () => {
    const sheet = opened(sample).sheets.Accounts;
    assert.equal(sheet.frozen, 'C2');
    const rows = table(sheet);
    const { accounts } = JSON.parse(run(['score', '-', '--json'], JSON.stringify(sample)).stdout.toString());
    assert.equal(rows.length, accounts.length);
    const [, ...columns] = sample.accounts[0];
    const names = Object.fromEntries(sample.accountColumns.map((column) => [column.id, column]));
    const byKey = new Map(sample.accounts.slice(1).map((row) => [row[0], row.slice(1)]));
    rows.forEach((row, i) => {
        const { id, score, rank, tier, confidence, contributions } = accounts[i];
        assert.deepEqual(row['Account ID'], text(id));
        assert.deepEqual(row.Rank, number(rank));
        assert.ok(Math.abs(row.Score[1] - score) < 1e-9 && row.Score[0] === 'number');
        assert.deepEqual(row.Tier, tier === null ? null : text(tier));
        assert.deepEqual(row.Confidence, number(confidence));
        for (const criterion of sample.criteria) {
            const points = row[`Points: ${criterion.name}`];
            assert.deepEqual(points, criterion.id in contributions ? number(contributions[criterion.id]) : null, criterion.name);
        }
        columns.forEach((column, k) => {
            const { name, type } = names[column];
            const value = byKey.get(id)[k] ?? null;
            const kind = { text: 'text', category: 'text', number: 'number', date: 'day', 'yes-no': 'yes/no' }[type];
            assert.deepEqual(row[name], value === null ? null : [kind, value], `${id} ${name}`);
        });
    });
});

const planOf = (cell) => ({
    ...reference,
    title: cell,
    description: cell,
    roles: reference.roles.map((role) => ({ ...role, name: cell, short: cell })),
    grid: { ...reference.grid, activities: reference.grid.activities.map((one) => ({ ...one, name: cell, note: cell })) },
    meetings: reference.meetings.map((one) => ({ ...one, name: cell, topics: [cell], outputs: [cell] })),
    kpis: reference.kpis.map((one) => ({ ...one, name: cell, unit: cell, target: cell, source: cell })),
    accountColumns: [{ id: 'c', at: '1', name: cell, type: 'text' }, { id: 'n', at: '2', name: 'Number', type: 'number' }],
    accountKey: cell,
    accounts: [['', 'c', 'n'], ['00123', cell, cell]],
});

test('workbook: what people typed is text, whatever it holds', () => {
    const naughty = [
        '=1+1', '+1', '-1', '@SUM(A1:A9)', '  =cmd|\' /C calc\'!A0', '=HYPERLINK("https://example.com")', 'https://example.com', 'mailto:a@example.com',
        '<script>&amp;</script>', ']]>', '"quoted" \'too\'', ' spaces at both ends ', 'two\nlines', 'tab\there', '1:1', '00123', 'TRUE', '2026-11-26', '1e5', '日本語 🎾', '\u202Edesrever',
    ];
    const at = (i) => `${String.fromCharCode(65 + i)}1`;
    const { sheets } = opened({
        ...reference,
        roles: naughty.map((name, i) => ({ id: `r${i}`, at: at(i), name })),
        grid: {
            ...reference.grid,
            activities: naughty.map((name, i) => ({ id: `a${i}`, at: at(i), name, note: name })),
            columns: naughty.map((_, i) => ({ role: `r${i}`, at: at(i) })),
            rows: {},
        },
        meetings: naughty.map((name, i) => ({ id: `m${i}`, at: at(i), name, minutes: 30, topics: [name], outputs: [name, name] })),
        kpis: naughty.map((name, i) => ({ id: `k${i}`, at: at(i), name, unit: name, target: name, source: name })),
        accountColumns: [{ id: 'c', at: '1', name: naughty[0], type: 'text' }, ...naughty.map((name, i) => ({ id: `n${i}`, at: at(i), name, type: 'number' }))],
        accountKey: naughty[0],
        accounts: [['', 'c', 'n1'], ...naughty.map((name, i) => [`${i}=`, name, name])],
    });
    // Names stand on one line.
    const same = (cell, words, what) => assert.deepEqual([cell?.[0], cell?.[1].replaceAll(/\s+/g, ' ').trim()], ['text', words.replaceAll(/\s+/g, ' ').trim()], `${what}: ${words}`);
    const [heads, ...accounts] = sheets.Accounts.rows;
    const [roles] = sheets.RACI.rows;
    naughty.forEach((words, i) => {
        same(roles[2 + i], words, 'a role');
        same(table(sheets.RACI)[i].Activity, words, 'an activity');
        same(table(sheets.RACI)[i].Note, words, 'a note');
        same(table(sheets.Cadences)[i].Topics, words, 'a topic');
        same(table(sheets.KPIs)[i].Target, words, 'a target');
        assert.ok(heads.every((head) => head[0] === 'text'));
        assert.deepEqual(accounts[i][0], text(`${i}=`));
        same(accounts[i][3], words, 'a cell');
        if (/^\s*[=+@-]/.test(words)) assert.ok(sheets.RACI.stay.includes(`B${i + 2}`), `${words} stays text when somebody goes over it`);
    });
    assert.equal(opened(planOf('=1+1 "&<')).title, '=1+1 "&<');
});

test('workbook: what XML and a cell cannot hold is replaced or cut, and said', () => {
    const control = opened(planOf('nul\u0000 bell\u0007 esc\u001b \uffff')).sheets;
    assert.ok(control.Accounts.rows[1].some((one) => one?.[1] === 'nul\ufffd bell\ufffd esc\ufffd \ufffd'));
    // A spreadsheet reads "_x0041_" as the letter A: what stands in front of it says that it is not meant.
    const escaped = opened(planOf('_x0041_')).sheets.Accounts.rows[1].map((one) => one?.[1].replaceAll('_x005F_', '_'));
    assert.ok(escaped.includes('_x0041_'));

    const long = { ...sample, accounts: [['', 'name'], ['A', `${'x'.repeat(32766)}y`], ['B', '🎾'.repeat(16384)]], criteria: [] };
    const { bytes, said } = written(long);
    assert.match(said, /1 text is longer than the 32,767 characters that a cell holds: the rest is left out/);
    const { Accounts, About } = read(bytes).sheets;
    assert.deepEqual(Accounts.rows[1][1], text(`${'x'.repeat(32766)}y`));
    assert.deepEqual(Accounts.rows[2][1], text(`${'🎾'.repeat(16383)}…`));
    assert.ok(About.rows.some((row) => row[0]?.[1] === 'Left out' && row[1][1].startsWith('1 text is longer')));
    assert.equal(written(reference).said, '');
});

test('workbook: days that a spreadsheet counts otherwise are text, all others are days', () => {
    const days = ['1900-02-28', '1900-03-01', '2024-02-29', '9999-12-31'];
    const plan = { ...sample, criteria: [], accountColumns: [{ id: 'd', at: '1', name: 'Day', type: 'date' }], accounts: [['', 'd'], ...days.map((day, i) => [`${i}`, day]), ['x', 'someday']] };
    delete plan.accountName;
    assert.deepEqual(table(opened(plan).sheets.Accounts).map((row) => row.Day), [text(days[0]), ...days.slice(1).map((day) => ['day', day]), text('someday')]);
});

test('workbook: the same plan on the same day is the same file', () => {
    assert.ok(written(sample).bytes.equals(written(sample).bytes));
});
