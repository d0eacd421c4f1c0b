// The command line as a script meets it. FULLCOURT_CLI is the path of the built program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const program = process.env.FULLCOURT_CLI;
assert.ok(program, 'set FULLCOURT_CLI to the built fullcourt');
const folder = mkdtempSync(join(tmpdir(), 'fullcourt-cli-'));
after(() => rmSync(folder, { recursive: true }));

const run = (words, input = '') => {
    const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: 'utf8', cwd: folder });
    return { status, out: stdout, err: stderr };
};
const file = (name, content) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
};
const freshPlan = (name, template = 'reference') => {
    assert.equal(run(['new', '--template', template, '-o', name]).status, 0);
    return file(name);
};

test('help and version', () => {
    const help = run(['--help']);
    assert.equal(help.status, 0);
    for (const word of ['new', 'check', 'compare', 'staff', 'import', 'score', 'export', 'raci.csv', 'diff', 'merge', 'link', 'unlink', 'Exit status']) assert.match(help.out, new RegExp(word));
    assert.equal(run(['check', '--help']).out, help.out);
    assert.match(run(['--version']).out, /^fullcourt \d+\.\d+\.\d+ /);
});

test('what is not understood is named, with status 2 and nothing on standard output', () => {
    for (const [words, says] of [
        [[], /say what to do/],
        [['chekc'], /no command “chekc”/],
        [['check'], /which plan/],
        [['check', 'a', 'b'], /“b” is one argument too many/],
        [['check', '-', '--jsno'], /no option --jsno/],
        [['compare'], /which plan/],
        [['merge', 'a', 'b'], /which plan/],
        [['diff', 'a'], /which plan/],
        [['link'], /which plan/],
        [['link', 'a', '--pgae', 'b'], /no option --pgae/],
        [['unlink', 'a', 'b'], /“b” is one argument too many/],
        [['staff', 'a', 'b'], /“b” is one argument too many/],
        [['new', '--template'], /--template needs a value/],
        [['new', '--list=yes'], /no option --list/],
        [['export', 'a'], /--as manual\.html/],
        [['export', 'a', '--as', 'raci.pdf'], /raci\.pdf/],
    ]) {
        const { status, out, err } = run(words);
        assert.equal(status, 2, words.join(' '));
        assert.equal(out, '');
        assert.match(err, says);
        assert.match(err, /^fullcourt/);
    }
});

test('new: templates are listed, reference first, and an unknown one is refused', () => {
    const names = run(['new', '--list']).out.trimEnd().split('\n').map((line) => line.split('\t')[0]);
    assert.deepEqual(names.slice(0, 2), ['reference', 'blank']);
    const none = run(['new', '--template', 'nothing', '-o', 'none.json']);
    assert.equal(none.status, 2);
    assert.match(none.err, /nothing.*reference/);
    assert.ok(!existsSync(file('none.json')));
});

