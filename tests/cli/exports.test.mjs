// Exports as others read them: calendars by a standard parser, Markdown by a standard renderer. FULLCOURT_CLI is the built program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import ICAL from 'ical.js';
import MarkdownIt from 'markdown-it';

const program = process.env.FULLCOURT_CLI;
assert.ok(program, 'set FULLCOURT_CLI to the built fullcourt');

const run = (words, input = '') => {
    const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: 'utf8', maxBuffer: 64 << 20 });
    return { status, out: stdout, err: stderr };
};
const reference = JSON.parse(run(['new']).out);
const exported = (plan, kind, ...more) => {
    const { status, out, err } = run(['export', '-', '--as', kind, ...more], JSON.stringify(plan));
    assert.equal(status, 0, err);
    return out;
};

// ---- The calendar

/** The first days on which each meeting is held, by name. */
const heldOn = (ics, count = 4) => {
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const held = new Map();
    for (const component of calendar.getAllSubcomponents('vevent')) {
        const event = new ICAL.Event(component);
        const days = [];
        const iterator = event.iterator();
        for (let next = iterator.next(); next && days.length < count; next = iterator.next()) days.push(next.toString());
        held.set(event.summary, { event, component, days });
    }
    return held;
};

const timed = { weekday: 'tuesday', start: 570 };
const withMeetings = (...meetings) => ({ ...reference, meetings: meetings.map((one, i) => ({ id: `m${i}`, at: String(i + 1), minutes: 45, ...one })) });

test('calendar.ics: weekly, fortnightly, monthly and quarterly meetings are held when they should be', () => {
    const plan = withMeetings(
        { name: 'Weekly', every: 'week', ...timed },
        { name: 'Fortnightly', every: '2 weeks', ...timed },
        { name: 'Monthly', every: 'month', ...timed },
        { name: 'Last', every: 'month', weekday: 'monday', start: 570 },
        { name: 'Quarterly', every: 'quarter', ...timed },
        { name: 'Never', ...timed });
    const held = heldOn(exported(plan, 'calendar.ics', '--from', '2026-11-30'));
    assert.deepEqual([...held.keys()], ['Weekly', 'Fortnightly', 'Monthly', 'Last', 'Quarterly']);
    assert.deepEqual(held.get('Weekly').days, ['2026-12-01T09:30:00', '2026-12-08T09:30:00', '2026-12-15T09:30:00', '2026-12-22T09:30:00']);
    assert.deepEqual(held.get('Fortnightly').days, ['2026-12-01T09:30:00', '2026-12-15T09:30:00', '2026-12-29T09:30:00', '2027-01-12T09:30:00']);
    assert.deepEqual(held.get('Monthly').days, ['2026-12-01T09:30:00', '2027-01-05T09:30:00', '2027-02-02T09:30:00', '2027-03-02T09:30:00']);
    assert.deepEqual(held.get('Last').days, ['2026-11-30T09:30:00', '2026-12-28T09:30:00', '2027-01-25T09:30:00', '2027-02-22T09:30:00']);
    assert.deepEqual(held.get('Quarterly').days, ['2026-12-01T09:30:00', '2027-03-02T09:30:00', '2027-06-01T09:30:00', '2027-09-07T09:30:00']);
    for (const { event } of held.values()) {
        assert.equal(event.duration.toSeconds(), 45 * 60);
        assert.equal(event.startDate.zone, ICAL.Timezone.localTimezone); // floating
    }
});

test('calendar.ics: each pod has its own meeting, and what the plan does not say is tentative', () => {
    const pods = [{ id: 'n', at: '1', name: 'North' }, { id: 's', at: '2', name: 'South' }];
    const held = heldOn(exported({ ...reference, pods }, 'calendar.ics', '--from', '2026-12-01'));
    assert.equal(held.size, 5);
    assert.deepEqual(held.get('AE and account marketer sync: North').days.slice(0, 1), ['2026-12-01T09:00:00']);
    assert.deepEqual(held.get('AE and account marketer sync: South').days.slice(0, 1), ['2026-12-01T09:30:00']);
    for (const { component } of held.values()) assert.equal(component.getFirstPropertyValue('status'), 'TENTATIVE');
});

