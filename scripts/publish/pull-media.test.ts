import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-media-'));
process.env.NEWSROOM_VAR = path.join(folder, 'var');
vi.resetModules();
const { describeMissing, mediaOfCms, mediaOfFolder, pullMedia } = await import('./pull-media.ts');
const originals = path.join(folder, 'var', 'site', 'media', 'originals');

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const [one, two, empty, cut] = [digestOf('one'), digestOf('two'), digestOf(''), digestOf('cut')];
/** Files that the CMS answers for with a status. */
const refused = new Map([
  ['1'.repeat(64), 401],
  ['5'.repeat(64), 500],
]);

/** A feed whose release has these files attached. */
function feedNaming(...digests: string[]): string {
  const attachments = digests.map((sha256) => ({ file: { sha256, name: 'a.pdf' }, title: null }));
  const file = path.join(folder, 'feed.ndjson');
  const entry = { type: 'press-release', id: 'abc', language: 'ru', data: { attachments } };
  writeFileSync(file, `{"feed":"newsroom"}\n${JSON.stringify(entry)}\n{"sha256" torn`);
  return file;
}

let asked: string[] = [];
let server: Server;
beforeEach(async () => {
  asked = [];
  const files: Record<string, string> = { [one]: 'one', [two]: 'not two', [empty]: '' };
  server = createServer((request, response) => {
    const sha256 = request.url?.split('/').at(-1) ?? '';
    asked.push(`${request.headers.authorization} ${request.url}`);
    const text = files[sha256];
    const status = refused.get(sha256);
    if (status !== undefined) return void response.writeHead(status).end();
    if (sha256 === cut) return void response.writeHead(200, { 'content-length': 9 }).write('one', () => response.destroy());
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  process.env.NEWSROOM_CMS_ORIGIN = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  process.env.NEWSROOM_FEED_TOKEN = 'feed-token';
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

describe('the files that a feed names', () => {
  it('are fetched from the CMS by the token of the feed, an empty one, too, and only once', async () => {
    await pullMedia(feedNaming(one, one, empty), mediaOfCms());
    expect(readdirSync(originals).sort()).toEqual([one, empty].sort());
    expect(readFileSync(path.join(originals, one), 'utf8')).toBe('one');
    expect(asked.sort()).toEqual([one, empty].sort().map((sha256) => `Bearer feed-token /api/newsroom/media/${sha256}`));
    await pullMedia(feedNaming(one, empty), mediaOfCms());
    expect(asked).toHaveLength(2);
  });

  it('are missing where their bytes are others, and nothing is left of them', async () => {
    const [missing] = await pullMedia(feedNaming(two), mediaOfCms());
    expect(missing && describeMissing(missing)).toBe(
      'The file of the field "attachments.0.file" of press-release abc, in ru cannot be had: its bytes are not those that were published; they were altered on the way.',
    );
    expect(readdirSync(originals)).toEqual([]);
  });

  it('that the CMS does not have are named with their document, and the others come all the same', async () => {
    const missing = await pullMedia(feedNaming('0'.repeat(64), one), mediaOfCms());
    expect(missing.map(describeMissing)).toEqual([
      expect.stringMatching(/press-release abc, in ru cannot be had: the CMS does not have it\. Upload it again/),
    ]);
    expect(readdirSync(originals)).toEqual([one]);
  });

  it('that the CMS does not hand out are its fault, and no document is held for that', async () => {
    const [unknown, broken] = [...refused.keys()];
    await expect(pullMedia(feedNaming(unknown ?? ''), mediaOfCms())).rejects.toThrow(
      /refuses the token\. NEWSROOM_FEED_TOKEN in \.env must/,
    );
    await expect(pullMedia(feedNaming(broken ?? ''), mediaOfCms())).rejects.toThrow(/status 500\. Its log is/);
    await expect(pullMedia(feedNaming(cut), mediaOfCms())).rejects.toMatchObject({
      why: 'cms',
      message: expect.stringMatching(/broke off \(.*\)\. The site stays as it was; try again\./),
    });
    expect(readdirSync(originals)).toEqual([]);
  });

  it('come from a folder for a feed that is a file, and without one it is said how to give one', async () => {
    writeFileSync(path.join(folder, one), 'one');
    expect(await pullMedia(feedNaming(one), mediaOfFolder(undefined))).toEqual([
      expect.objectContaining({ sha256: one, why: expect.stringContaining('--media FOLDER') }),
    ]);
    await pullMedia(feedNaming(one), mediaOfFolder(folder));
    expect(readFileSync(path.join(originals, one), 'utf8')).toBe('one');
  });

  it('never lead out of the folder of originals', async () => {
    await pullMedia(feedNaming('../../../etc/passwd'), mediaOfCms());
    expect(asked).toEqual([]);
  });
});