test('new: each plan has an id, a revision and an instant of its own', () => {
    const envelopes = [1, 2].map(() => JSON.parse(run(['new']).out).fullcourt);
    for (const key of ['plan', 'revision']) {
        assert.match(envelopes[0][key], /^[0-9a-z]{10,}$/);
        assert.notEqual(envelopes[0][key], envelopes[1][key]);
    }
    assert.match(envelopes[0].saved, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.ok(Math.abs(Date.parse(envelopes[0].saved) - Date.now()) < 60_000);
    assert.equal(run(['new']).out.replace(/^.*\n/, ''), run(['new', '--template=reference', '-o', '-']).out.replace(/^.*\n/, ''));
});

const findingsOf = (plan, input) => JSON.parse(run(['check', '--json', plan], input).out).findings;
/** The reference grid, whatever else its template holds. */
const gridFindings = (findings) => findings.filter((one) => one.rule.startsWith('raci.'));

test('check: of the reference grid there are nine things to settle, under their section', () => {
    const plan = freshPlan('reference.json');
    const people = run(['check', plan]);
    assert.equal(people.status, 1);
    assert.equal(people.err, '');
    assert.match(people.out, /^RACI grid$/m);
    assert.match(people.out, /^error {5}Nobody is accountable for Account strategy\. {2}\[raci\.no-accountable\]$/m);
    assert.match(people.out, /\n\d+ things to settle: 7 errors, \d+ warnings(, \d+ notes?)?\.\n$/);
    assert.equal(people.out.match(/\[raci\.[a-z-]+\]$/gm).length, 9);
});

test('check --json: exactly the promised fields', () => {
    const { status, out } = run(['check', '--json', freshPlan('json.json')]);
    assert.equal(status, 1);
    const result = JSON.parse(out);
    assert.deepEqual(Object.keys(result), ['findings']);
    for (const finding of result.findings) {
        assert.deepEqual(Object.keys(finding), ['rule', 'severity', 'subject', 'key', 'message', 'why', 'accepted', 'fixes']);
        assert.equal(finding.accepted, false);
        assert.ok(finding.key.startsWith([finding.rule, ...finding.subject, ''].join('|')));
        for (const fix of finding.fixes) assert.deepEqual(Object.keys(fix), ['label']);
    }
    const grid = gridFindings(result.findings);
    assert.equal(grid.length, 9);
    const count = (rule) => grid.filter((one) => one.rule === rule).length;
    assert.equal(count('raci.no-accountable'), 7);
    assert.equal(count('raci.no-responsible'), 2);
    const warnings = grid.filter((one) => one.severity === 'warning').map((one) => one.subject[0]);
    assert.deepEqual(warnings, ['business-case-building', 'negotiation']);
});

test('check: the reference plan contradicts itself where it should', () => {
    const findings = findingsOf(freshPlan('across.json'));
    const subjects = (rule) => findings.filter((one) => one.rule === rule).map((one) => one.subject.join(' '));
    assert.deepEqual(subjects('cadence.never-meet'), [
        'account-executive sales-development-rep',
        'account-executive product-specialist',
        'account-marketer sales-development-rep',
    ]);
    assert.deepEqual(subjects('decision.joint-one-accountable'), ['target-account-selection target-account-selection']);
    assert.deepEqual(subjects('decision.decider-not-accountable'), ['content-approval content-creation']);
    for (const rule of ['role.unknown', 'role.unstaffed', 'cadence.load', 'staffing.ratio']) assert.deepEqual(subjects(rule), []);
});

test('check: what is accepted stays in the list, marked, and does not count for the exit status', () => {
    const path = freshPlan('accepted.json');
    const findings = findingsOf(path);
    const plan = JSON.parse(readFileSync(path, 'utf8'));
    const accept = (some) => {
        const acceptances = Object.fromEntries(some.map(({ key }) => [key, { reason: 'Known, and fine' }]));
        return JSON.stringify({ ...plan, acceptances });
    };
    const errors = findings.filter((one) => one.severity === 'error');
    const settled = run(['check', '-'], accept(errors));
    assert.equal(settled.err, '');
    assert.equal(settled.status, 0);
    assert.match(settled.out, /^accepted {2}Nobody is accountable for Account strategy\. .* because: Known, and fine$/m);
    assert.match(settled.out, /; 7 accepted\.\n$/);
    const json = JSON.parse(run(['check', '-', '--json'], accept(errors)).out).findings;
    assert.equal(json.length, findings.length);
    assert.equal(json.filter((one) => one.accepted).length, 7);
    assert.equal(run(['check', '-'], accept(errors.slice(1))).status, 1);
});

test('check: keys survive edits elsewhere', () => {
    const path = freshPlan('keys.json');
    const before = findingsOf(path).map((one) => one.key);
    const renamed = readFileSync(path, 'utf8').replace('"name":"VP Sales"', '"name":"Head of Sales"');
    assert.deepEqual(findingsOf('-', renamed).map((one) => one.key), before);
});

test('compare: the seven by fit, with terms and robustness', () => {
    const plan = JSON.parse(readFileSync(freshPlan('compare.json', 'blank'), 'utf8'));
    const asked = (context) => JSON.stringify({ ...plan, choice: { context } });
    const empty = JSON.parse(run(['compare', '-', '--json'], JSON.stringify(plan)).out);
    assert.deepEqual(Object.keys(empty), ['models', 'winner', 'robustness']);
    assert.equal(empty.models.length, 7);
    assert.equal(empty.winner, null);
    assert.ok(empty.models.every((one) => one.fit === null && one.terms.length === 0));
    const input = asked({ governance: 4, mobility: 3, functions: 0 });
    const { status, out, err } = run(['compare', '-', '--json'], input);
    assert.equal(err, '');
    assert.equal(status, 0);
    const result = JSON.parse(out);
    assert.equal(result.winner, 'hybrid');
    assert.equal(result.models[0].id, 'hybrid');
    assert.ok(Math.abs(result.models[0].fit - (100 * (3 + 0.75 + 2)) / 6) < 1e-9);
    assert.deepEqual(result.models[0].terms[0], { factor: 'governance', need: 'at least 3', importance: 3, answer: 4, suitability: 1 });
    assert.deepEqual(Object.keys(result.robustness), ['clear', 'undecided', 'answer', 'importance']);
    assert.ok(result.robustness.undecided.includes('marketing-scale'));
    const people = run(['compare', '-'], input);
    assert.equal(people.status, 0);
    assert.match(people.out, /^95\.8 {6}Hybrid \(matrix\)$/m);
    assert.match(people.out, /^Hybrid \(matrix\) fits best/m);
});

test('staff: head-counts, need, pods and weekly hours', () => {
    const result = JSON.parse(run(['staff', '--json', freshPlan('staff.json')]).out);
    assert.deepEqual(Object.keys(result), ['roles', 'stage']);
    for (const role of result.roles) {
        assert.deepEqual(Object.keys(role), ['id', 'headcount', 'need', 'pods_per_person', 'weekly_hours', 'terms']);
    }
    const marketer = result.roles.find((one) => one.id === 'account-marketer');
    assert.deepEqual([marketer.headcount, marketer.need, marketer.pods_per_person], [2, [2, 3], 4]);
    assert.equal(marketer.weekly_hours.toFixed(2), '2.65');
    assert.equal(marketer.terms.reduce((sum, term) => sum + term.hours, 0).toFixed(9), marketer.weekly_hours.toFixed(9));
    const executive = result.roles.find((one) => one.id === 'account-executive');
    assert.deepEqual([executive.headcount, executive.need, executive.weekly_hours.toFixed(2)], [8, null, '0.92']);
    assert.equal(result.roles.find((one) => one.id === 'cfo').headcount, null);
    const people = run(['staff', file('staff.json')]);
    assert.equal(people.status, 0);
    assert.match(people.out, /^Account executive +/m);
});

test('check: a blank plan has nothing to settle', () => {
    const plan = freshPlan('blank.json', 'blank');
    assert.deepEqual(run(['check', plan]), { status: 0, out: 'Nothing to settle.\n', err: '' });
    assert.deepEqual(JSON.parse(run(['check', plan, '--json']).out), { findings: [] });
});

test('check: warnings alone are status 0', () => {
    const plan = JSON.parse(readFileSync(freshPlan('warn.json', 'blank'), 'utf8'));
    const sound = {
        ...plan,
        roles: [{ id: 'a', at: '2', name: 'A' }],
        grid: {
            ...plan.grid,
            activities: [{ id: 'x', at: '2', name: 'Close' }],
            columns: [{ role: 'a', at: '2' }],
            rows: { x: { a: 'R' } },
        },
    };
    const { status, out } = run(['check', '-'], JSON.stringify(sound));
    assert.match(out, /^warning {3}Nobody is accountable for Close; A alone does the work\./m);
    assert.equal(status, 0);
});

test('a plan through standard input is a plan', () => {
    const { out } = run(['new', '-o', '-']);
    const piped = run(['check', '-', '--json'], out);
    assert.equal(piped.status, 1);
    assert.equal(gridFindings(JSON.parse(piped.out).findings).length, 9);
});

test('what cannot be read says where, with status 2', () => {
    for (const [content, place] of [
        ['', /^bad\.json[:\d]*: \S/],
        ['\0\xff\x01 rubbish', /^bad\.json[:\d]*: \S/],
        ['{\n  "fullcourt": {,\n', /^bad\.json:2:\d+: \S/],
        ['{"other":1}', /^bad\.json[:\d]*: \S/],
        ['{"fullcourt":{"version":999}}', /^bad\.json[:\d]*: \S.*newer/],
        ['['.repeat(5000), /^bad\.json[:\d]*: \S/],
    ]) {
        file('bad.json', Buffer.from(content, 'latin1'));
        const { status, out, err } = run(['check', 'bad.json']);
        assert.equal(status, 2, content.slice(0, 30));
        assert.equal(out, '');
        assert.match(err, place);
        assert.equal(err.trimEnd().split('\n').length, 1);
    }
    assert.match(run(['check', 'missing.json']).err, /^missing\.json: cannot be opened: No such file/);
    assert.equal(run(['check', folder]).status, 2);
    assert.match(run(['check', '-'], '{').err, /^\(standard input\)/);
});

test('repairs are said on standard error and the findings still come', () => {
    const text = readFileSync(freshPlan('mend.json'), 'utf8');
    const damaged = text.replace('"name":"Close"', '"name":17');
    assert.notEqual(damaged, text);
    const { status, out, err } = run(['check', '-', '--json'], damaged);
    assert.equal(status, 1);
    assert.equal(gridFindings(JSON.parse(out).findings).length, 9);
    assert.match(err, /^\(standard input\): .+\.$/m);
});

test('export --as raci.csv gives the grid', () => {
    const plan = freshPlan('export.json');
    const { status, out } = run(['export', plan, '--as', 'raci.csv']);
    assert.equal(status, 0);
    const lines = out.split('\r\n');
    assert.equal(lines.length, 12);
    assert.match(lines[0], /^Activity,.*,CFO,VP Sales,VP Marketing$/);
    assert.equal(lines[1], 'Target account selection,C,,I,,,A,C');
    assert.equal(run(['export', plan, '--as=raci.csv', '-o', 'grid.csv']).status, 0);
    assert.equal(readFileSync(file('grid.csv'), 'utf8'), out);
});

test('an output is replaced whole or not at all', () => {
    file('old.csv', 'what stood here');
    assert.equal(run(['export', 'missing.json', '--as', 'raci.csv', '-o', 'old.csv']).status, 2);
    assert.equal(readFileSync(file('old.csv'), 'utf8'), 'what stood here');
    chmodSync(file('old.csv'), 0o600);
    symlinkSync('old.csv', file('link.csv'));
    assert.equal(run(['export', freshPlan('whole.json'), '--as', 'raci.csv', '-o', 'link.csv']).status, 0);
    assert.match(readFileSync(file('old.csv'), 'utf8'), /^Activity/);
    assert.equal(statSync(file('old.csv')).mode & 0o777, 0o600);
    assert.equal(run(['new', '-o', 'no/such/folder.json']).status, 2);
    assert.deepEqual(readdirSync(folder).filter((name) => name.includes('.new-')), []);
});

test('what is no regular file is written, not replaced', { skip: !existsSync('/dev/full') }, () => {
    assert.equal(run(['new', '-o', '/dev/null']).status, 0);
    assert.ok(statSync('/dev/null').isCharacterDevice());
    const full = run(['new', '-o', '/dev/full']);
    assert.equal(full.status, 2);
    assert.match(full.err, /^\/dev\/full: cannot be written: No space left/);
});

test('a file whose name begins with a dash comes after --', () => {
    writeFileSync(join(folder, '-plan.json'), run(['new']).out);
    assert.equal(run(['check', '--', '-plan.json']).status, 1);
});

const crm = 'Account ID,Account Name,Industry,Employees\n001A,Acme,Software,1000\n001B,Beta,Retail,50\n001C,Gamma,Software,unknown\n';
const scoring = {
    criteria: [
        { id: 'size', at: 'A', name: 'Employees', column: 'employees', points: [[0, 0], [1000, 1]], marketing: 1, sales: 3, missing: 'zero' },
        { id: 'industry', at: 'B', name: 'Industry', column: 'industry', scale: 'category', values: { software: 1 }, marketing: 3, sales: 1 },
    ],
};

test('import: accounts from a CRM export go into the plan, and what cannot be read is said by line', () => {
    const plan = freshPlan('accounts.json', 'blank');
    const result = run(['import', plan, file('crm.csv', crm), '-o', 'with.json']);
    assert.equal(result.status, 0);
    assert.match(result.err, /crm\.csv: 3 accounts added, 0 changed, 0 as before, 0 not in the file/);
    const written = readFileSync(file('with.json'), 'utf8');
    assert.match(written, /\n\["001A","Acme","Software"/);
    assert.equal(run(['check', 'with.json']).status, 0);
    const again = run(['import', 'with.json', file('crm.csv'), '-o', 'again.json']);
    assert.match(again.err, /0 accounts added, 0 changed, 3 as before/);
    assert.equal(readFileSync(file('again.json'), 'utf8'), written);
});

test('import: a file of contacts goes to the contacts, and what they did is added to them', () => {
    const plan = freshPlan('people.json');
    const people = file('people.csv', 'Contact ID,Contact name,Account ID,Committee role,Budget\nC1,Ada,A1,Champion,yes\nC2,Bo,A1,Wizard,\n');
    const result = run(['import', plan, people, '-o', 'people-with.json']);
    assert.equal(result.status, 0);
    assert.match(result.err, /Line 3: “Wizard” is no role in a buying committee/);
    assert.match(result.err, /2 contacts added, 0 changed, 0 as before/);
    const did = file('did.csv', 'Contact ID,Activity,Date,Minutes\nC1,Meeting,2026-11-20,45\n');
    const again = run(['import', 'people-with.json', did]);
    assert.match(again.err, /1 activity added/);
    const contacts = JSON.parse(again.out).contacts;
    assert.deepEqual(contacts.find((each) => each.id === 'C1').did, [['meeting', '2026-11-20', 45]]);
});

test('import: a map corrects what was guessed, and one that names no column is refused', () => {
    const plan = freshPlan('mapped.json', 'blank');
    const map = file('map.json', JSON.stringify({ key: 'Account ID', columns: { Employees: { name: 'Staff', type: 'number' }, Industry: { take: false } } }));
    const result = run(['import', plan, file('crm.csv', crm), '--map', map]);
    assert.equal(result.status, 0);
    assert.match(result.out, /"name":"Staff","type":"number"/);
    assert.doesNotMatch(result.out, /Industry/);
    assert.match(result.err, /Line 4, Employees: “unknown” is not a number/);
    const refused = run(['import', plan, file('crm.csv'), '--map', file('bad.json', '{"key":"nothing"}')]);
    assert.deepEqual([refused.status, refused.out], [2, '']);
    assert.match(refused.err, /names a column “nothing” that the file does not have/);
    assert.equal(run(['import', plan, 'none.csv']).status, 2);
});

test('score: best first, as JSON, CSV and for people, by each side', () => {
    const map = file('number.json', JSON.stringify({ columns: { Employees: { type: 'number' }, Industry: { type: 'category' } } }));
    const plan = JSON.parse(run(['import', freshPlan('scored.json', 'blank'), file('crm.csv', crm), '--map', map]).out);
    file('scored.json', JSON.stringify({ ...plan, ...scoring }));
    const { accounts } = JSON.parse(run(['score', 'scored.json', '--json']).out);
    assert.deepEqual(accounts.map((one) => one.id), ['001A', '001C', '001B']);
    assert.deepEqual(Object.keys(accounts[0]), ['id', 'score', 'rank', 'tier', 'confidence', 'contributions']);
    assert.deepEqual([accounts[0].score, accounts[0].rank, accounts[0].tier, accounts[0].confidence], [100, 1, '1:1', 1]);
    assert.deepEqual(accounts[1].contributions, { size: 0, industry: 50 });
    assert.deepEqual([accounts[1].tier, accounts[1].confidence], ['1:few', 0.5]);
    const sales = JSON.parse(run(['score', 'scored.json', '--side', 'sales', '--json']).out).accounts;
    assert.equal(sales.find((one) => one.id === '001C').score, 25);
    assert.match(run(['score', 'scored.json', '--csv', '--explain']).out, /^id,name,rank,score,tier,confidence,Employees,Industry\r\n001A,Acme,1,100,1:1,1,50,50\r\n/);
    assert.match(run(['score', 'scored.json', '--explain']).out, /^1 +100\.0 +1:1 +Acme\n +50\.0 +Employees/m);
    const others = JSON.parse(run(['score', 'scored.json', '--accounts', file('other.csv', crm.replace('1000', '10')), '--json']).out).accounts;
    assert.equal(others.find((one) => one.id === '001A').score, 50.5);
    assert.equal(run(['score', 'scored.json', '--side', 'product']).status, 2);
});

/** The same plan with what `change` does to its JSON. */
const copyOf = (path, name, change) => {
    const plan = JSON.parse(readFileSync(path, 'utf8'));
    change(plan);
    return file(name, JSON.stringify(plan));
};
const roleOf = (plan, id) => plan.roles.find((role) => role.id === id);

test('merge: what two people changed apart comes together without a word', () => {
    const base = freshPlan('base.json');
    const mine = copyOf(base, 'mine.json', (plan) => {
        roleOf(plan, 'cfo').headcount = 2;
        plan.fullcourt.revision = 'mine';
        plan.fullcourt.ancestry = [JSON.parse(readFileSync(base, 'utf8')).fullcourt.revision];
    });
    const theirs = copyOf(base, 'theirs.json', (plan) => {
        plan.grid.rows.close['account-executive'] = 'A/R';
        plan.fullcourt.revision = 'theirs';
    });
    const { status, out, err } = run(['merge', base, mine, theirs, '-o', 'merged.json']);
    assert.deepEqual([status, out, err], [0, '', '']);
    const merged = JSON.parse(readFileSync(file('merged.json'), 'utf8'));
    assert.equal(roleOf(merged, 'cfo').headcount, 2);
    assert.equal(merged.grid.rows.close['account-executive'], 'A/R');
    assert.equal(merged.conflicts, undefined);
    assert.deepEqual(merged.fullcourt.ancestry.slice(0, 2), ['mine', 'theirs']);
    assert.equal(merged.fullcourt.parent, 'mine');
    assert.match(merged.fullcourt.revision, /^[0-9a-f]{20}$/);
    assert.equal(run(['merge', base, theirs, mine]).out.replace(/^.*\n/, ''), readFileSync(file('merged.json'), 'utf8').replace(/^.*\n/, ''));
});

test('merge: what both changed is named, kept in the file and found by check', () => {
    const base = freshPlan('base.json');
    const mine = copyOf(base, 'mine.json', (plan) => (roleOf(plan, 'cfo').headcount = 2));
    const theirs = copyOf(base, 'theirs.json', (plan) => (roleOf(plan, 'cfo').headcount = 3));
    const { status, err } = run(['merge', base, mine, theirs, '-o', 'merged.json']);
    assert.equal(status, 1);
    assert.match(err, /^Headcount of the role CFO: . before, 2 in .*mine\.json, 3 in .*theirs\.json$/m);
    assert.match(err, /^1 conflict to settle; they are kept in the plan$/m);
    const conflicts = Object.values(JSON.parse(readFileSync(file('merged.json'), 'utf8')).conflicts);
    assert.deepEqual(conflicts.map(({ at }) => at), [['roles', 'cfo', 'headcount']]);
    assert.deepEqual(conflicts[0].values.map(({ value }) => value), [2, 3]);
    assert.match(run(['check', 'merged.json']).out, /Headcount of the role CFO was changed differently in several copies: 2 or 3\. {2}\[merge\.conflict\]/);
});

test('merge: an empty base is that of two who began apart; a file that is no plan is refused and OUT stays', () => {
    const plan = freshPlan('base.json');
    assert.equal(run(['merge', file('empty.json', ''), plan, plan, '-o', 'merged.json']).status, 0);
    file('out.json', 'precious');
    for (const words of [['missing.json', plan, plan], [plan, file('bad.json', '{'), plan], [plan, plan, file('bad.json')]]) {
        assert.equal(run(['merge', ...words, '-o', 'out.json']).status, 2);
    }
    assert.equal(readFileSync(file('out.json'), 'utf8'), 'precious');
});

test('merge serves git as a merge driver', () => {
    const git = (...words) => spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...words], { cwd: file('repository'), encoding: 'utf8' });
    mkdirSync(file('repository'));
    if (git('init', '-q', '-b', 'main').status !== 0) return;
    git('config', 'merge.fullcourt.driver', `${program} merge %O %A %B -o %A`);
    const path = join(file('repository'), 'plan.fullcourt.json');
    writeFileSync(join(file('repository'), '.gitattributes'), '*.fullcourt.json merge=fullcourt\n');
    const commit = (change) => {
        const plan = JSON.parse(readFileSync(path, 'utf8'));
        change(plan);
        writeFileSync(path, JSON.stringify(plan));
        git('commit', '-qam', 'Change');
    };
    writeFileSync(path, run(['new']).out);
    git('add', '.');
    git('commit', '-qm', 'Begin');
    git('checkout', '-qb', 'other');
    commit((plan) => (plan.title = 'Theirs'));
    git('checkout', '-q', 'main');
    commit((plan) => (roleOf(plan, 'cfo').headcount = 4));
    assert.equal(git('merge', '-q', 'other', '-m', 'Merge').status, 0);
    const merged = JSON.parse(readFileSync(path, 'utf8'));
    assert.deepEqual([merged.title, roleOf(merged, 'cfo').headcount], ['Theirs', 4]);
});

