// What a person waits for with a list of a real market in the browser's own storage:
//
//     FULLCOURT_DIST=build/dist node tests/bench/page.mjs ACCOUNTS.csv
//
// `fullcourt_bench csv 100000` writes the list; `cmake --build build/web --target fullcourt_bare_page` makes what it is compared with.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { click, frames, openBrowser, openPage, openTestSite, showGrid, temporaryFolder, waitForRest, widget } from '../browser/harness.mjs';
import { openBareSite } from './bare_site.mjs';

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const say = (what, figure) => console.log(`${what.padEnd(62)} ${figure}`);
const ms = (number) => `${number.toFixed(1)} ms`;

// The program's memory is seen where it is made.
const watching = () => {
    delete window.showOpenFilePicker;
    delete window.showSaveFilePicker;
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            // The later part has none of its own.
            globalThis.programMemory ??= Object.values((made.instance ?? made).exports).find((value) => value instanceof WebAssembly.Memory);
            return made;
        };
    }
};

/// How many milliseconds `act` took, and of the page's tasks meanwhile the longest, and the longest that any of them had the processor.
/// Where there is no graphics card the browser draws with the processor, and takes it from the page: the fewer there are, the more
/// often a task is long because it waits.
const during = async (page, act) => {
    const session = await page.context().newCDPSession(page);
    const events = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
    const started = performance.now();
    await act();
    const took = performance.now() - started;
    const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const thread = ({ pid, tid }) => `${pid} ${tid}`;
    const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
    const tasks = events.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(thread(event)));
    const longest = (key) => Math.max(0, ...tasks.map((event) => event[key] ?? 0)) / 1000;
    return { took, task: longest('dur'), processor: longest('tdur') };
};
const tasks = ({ task, processor }) => `${task.toFixed(0)} ms, of the processor ${processor.toFixed(0)} ms`;
const longest = (one, other) => ({ task: Math.max(one.task, other.task), processor: Math.max(one.processor, other.processor) });

