// DuckDB within the test and PostgreSQL servers of its own, each with the same few verbs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** "name" as both databases quote it. */
export const named = (name) => `"${name.replaceAll('"', '""')}"`;
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** A database in memory. */
export async function openDuckDb() {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    return {
        run: (sql) => connection.run(sql),
        /** Rows of a CSV file with a head, texts as they stand; what is not quoted and empty is missing. */
        load: (table, columns, file) => connection.run(
            `CREATE TABLE ${table} (${columns.join(', ')}); INSERT INTO ${table} SELECT * FROM read_csv(${quoted(file)}, header = true, all_varchar = true, ` +
            `quote = '"', escape = '"', delim = ',', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', max_line_size = 1000000, parallel = false)`),
        rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
        copy: (sql, file) => connection.run(`COPY (${sql}) TO ${quoted(file)} (FORMAT csv, HEADER false, FORCE_QUOTE (id))`),
        close: () => connection.closeSync(),
    };
}

function postgresPrograms() {
    const root = '/usr/lib/postgresql';
    const newest = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
    if (newest) return path.join(root, newest, 'bin');
    const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
    assert.ok(stdout, 'PostgreSQL is not installed: run tools/setup');
    return stdout.trim();
}

/** Whom the server runs as: it refuses to be root. */
function postgresUser() {
    if (process.getuid() !== 0) return {};
    const id = (what) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
}

/** A server on a folder and a socket of its own; closed, nothing of it is left. */
export function openPostgres() {
    const programs = postgresPrograms();
    const user = postgresUser();
    const folder = mkdtempSync(path.join(tmpdir(), 'fc-pg-'));
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o755);
    const call = (program, words, options = {}) => {
        const { status, stdout, stderr, error } = spawnSync(path.join(programs, program), words, { encoding: 'utf8', maxBuffer: 1 << 30, cwd: folder, ...user, ...options });
        assert.equal(status, 0, `${program}: ${error ?? ''}${String(stderr).slice(-3000)}`);
        return stdout;
    };
    const data = path.join(folder, 'data');
    call('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions']);
    const settings = { listen_addresses: "''", unix_socket_directories: `'${folder}'`, fsync: 'off', max_wal_size: '4GB', work_mem: '64MB', max_connections: 20 };
    writeFileSync(path.join(data, 'postgresql.auto.conf'), Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`).join(''));
    call('pg_ctl', ['start', '-w', '-t', '120', '-D', data, '-l', path.join(folder, 'log')], { stdio: 'ignore' });
    const psql = (words, input, database) =>
        call('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'postgres', '-d', database, ...words], { input });
    return {
        socket: folder,
        run: (sql, database = 'postgres') => psql([], sql, database),
        load: (table, columns, file, database = 'postgres') =>
            psql(['-c', `CREATE TABLE ${table} (${columns.join(', ')})`, '-c', `COPY ${table} FROM ${quoted(file)} (FORMAT csv, HEADER true)`], '', database),
        /** As text: the first column of each row. */
        lines: (sql, database = 'postgres') => psql(['-A', '-t', '-c', sql], '', database).split('\n').filter(Boolean),
        copy: (sql, file, database = 'postgres') => psql(['-c', `\\copy (${sql}) TO ${quoted(file)} (FORMAT csv, FORCE_QUOTE (id))`], '', database),
        close: () => {
            spawnSync(path.join(programs, 'pg_ctl'), ['stop', '-m', 'immediate', '-D', data], { ...user, stdio: 'ignore' });
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
