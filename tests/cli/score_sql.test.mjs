// The score as SQL, run by DuckDB and PostgreSQL on the accounts that the program itself scores. FULLCOURT_CLI is the built program;
// FULLCOURT_ROWS (20,000) says on how many.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { named, openDuckDb, openPostgres } from './databases.mjs';

const program = process.env.FULLCOURT_CLI;
assert.ok(program, 'set FULLCOURT_CLI to the built fullcourt');
const rowCount = Number(process.env.FULLCOURT_ROWS ?? 20_000);

const folder = mkdtempSync(path.join(tmpdir(), 'fc-sql-'));
chmodSync(folder, 0o777); // a database server that is somebody else reads and writes here
const file = (name) => path.join(folder, name);
let postgres;
before(() => { postgres = openPostgres(); });
after(() => {
    postgres?.close();
    rmSync(folder, { recursive: true, force: true });
});

const run = (words, options = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 30, ...options });
    return { status, out: stdout, err: stderr + (error ?? '') };
};
const sqlOf = (plan, ...words) => {
    const { status, out, err } = run(['export', plan, '--as', 'score.sql', ...words]);
    assert.equal(status, 0, err);
    return out;
};

// ---- A model that uses everything, with names that would break out if they could

const hostile = {
    key: `Account "ID"; DROP TABLE x; --`,
    numberText: `Employees', (SELECT 1)`,
    category: `Industry\\' OR 1=1`,
    table: `list "of" accounts; --`,
};
const columns = [
    { id: 'size', name: 'Size', type: 'number' },
    { id: 'text', name: hostile.numberText, type: 'text' },
    { id: 'industry', name: hostile.category, type: 'category' },
    { id: 'seen', name: 'Seen ü 日本', type: 'date' },
    { id: 'noted', name: 'Noted', type: 'text' },
    { id: 'flag', name: 'Flag', type: 'yes-no' },
    { id: 'stage', name: 'Stage', type: 'number' },
    { id: 'unnamed', name: '', type: 'yes-no' },
];
const criteria = [
    { name: 'Size\n-- ; SELECT', family: 'firmographic', column: 'size', scale: 'numeric', points: [[0, 0.1], [50, 0], [500, 0.75], [3000, 1]], marketing: 3, sales: 5 },
    { name: 'As text', family: 'fit', column: 'text', scale: 'numeric', points: [[-1e9, 0], [1e9, 1]], missing: 'skip', marketing: 2, sales: 1 },
    { name: 'Industry', family: 'fit', column: 'industry', scale: 'category', values: { software: 1, "o'neill \\": 0.4, 'é': 0.7, '\'); drop table x; --': 0.9 }, otherwise: 0.15, marketing: 4, sales: 3 },
    { name: 'Seen', family: 'intent', column: 'seen', scale: 'recency', halfLife: 37, marketing: 5, sales: 2 },
    { name: 'Noted', family: 'trigger', column: 'noted', scale: 'recency', halfLife: 0.4, missing: 'neutral', marketing: 1, sales: 1 },
    { name: 'Flag', family: 'fit', column: 'flag', scale: 'yes-no', missing: 'skip', marketing: 2, sales: 2 },
    { name: 'Flag as words', family: 'fit', column: 'flag', scale: 'category', values: { yes: 0.2, no: 1 }, marketing: 1, sales: 3 },
    { name: 'Stage', family: 'intent', column: 'stage', scale: 'category', values: { 1: 0.1, 2: 0.5, '1e+21': 1, '02': 0.9 }, otherwise: 0.3, marketing: 1, sales: 1 },
    { name: 'Stage is one', family: 'intent', column: 'stage', scale: 'yes-no', marketing: 1, sales: 0 },
    { name: 'Seen on a day', family: 'intent', column: 'seen', scale: 'category', values: { '2026-11-23': 1 }, marketing: 1, sales: 0.5 },
    { name: 'Unnamed', family: 'intent', column: 'unnamed', scale: 'yes-no', settled: 0.05, marketing: 0, sales: 0 },
    { name: 'Gone', family: 'fit', column: 'gone', scale: 'numeric', points: [[0, 0], [1, 1]], marketing: 1, sales: 1 },
    { name: 'Of another type', family: 'fit', column: 'flag', scale: 'recency', marketing: 1, sales: 0 },
    { name: 'Hardly counts', family: 'fit', column: 'size', scale: 'numeric', points: [[0, 0], [1e300, 1]], marketing: 1e-300, sales: 1e-30 },
].map((one, i) => ({ id: `c${i}`, at: `c${String(i).padStart(2, '0')}1`, ...one }));