const site = await openTestSite();
const browser = await openBrowser();
try {
    const starts = [];
    for (let i = 0; i < 7; ++i) {
        const context = await browser.newContext();
        const page = await openPage(context, site.address);
        starts.push(await page.evaluate(() => performance.now()));
        await context.close();
    }
    say('navigation to the first frame, nothing kept', ms(median(starts)));

    const context = await browser.newContext();
    const page = await openPage(context, site.address, { init: watching });
    await waitForRest(page);
    const before = await frames(page);
    await page.waitForTimeout(10_000);
    say('frames in 10 s of rest', (await frames(page)) - before);

    await click(page, 'link', 'Accounts');
    await click(page, 'button', 'Try 120 sample accounts');
    await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached' });
    const chooser = page.waitForEvent('filechooser');
    await click(page, 'button', 'Import');
    const preview = await during(page, async () => {
        await (await chooser).setFiles(process.argv[2]);
        await widget(page, 'status', /new/).waitFor({ state: 'attached', timeout: 120_000 });
    });
    say('file chosen to what would change', ms(preview.took));
    say('longest task of it', tasks(preview));
    const imported = await during(page, async () => {
        await click(page, 'button', 'Import');
        await widget(page, 'grid', /accounts$/).waitFor({ state: 'attached', timeout: 120_000 });
        await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached', timeout: 120_000 });
    });
    say('import to saved', ms(imported.took));
    say('longest task of it', tasks(imported));
    const memory = () => page.evaluate(() => (globalThis.programMemory.buffer.byteLength / 1e6).toFixed(0));
    say('the program’s memory', `${await memory()} MB`);

    const reloaded = await during(page, async () => {
        await page.reload();
        await widget(page, 'link', 'Accounts').waitFor({ state: 'attached', timeout: 60_000 });
    });
    say('reload to the plan open', ms(reloaded.took));
    say('longest task of it', tasks(reloaded));
    const bareSite = await openBareSite();
    const barePage = await (await browser.newContext()).newPage();
    await barePage.goto(bareSite.address);
    const bare = await during(barePage, async () => {
        await barePage.reload();
        await barePage.waitForFunction(() => document.documentElement.dataset.state === 'running');
    });
    await barePage.context().close();
    await bareSite.close();
    say('longest task where a bare Dear ImGui page is loaded anew', tasks(bare));
    say('longest task: the table shown', tasks(await during(page, async () => {
        await click(page, 'link', 'Accounts');
        await widget(page, 'grid', /accounts$/).waitFor({ state: 'attached', timeout: 60_000 });
        await waitForRest(page);
    })));
    say('the program’s memory, plan opened', `${await memory()} MB`);

    const saves = [];
    for (let i = 0; i < 7; ++i) {
        await click(page, 'gridcell', /, Industry$/);
        await waitForRest(page);
        saves.push(await during(page, async () => {
            const typed = `Trade ${i}`;
            await page.keyboard.press('F2');
            await widget(page, 'textbox', /^Industry of /).waitFor({ state: 'attached' });
            await page.keyboard.press('ControlOrMeta+a');
            await page.keyboard.type(typed);
            await page.keyboard.press('Enter');
            await page.locator(`#mirror [role=gridcell][data-value="${typed}"]`).first().waitFor({ state: 'attached' });
            await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached', timeout: 60_000 });
            await page.waitForTimeout(3000); // two seconds later the plan goes to its slot
            await waitForRest(page);
        }));
    }
    say('longest task while one account is edited and saved, of seven', tasks(saves.reduce(longest)));

    await click(page, 'link', 'Score');
    await click(page, 'tab', 'Won and lost');
    say('longest task: the score held against what was won', tasks(await during(page, async () => {
        await click(page, 'button', /^Use “/);
        await widget(page, 'status', /won/).waitFor({ state: 'attached', timeout: 60_000 });
        await waitForRest(page);
    })));

    // What is saved for others; the workbook and the tables hold every account.
    let offered = { task: 0, processor: 0 };
    for (const kind of ['Operating manual', 'On one page', 'Workbook', 'Accounts as CSV', 'Scores as CSV', 'Tiers for the CRM']) {
        await click(page, 'button', 'More of this plan');
        offered = longest(offered, await during(page, async () => {
            await click(page, 'menuitem', /^Save for others/);
            await widget(page, 'option', kind).first().evaluate((element) => element.click());
            await waitForRest(page);
        }));
        say(`longest task: ${kind}`, tasks(await during(page, async () => {
            const download = page.waitForEvent('download', { timeout: 120_000 });
            await click(page, 'button', 'Save the file');
            await (await download).path();
            await waitForRest(page);
        })));
        await page.keyboard.press('Escape');
        await waitForRest(page);
    }
    say('longest task: what can be saved for others is offered', tasks(offered));

    // A copy leaves, is changed elsewhere (one account of it), and comes back to be merged with a letter that was set meanwhile.
    let copy;
    say('longest task: the plan file saved', tasks(await during(page, async () => {
        const download = page.waitForEvent('download', { timeout: 120_000 });
        await click(page, 'button', 'Save file');
        copy = await readFile(await (await download).path(), 'utf8');
        await waitForRest(page);
    })));
    const changed = copy.replace(/"Trade 6"/, '"Trade of theirs"').replace(/"revision":"[^"]*"/, '"revision":"changed-elsewhere"');
    // From a file: bytes that are given to the chooser itself would be unpacked in the page.
    const theirs = path.join(await temporaryFolder('copy'), 'theirs.fullcourt.json');
    await writeFile(theirs, changed);
    await showGrid(page);
    await click(page, 'gridcell', /^Close, CFO:/);
    await page.keyboard.press('r');
    await page.waitForTimeout(3000);
    await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached', timeout: 60_000 });
    const copies = page.waitForEvent('filechooser');
    await click(page, 'button', 'Open file');
    const compared = await during(page, async () => {
        await (await copies).setFiles(theirs);
        await widget(page, 'button', 'Merge').waitFor({ state: 'attached', timeout: 120_000 });
        await waitForRest(page);
    });
    say('a changed copy read and compared', ms(compared.took));
    say('longest task of it', tasks(compared));
    const merged = await during(page, async () => {
        await click(page, 'button', 'Merge');
        await widget(page, 'button', 'Saved in this browser').waitFor({ state: 'attached', timeout: 120_000 });
        await page.waitForTimeout(3000);
        await waitForRest(page);
    });
    say('merged and saved', ms(merged.took - 3000));
    say('longest task of it', tasks(merged));
    await rm(path.dirname(theirs), { recursive: true });
} finally {
    await browser.close();
    await site.close();
}
