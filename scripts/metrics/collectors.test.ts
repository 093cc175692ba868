import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AddressTable } from './addresses/address-table.ts';
import type { Collected, Collector } from './collector.ts';
import { collectors } from './collectors.ts';

const address = '/kk/news/2026/11/example/';
const now = new Date('2026-11-28T12:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-collectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const addresses = new AddressTable();
addresses.add({ document: 'example', language: 'kk', address });
addresses.addMoved('/kk/news/2026/11/old-example/', { document: 'example', language: 'kk' });

function fileOf(text: string | Buffer, name = 'file'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const collect = (collector: Collector, files: string[], isTrial = true): Promise<Collected> =>
  collector.collect(files, { addresses, folder: path.join(folder, 'state'), isTrial, now, office: '' });

/** Each line with its template's reader, so that no two are repeats of one. */
const inFuture = (text: string) => text.replaceAll('2026-11-27', '2031-11-27').replaceAll('27/Nov/2026', '27/Nov/2031');
const lineOf = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';
const rowsOf = ({ days }: Collected) => days.flatMap(({ day, rows }) => rows.map((row) => ({ day, ...row })));

const all = await collectors();

it('all collectors are found by their files', () => {
  const files = readdirSync(path.join(import.meta.dirname, 'collectors')).map((name) => name.replace(/\.ts$/, ''));
  expect(all.map(({ name }) => name).sort()).toEqual(files.sort());
  expect(all.length).toBeGreaterThanOrEqual(3);
});

describe.each(all.map((collector) => [collector.name, collector] as const))('%s', (_, collector) => {
  const { text } = collector.template;

  it('reads its own template', async () => {
    const collected = await collect(collector, [fileOf(text)]);
    expect(collected).toMatchObject({ faults: [], faultCount: 0, unknown: [], isToBeMended: false });
    expect(rowsOf(collected)).toEqual([
      expect.objectContaining({ day: '2026-11-27', document: 'example', language: 'kk', views: expect.any(Number) }),
    ]);
    expect(rowsOf(collected)[0]?.views).toBeGreaterThan(0);
  });

  it('counts an address that a page has left for the page', async () => {
    const collected = await collect(collector, [fileOf(text.replaceAll(address, '/kk/news/2026/11/old-example/'))]);
    expect(rowsOf(collected)).toEqual(rowsOf(await collect(collector, [fileOf(text)])));
  });

  it('tells an address that belongs to no release, without what terminals or browsers would act upon', async () => {
    const hostile = text.replaceAll(address, '/kk/news/2026/11/\u001b[31m<img src=x>/');
    const collected = await collect(collector, [fileOf(hostile)]);
    expect(rowsOf(collected)).toEqual([]);
    const told = JSON.stringify([collected.unknown, collected.faults]);
    expect(told).not.toContain('\\u001b');
    expect(collected.unknownCount + collected.faultCount).toBe(1);
  });

  it('counts the rest where a line is broken, and tells its place', async () => {
    const broken = text.replace(lineOf(text), `${lineOf(text)}\n\u0000\u0001 broken "\n`);
    const collected = await collect(collector, [fileOf(broken)]);
    expect(rowsOf(collected)).toEqual(rowsOf(await collect(collector, [fileOf(text)])));
    const line = text.trimEnd().split('\n').length + 1;
    expect(collected.faults).toEqual([{ file: path.join(folder, 'file'), line, message: expect.any(String) }]);
    expect(collected.days[0]?.leftOut).toMatchObject({ malformed: 1 });
  });

  it('goes on after a line of a megabyte', async () => {
    const long = text.replace(lineOf(text), `${'x'.repeat(2 ** 20)}\n${lineOf(text)}\n`);
    const collected = await collect(collector, [fileOf(long)]);
    expect(rowsOf(collected)).toEqual(rowsOf(await collect(collector, [fileOf(text)])));
    expect(collected.faultCount).toBe(1);
  });

  it('does not count what has not come yet', async () => {
    const collected = await collect(collector, [fileOf(inFuture(text))]);
    expect(rowsOf(collected)).toEqual([]);
    expect(collected.faultCount).toBe(1);
  });

  it('reads the other files where one is of another encoding, or no text at all', async () => {
    const utf16 = fileOf(Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf16');
    const collected = await collect(collector, [utf16, fileOf(text)]);
    expect(rowsOf(collected)).toEqual(rowsOf(await collect(collector, [fileOf(text)])));
    expect(collected.faultCount).toBeGreaterThan(0);
    expect(new Set(collected.faults.map(({ file }) => file))).toEqual(new Set([utf16]));
  });

  it('tells the CMS of a day the same numbers when a file is read again, or has nothing new', async () => {
    const first = await collect(collector, [fileOf(text)], false);
    for (const { day } of first.days) first.noteTold([day]);
    const again = await collect(collector, [fileOf(text, 'copy')], false);
    const known = new Map(rowsOf(first).map((row) => [JSON.stringify(row), row]));
    expect(rowsOf(again).filter((row) => !known.has(JSON.stringify(row)))).toEqual([]);
  });

  it('says which file there is not', async () => {
    await expect(collect(collector, [path.join(folder, 'nothing')])).rejects.toThrow(/There is no file .*nothing/);
  });

  it('keeps nothing of a trial', async () => {
    const file = fileOf(text);
    await collect(collector, [file]);
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