// ---- Accounts, the same from run to run

function randomOf(seed) {
    let state = seed;
    return (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}
const numbers = ['0', '-0', '+7', '50', '49.999999', '500', '1e2', '1E+2', '.5', '5.', '5.e1', '1e400', '-1e400', '1e-400', '4.9e-324', '2.4e-324', '1e99999', '1e-99999', '0e99999', '1e00005',
    '1.7976931348623157e308', '1.7976931348623159e308', '1_000', '1,5', 'NaN', 'inf', '0x10', '--1', '1e', '', ' ', null, '\t12\n', '9'.repeat(400), `0.${'3'.repeat(300)}`, '１２'];
const words = ['Software', ' software\t', 'SOFTWARE', "O'Neill \\", 'É', 'é', "'); DROP TABLE x; --", 'other', '', '\u00a0', null, '日本', 'İ', 'K'];
const days = ['2026-11-23', '2026-11-24', '2027-01-01', '2026-02-29', '2024-02-29', '2100-02-29', '2000-02-29', '0000-02-29', '0001-01-01', '9999-12-31', '2026-13-01', '2026-00-10', '2026-11-31',
    '23.11.2026', '2026-1-1', ' 2026-11-01 ', '2026-11-01 10:00', null, '', '1970-01-01', '1969-12-31'];
const flags = ['yes', 'YES', 'true', '1', 'no', 'False', '0', 'y', 'maybe', '', ' yes ', null, '1.0'];
const stages = ['1', '2', '02', '1.0', '1e21', '1e+21', '3', '0', null, 'x'];

function naughtyRow(i, random) {
    const pick = (list) => list[random(list.length)];
    const day = () => new Date(Date.UTC(2026, 10, 23) - random(400) * 864e5).toISOString().slice(0, 10);
    return [
        `${['a', 'B', 'ab', 'ü', 'Zz', "k'"][i % 6]}${i}`,
        random(4) ? String(random(400_000) / 100) : pick(numbers), random(3) ? String(random(1e6) * 1000) : pick(numbers), pick(words),
        random(3) ? day() : pick(days), random(3) ? day() : pick(days), pick(flags), pick(stages), pick(flags),
    ];
}
/** Many alike, so that ranks are decided by their keys. */
const dullRow = (i, random) => [`${i % 7}-${i}`, String(random(3) * 100), null, ['Software', 'other'][random(2)], null, null, ['yes', 'no'][random(2)], '1', 'no'];

const csvCell = (cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`);

/** The same rows as a plan file and as CSV, written piece by piece. */
function writeAccounts(name, count, rowOf, more = {}) {
    const { criteria: used = criteria, types = columns, tiers = {}, marks = [] } = more;
    const random = randomOf(count);
    const plan = openSync(file(`${name}.json`), 'w');
    const csv = openSync(file(`${name}.csv`), 'w');
    const head = {
        fullcourt: { version: 1 },
        title: "It's *the* plan\n; DROP TABLE x;",
        accountColumns: types.map((column, i) => ({ at: `${String.fromCharCode(65 + i)}1`, ...column })),
        accountKey: hostile.key,
        accountMarks: marks,
        criteria: used,
        tiers: { asOf: '2026-11-23', ...tiers },
    };
    writeSync(plan, `${JSON.stringify(head).slice(0, -1)},"accounts":[${JSON.stringify(['', ...types.map((column) => column.id)])}`);
    writeSync(csv, `${[hostile.key, ...types.map((column) => column.name || column.id)].map(csvCell).join()}\n`);
    for (let from = 0; from < count; from += 5000) {
        const rows = Array.from({ length: Math.min(5000, count - from) }, (_, i) => rowOf(from + i, random));
        writeSync(plan, rows.map((row) => `,\n${JSON.stringify(row)}`).join(''));
        writeSync(csv, rows.map((row) => `${row.map(csvCell).join()}\n`).join(''));
    }
    writeSync(plan, ']}');
    closeSync(plan);
    closeSync(csv);
    return { plan: file(`${name}.json`), csv: file(`${name}.csv`), heads: [hostile.key, ...types.map((column) => column.name || column.id)] };
}

// ---- What is compared

/** id, rank, score, tier, confidence of each line of CSV, best first; ids may hold quotes and no commas. */
async function* scoresOf(path) {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
        const end = line.startsWith('"') ? line.lastIndexOf('"') + 1 : line.indexOf(',');
        const [rank, score, tier, confidence] = line.slice(end + 1).split(',').map((cell) => cell.replaceAll('"', ''));
        yield { id: line.slice(0, end).replaceAll('"', ''), rank: Number(rank), score: score === '' ? null : Number(score), tier, confidence: Number(confidence) };
    }
}

/** What the program says itself, in the same form. */
function ownScores(plan, name, side = 'agreed') {
    const out = openSync(file(name), 'w');
    const { status, stderr } = spawnSync(program, ['score', plan, '--csv', '--side', side], { stdio: ['ignore', out, 'pipe'], encoding: 'utf8' });
    closeSync(out);
    assert.equal(status, 0, stderr);
    return file(name);
}

async function assertSame(own, theirs, what) {
    const ours = createInterface({ input: createReadStream(own), crlfDelay: Infinity })[Symbol.asyncIterator]();
    await ours.next(); // the head: id,name,rank,score,tier,confidence
    const seen = { rows: 0, none: 0, tiers: {}, most: 0 };
    for await (const row of scoresOf(theirs)) {
        const line = (await ours.next()).value;
        assert.ok(line !== undefined, `${what}: more rows than ours`);
        const cells = line.replace(/^("([^"]|"")*"|[^,]*),("([^"]|"")*"|[^,]*),/, (whole, id) => `${id.replaceAll('"', '')},`).replaceAll('\r', '').split(',');
        const [id, rank, score, tier, confidence] = cells;
        assert.equal(row.id, id.replace(/^'(?=[=+@-])/, ''), `${what}: rank ${rank}`);
        assert.equal(row.rank, Number(rank), what);
        assert.equal(row.tier, tier, `${what}: ${id} has the score ${score}`);
        assert.ok(Math.abs(row.confidence - Number(confidence)) <= 1e-12, `${what}: ${id}: confidence ${row.confidence}, ours ${confidence}`);
        if (score === '') assert.equal(row.score, null, `${what}: ${id}`);
        else {
            const off = Math.abs(row.score - Number(score));
            assert.ok(row.score !== null && off <= 1e-9, `${what}: ${id}: ${row.score}, ours ${score}`);
            seen.most = Math.max(seen.most, off);
        }
        seen.rows += 1;
        seen.none += score === '' ? 1 : 0;
        seen.tiers[tier] = (seen.tiers[tier] ?? 0) + 1;
    }
    assert.equal((await ours.next()).done, true, `${what}: fewer rows than ours`);
    return seen;
}

const outcome = (table) => `SELECT id, rank, score, tier, confidence FROM ${named(`${table}_scores`)} ORDER BY rank`;

/** Loads the CSV as texts into both databases and compares each with what the program says. */
async function compareBoth(t, accounts, what, words = [], side = 'agreed') {
    const table = hostile.table;
    const own = ownScores(accounts.plan, 'own.csv', side);
    const texts = accounts.heads.map((head) => `${named(head)} TEXT`);
    const seen = {};
    const duck = await openDuckDb();
    try {
        await duck.load(named(table), texts, accounts.csv);
        const from = performance.now();
        await duck.run(sqlOf(accounts.plan, '--dialect', 'duckdb', '--table', table, '--side', side, ...words));
        await duck.copy(outcome(table), file('duckdb.csv'));
        t.diagnostic(`${what}: DuckDB took ${((performance.now() - from) / 1000).toFixed(1)} s`);
        seen.duckdb = await assertSame(own, file('duckdb.csv'), `${what}, DuckDB`);
    } finally {
        duck.close();
    }
    postgres.run('DROP DATABASE IF EXISTS compared; CREATE DATABASE compared');
    postgres.load(named(table), texts, accounts.csv, 'compared');
    const from = performance.now();
    postgres.run(sqlOf(accounts.plan, '--dialect', 'postgresql', '--table', table, '--side', side, ...words), 'compared');
    postgres.copy(outcome(table), file('postgres.csv'), 'compared');
    t.diagnostic(`${what}: PostgreSQL took ${((performance.now() - from) / 1000).toFixed(1)} s`);
    seen.postgres = await assertSame(own, file('postgres.csv'), `${what}, PostgreSQL`);
    t.diagnostic(`${what}: ${seen.duckdb.rows} rows, ${seen.duckdb.none} without a score, furthest apart ${Math.max(seen.duckdb.most, seen.postgres.most)}, ${JSON.stringify(seen.duckdb.tiers)}`);
    return seen.duckdb;
}

// ---- The tests

test(`score.sql: ${rowCount} accounts with every kind of value have the same scores, ranks and tiers`, async (t) => {
    const marks = [
        { id: 'a0', at: '1', tier: '1:1', reason: 'the board wants it' },
        { id: "k'5", at: '2', tier: '1:many' },
        { id: "nobody'); DROP TABLE x; --\\", at: '3', tier: '1:few' },
    ];
    const accounts = writeAccounts('naughty', rowCount, naughtyRow, { marks, tiers: { oneToOne: 50, oneToFew: 400, oneToManyFrom: 45, confidence: 0.8 } });
    const seen = await compareBoth(t, accounts, 'by capacity');
    assert.equal(seen.rows, rowCount);
    assert.ok(seen.tiers['1:1'] > 0 && seen.tiers['1:few'] > 0 && seen.tiers['1:many'] > 0 && seen.tiers[''] > 0);
    assert.ok(seen.tiers['1:1'] < 50); // some are not known well enough
});

test('score.sql: cut-offs, one side, and accounts without a score', async (t) => {
    const cutOffs = { method: 'cut-offs', oneToOneFrom: 62, oneToFewFrom: 50, oneToManyFrom: 30 };
    await compareBoth(t, writeAccounts('cut-offs', 3000, naughtyRow, { tiers: cutOffs }), 'marketing, by cut-offs', [], 'marketing');
    const skipped = criteria.filter((one) => one.missing === 'skip');
    const seen = await compareBoth(t, writeAccounts('skipped', 2000, naughtyRow, { criteria: skipped, tiers: cutOffs }), 'with what is skipped alone');
    assert.ok(seen.none > 20);
    const weightless = await compareBoth(t, writeAccounts('weightless', 50, naughtyRow, { criteria: [{ ...criteria[0], marketing: 0, sales: 0 }] }), 'without weights');
    assert.equal(weightless.none, 50);
    assert.equal((await compareBoth(t, writeAccounts('unscored', 20, naughtyRow, { criteria: [] }), 'without criteria')).none, 20);
});

test('score.sql: where scores are equal, shorter keys come first and then bytes decide', async (t) => {
    const seen = await compareBoth(t, writeAccounts('dull', 5000, dullRow), 'ties');
    assert.equal(seen.rows, 5000);
});

test('score.sql: columns of a database\'s own types count as their texts do', async () => {
    const types = columns.slice(0, 7);
    const random = randomOf(7);
    const accounts = writeAccounts('typed', 2000, (i) => [`a${i}`, random(9) ? String(random(1e6) / 64) : null, random(9) ? String(random(1e9)) : null, ['Software', 'other', null][random(3)],
        random(5) ? `2026-0${1 + random(9)}-1${random(9)}` : null, random(5) ? `2025-0${1 + random(9)}-2${random(9)}` : null, ['true', 'false', null][random(3)], ['1', '2', '3', null][random(4)]], { types });
    const own = ownScores(accounts.plan, 'own.csv');
    const typed = ['VARCHAR(20)', 'DOUBLE PRECISION', 'BIGINT', 'VARCHAR', 'DATE', 'DATE', 'BOOLEAN', 'NUMERIC(10, 2)'];
    const declared = accounts.heads.map((head, i) => `${named(head)} ${typed[i]}`);
    const duck = await openDuckDb();
    try {
        await duck.load('accounts', declared, accounts.csv);
        await duck.run(sqlOf(accounts.plan));
        await duck.copy(outcome('accounts'), file('duckdb.csv'));
        await assertSame(own, file('duckdb.csv'), 'typed, DuckDB');
    } finally {
        duck.close();
    }
    postgres.run('DROP DATABASE IF EXISTS compared; CREATE DATABASE compared');
    postgres.load('accounts', declared, accounts.csv, 'compared');
    postgres.run(sqlOf(accounts.plan, '--dialect', 'postgresql'), 'compared');
    postgres.copy(outcome('accounts'), file('postgres.csv'), 'compared');
    await assertSame(own, file('postgres.csv'), 'typed, PostgreSQL');
});

test('score.sql: a table spread over two servers is scored by the servers that hold its rows', async () => {
    const accounts = writeAccounts('spread', 4000, naughtyRow, { tiers: { oneToOne: 20, oneToFew: 100 } });
    const table = 'crm.accounts';
    const servers = [openPostgres(), openPostgres()];
    try {
        const texts = accounts.heads.map((head) => `${named(head)} TEXT`);
        servers.forEach((server, i) => {
            server.run('CREATE SCHEMA crm');
            server.load('crm.accounts', texts, accounts.csv);
            server.run(`DELETE FROM crm.accounts WHERE hashtext(${named(hostile.key)}) % 2 = 0 ${i === 0 ? '' : 'IS NOT TRUE'}`);
            server.run(sqlOf(accounts.plan, '--dialect', 'postgresql', '--table', table, '--for', 'server'));
        });
        postgres.run('DROP DATABASE IF EXISTS asked; CREATE DATABASE asked');
        postgres.run(`CREATE EXTENSION postgres_fdw; CREATE SCHEMA crm; ${servers.map((server, i) => `
            CREATE SERVER "north'${i}" FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${server.socket}', dbname 'postgres');
            CREATE USER MAPPING FOR postgres SERVER "north'${i}" OPTIONS (user 'postgres');`).join('')}`, 'asked');
        postgres.run(sqlOf(accounts.plan, '--dialect', 'postgresql', '--table', table, '--for', 'coordinator', '--servers', "north'0, north'1"), 'asked');
        postgres.copy('SELECT id, rank, score, tier, confidence FROM crm.accounts_scores ORDER BY rank', file('spread-out.csv'), 'asked');
        const seen = await assertSame(ownScores(accounts.plan, 'own.csv'), file('spread-out.csv'), 'two servers');
        assert.equal(seen.rows, 4000);

        // What is fetched are the scores of the view there; nothing of a scale is worked out here.
        const explained = postgres.lines('EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM crm.accounts_scores', 'asked');
        const remote = explained.filter((line) => line.includes('Remote SQL')).map((line) => line.trim());
        assert.deepEqual(remote, Array(2).fill('Remote SQL: SELECT id, score, q, confidence FROM crm.accounts_scored'));
        assert.equal(explained.filter((line) => line.includes('Async Foreign Scan')).length, 2);
        assert.ok(!explained.some((line) => /power|translate|~/.test(line)), explained.join('\n'));
        // And there it is the rows that are read.
        const there = servers[0].lines('EXPLAIN (VERBOSE, COSTS OFF) SELECT id, score, q, confidence FROM crm.accounts_scored');
        assert.ok(there.some((line) => line.includes('Seq Scan on crm.accounts')) && there.some((line) => line.includes('power(')), there.join('\n'));
        const counts = servers.map((server) => Number(server.lines('SELECT count(*) FROM crm.accounts')[0]));
        assert.equal(counts[0] + counts[1], 4000);
        assert.ok(Math.min(...counts) > 1000);
    } finally {
        for (const server of servers) server.close();
    }
});

test('score.sql: what the command line does not understand is said', () => {
    writeFileSync(file('small.json'), JSON.stringify({ fullcourt: { version: 1 } }));
    const wrong = (words) => {
        const { status, err } = run(['export', file('small.json'), '--as', 'score.sql', ...words]);
        assert.equal(status, 2);
        return err;
    };
    assert.match(wrong(['--dialect', 'mysql']), /--dialect is duckdb or postgresql/);
    assert.match(wrong(['--for', 'both', '--dialect', 'postgresql']), /--for is server or coordinator/);
    assert.match(wrong(['--for', 'server']), /--for takes --dialect postgresql/);
    assert.match(wrong(['--for', 'coordinator', '--dialect', 'postgresql']), /go together/);
    assert.match(wrong(['--servers', 'a']), /go together/);
    assert.match(wrong(['--table', '']), /--table is the name of a table/);
    assert.match(wrong(['--table', '.x']), /--table is the name of a table/);
    assert.match(wrong(['--side', 'both']), /--side is/);
});
