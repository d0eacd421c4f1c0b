// Fullcourt's benchmark beside what else scores a list in a browser or on a laptop, in one run on the same file:
//
//     node tests/bench/peers.mjs NATIVE-BENCH [WASM-BENCH.cjs]
//
// PapaParse reads the CSV; plain typed arrays in JavaScript score it; DuckDB does both, on one thread. What they need comes from
// npm for this run alone: npm install --no-save papaparse @duckdb/node-api
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';

const rows = 100_000;
const criteria = 20;
const [native, wasm] = process.argv.slice(2);
if (!native) {
    throw new Error('say where the native benchmark is: node tests/bench/peers.mjs build/bench/tests/fullcourt_bench');
}

async function report(what, times, work) {
    await work();
    const measured = [];
    for (let i = 0; i < times; ++i) {
        const start = performance.now();
        await work();
        measured.push(performance.now() - start);
    }
    measured.sort((a, b) => a - b);
    const shown = (number) => number.toFixed(3);
    console.log(`${what.padEnd(62)} ${shown(measured[times >> 1]).padStart(9)} ms  (${shown(measured[0])} to ${shown(measured.at(-1))})`);
}

const folder = mkdtempSync(join(tmpdir(), 'fullcourt-peers-'));
try {
    const file = join(folder, 'accounts.csv');
    writeFileSync(file, execFileSync(native, ['csv', String(rows)], { maxBuffer: 1 << 28 }));
    const text = readFileSync(file, 'utf8');
    console.log(`${rows} accounts, ${(text.length / 1e6).toFixed(1)} MB of CSV`);

    await report('PapaParse: CSV to typed values', 7, () => Papa.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true }));

    const database = await DuckDBInstance.create(':memory:', { threads: '1' });
    const duck = await database.connect();
    await report('DuckDB: CSV to a table, one thread', 7, () => duck.run(`CREATE OR REPLACE TABLE csv AS SELECT * FROM read_csv('${file}')`));

    // The same shape of work as Fullcourt's: 20 columns of u between 0 and 1, a tenth of them missing, one weight moved.
    const columns = Array.from({ length: criteria }, () => Float64Array.from({ length: rows }, () => (Math.random() < 0.1 ? NaN : Math.random())));
    const weights = Array.from({ length: criteria }, (_, i) => 1 + (i % 7));
    const score = new Float64Array(rows);
    const order = new Uint32Array(rows);
    const tier = new Uint8Array(rows);
    await report('JavaScript, typed arrays: score, rank and tier', 11, () => {
        weights[0] += 0.1;
        for (let row = 0; row < rows; ++row) {
            let given = 0;
            let all = 0;
            for (let c = 0; c < criteria; ++c) {
                const u = columns[c][row];
                if (u === u) {
                    given += weights[c] * u;
                    all += weights[c];
                }
            }
            score[row] = all > 0 ? (100 * given) / all : -1;
            order[row] = row;
        }
        order.sort((a, b) => score[b] - score[a] || a - b);
        for (let place = 0; place < rows; ++place) {
            tier[order[place]] = place < 50 ? 1 : place < 500 ? 2 : 3;
        }
    });

    const names = Array.from({ length: criteria }, (_, i) => `c${i}`);
    await duck.run(`CREATE TABLE u AS SELECT range AS id, ${names.map((name) => `CASE WHEN random() < 0.1 THEN NULL ELSE random() END AS ${name}`).join(', ')} FROM range(${rows})`);
    const sum = (part) => names.map(part).join(' + ');
    let weight = 1;
    await report('DuckDB: score, rank and tier, one thread', 11, () => {
        weight += 0.1;
        const weighed = (i) => (i === 0 ? weight : weights[i]);
        return duck.run(`CREATE OR REPLACE TABLE scored AS
            SELECT id, s, place, CASE WHEN place <= 50 THEN 1 WHEN place <= 500 THEN 2 ELSE 3 END AS tier FROM (
                SELECT id, s, row_number() OVER (ORDER BY s DESC, id) AS place FROM (
                    SELECT id, 100 * (${sum((name, i) => `${weighed(i)} * coalesce(${name}, 0)`)}) /
                        nullif(${sum((name, i) => `CASE WHEN ${name} IS NULL THEN 0 ELSE ${weighed(i)} END`)}, 0) AS s FROM u))`);
    });
} finally {
    rmSync(folder, { recursive: true });
}

for (const [title, command, first] of [
    ['Fullcourt, native', native, []],
    ['Fullcourt, WebAssembly under Node', process.execPath, wasm ? [wasm] : null],
]) {
    if (first) {
        console.log(`\n${title}`);
        console.log(execFileSync(command, [...first, 'peers'], { encoding: 'utf8' }));
    }
}