test('diff: changes as sentences under their section, and as JSON', () => {
    const base = freshPlan('base.json');
    assert.deepEqual(run(['diff', base, base]), { status: 0, out: 'No difference.\n', err: '' });
    const after = copyOf(base, 'after.json', (plan) => {
        roleOf(plan, 'cfo').headcount = 2;
        plan.grid.rows.close['account-executive'] = 'A/R';
        plan.roles.push({ id: 'revops', at: 'zz', name: 'RevOps' });
        plan.meetings[0].attendees.push('cfo');
        plan.grid.activities = plan.grid.activities.filter(({ id }) => id !== 'negotiation');
    });
    const { status, out } = run(['diff', base, after]);
    assert.equal(status, 0);
    for (const line of [
        /^Organisation$/m,
        /^ {2}Headcount of the role CFO: . → 2$/m,
        /^ {2}Role RevOps: added$/m,
        /^RACI grid$/m,
        /^ {2}Activity Negotiation: removed$/m,
        /^ {2}[^:]+ in Close: A \(accountable\) → A\/R \(accountable and responsible\)$/m,
        /^ {2}Attendees of the meeting [^:]+, CFO: added$/m,
    ]) assert.match(out, line);
    assert.doesNotMatch(out, /of the role RevOps/);
    const { changes } = JSON.parse(run(['diff', base, after, '--json']).out);
    assert.ok(changes.some(({ at, after: now }) => at.join('/') === 'roles/cfo/headcount' && now === 2));
    assert.equal(run(['diff', base, 'missing.json']).status, 2);
});