test('calendar.ics: names come back whole, whatever they hold', () => {
    const names = ['a;b,c\\n:d', 'END:VEVENT BEGIN:VALARM', '"quoted" \\ back', 'ü'.repeat(80), '日本語'.repeat(40)];
    const plan = withMeetings(...names.map((name) => ({ name, every: 'week', topics: [name], outputs: [`${name};`] })));
    const held = heldOn(exported(plan, 'calendar.ics'), 1);
    assert.deepEqual([...held.keys()], names);
    for (const name of names) assert.ok(held.get(name).event.description.includes(`- ${name}\n`));
});

// ---- Markdown

const renderer = new MarkdownIt({ html: true, linkify: true });
const naughty = [
    '<script>alert(1)</script>', '[a link](https://example.com)', '![picture](x.png)', '<https://example.com>', 'https://example.com www.example.com a@example.com',
    '# Heading', '- item', '1. item', '> quotation', 'a | b', '| --- | --- |', '`code`', '**strong**', '__strong__', '~~gone~~', '```', '---', '&lt;b&gt; &amp;',
    'trailing \\', '[id]: https://example.com', 'a\\|b', '<!-- -->',
];

test('manual.md: what people typed is text for a renderer, and comes back whole', () => {
    const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    const plainShape = (html) => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map((tag) => tag[0]).join('');
    const planOf = (text) => ({
        ...reference,
        title: text,
        description: text,
        roles: reference.roles.map((role) => ({ ...role, name: text, short: text })),
        grid: { ...reference.grid, activities: reference.grid.activities.map((one) => ({ ...one, name: text, note: text })) },
        meetings: reference.meetings.map((one) => ({ ...one, name: text, topics: [text], outputs: [text] })),
        decisions: reference.decisions.map((one) => ({ ...one, name: text, deadline: text })),
        kpis: reference.kpis.map((one) => ({ ...one, name: text, unit: text, target: text })),
        practices: reference.practices.map((one) => ({ ...one, name: text, text })),
        tools: reference.tools.map((one) => ({ ...one, name: text, training: text })),
    });
    const harmless = plainShape(renderer.render(exported(planOf('Harmless words'), 'manual.md')));
    for (const text of naughty) {
        const html = renderer.render(exported(planOf(text), 'manual.md'));
        assert.equal(plainShape(html), harmless, text);
        assert.ok(html.includes(`<h1>${escaped(text)}</h1>`), `${text}: ${html.slice(0, 200)}`);
        assert.ok(html.includes(`<li>${escaped(text)}</li>`), text);
    }
});

// ---- Choices

test('export: sections and single roles are chosen, and what is no section or role is named', () => {
    const part = exported(reference, 'manual.md', '--sections', 'decisions,raci');
    assert.deepEqual([...part.matchAll(/^## (.*)$/gm)].map((one) => one[1]), ['1 Who does what', '2 Who decides']);
    assert.match(exported(reference, 'manual.md', '--role', 'vp sales'), /^# VP Sales\n/);
    assert.match(exported(reference, 'manual.html', '--role', 'AE'), /<h1>Account executive \(AE\)<\/h1>/);
    const plan = JSON.stringify(reference);
    const wrong = run(['export', '-', '--as', 'manual.md', '--sections', 'racy'], plan);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /racy.*there are purpose, organisation, /);
    assert.match(run(['export', '-', '--as', 'manual.md', '--role', 'Nobody'], plan).err, /no role “Nobody”/);
    assert.match(run(['export', '-', '--as', 'calendar.ics', '--from', 'whenever'], plan).err, /--from is a date/);
    assert.match(run(['export', '-', '--as', 'raci.svg', '--slide', '0'], plan).err, /counts from 1/);
});

test('export: a grid of several slides says so', () => {
    const activities = Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, at: `a${String(i).padStart(3, '0')}1`, name: `Activity ${i}` }));
    const plan = { ...reference, grid: { ...reference.grid, activities } };
    const { out, err, status } = run(['export', '-', '--as', 'raci.svg', '--slide', '2'], JSON.stringify(plan));
    assert.equal(status, 0);
    assert.match(err, /takes 3 slides; this is slide 2/);
    assert.match(out, /slide 2 of 3/);
});

test('export: every kind of the help can be made', () => {
    for (const kind of ['manual.html', 'manual.md', 'summary.html', 'raci.svg', 'raci.csv', 'calendar.ics', 'workbook.xlsx', 'accounts.csv', 'crm.csv', 'scores.csv', 'score.sql']) {
        assert.ok(exported(reference, kind).length > 10, kind);
        assert.match(run(['--help']).out, new RegExp(kind.replace('.', '\\.')));
    }
});