test('link: a plan becomes a short link and comes back byte for byte', () => {
    freshPlan('shared.json');
    const bytes = readFileSync(file('shared.json'), 'utf8');
    const bare = run(['link', 'shared.json']);
    assert.equal(bare.status, 0);
    assert.equal(bare.err, '');
    assert.match(bare.out, /^#plan=[A-Za-z0-9_-]+\n$/);
    assert.ok(bare.out.length <= 200, `${bare.out.length} characters`);
    const whole = run(['link', '-', '--page', 'https://plans.example.com/fullcourt/#old'], bytes);
    assert.equal(whole.out, `https://plans.example.com/fullcourt/${bare.out}`);
    for (const [words, input] of [[['unlink', whole.out.trim()]], [['unlink', bare.out.trim()]], [['unlink', '-'], `See ${whole.out} please`]]) {
        const back = run(words, input);
        assert.equal(back.err, '');
        assert.equal(back.status, 0);
        assert.equal(back.out, bytes);
    }
    writeFileSync(file('link.txt'), whole.out);
    assert.equal(run(['unlink', 'link.txt', '-o', 'back.json']).status, 0);
    assert.equal(readFileSync(file('back.json'), 'utf8'), bytes);
});

test('link: every template stays short', () => {
    for (const line of run(['new', '--list']).out.trim().split('\n')) {
        freshPlan('template.json', line.split('\t')[0]);
        assert.ok(run(['link', 'template.json']).out.length <= 320, line);
    }
});

test('unlink: each kind of broken link has its own sentence, with status 2 and nothing on standard output', () => {
    freshPlan('shared.json');
    const link = run(['link', 'shared.json', '--page', 'https://plans.example.com/']).out.trim();
    const at = link.length - 30;
    const other = link[at] === 'A' ? 'B' : 'A';
    for (const [word, says] of [
        ['https://plans.example.com/', /^\(the link\): This is no link to a plan/],
        [link.slice(0, -20), /^\(the link\): This link was cut on the way: of its \d+ characters only \d+ arrived/],
        [link.slice(0, at) + other + link.slice(at + 1), /^\(the link\): This link was altered on the way/],
        ['#plan=____BAAA', /^\(the link\): This link holds more than any link/],
    ]) {
        const { status, out, err } = run(['unlink', word]);
        assert.equal(status, 2, word);
        assert.equal(out, '');
        assert.match(err, says);
    }
    assert.match(run(['unlink', 'missing.txt']).err, /^missing\.txt: cannot be opened/);
    assert.match(run(['unlink', '-'], 'no link').err, /^\(standard input\): This is no link to a plan/);
    assert.match(run(['link', 'missing.json']).err, /^missing\.json: cannot be opened/);
});

test('link: accounts are left out, and a merge does not take that for deleting them', () => {
    freshPlan('base.json');
    writeFileSync(file('accounts.csv'), 'Account ID,Name\n001,Acme\n002,Umbra\n');
    assert.equal(run(['import', 'base.json', 'accounts.csv', '-o', 'mine.json']).status, 0);
    const { out, err, status } = run(['link', 'mine.json']);
    assert.equal(status, 0);
    assert.equal(err, 'mine.json: Accounts travel by file and not by link, so they are left out of it.\n');
    assert.equal(run(['unlink', out.trim(), '-o', 'linked.json']).status, 0);
    writeFileSync(file('theirs.json'), readFileSync(file('linked.json'), 'utf8').replace('"headcount":8', '"headcount":9'));
    const merged = run(['merge', 'mine.json', 'mine.json', 'theirs.json']);
    assert.equal(merged.status, 0, merged.err);
    assert.match(merged.out, /"headcount":9/);
    assert.match(merged.out, /\["001","Acme"\]/);
    assert.doesNotMatch(merged.out, /"without"/);
});
