import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { ChangeLog } from '../../test/change-log.ts';
import { contentOf } from '../../test/content-of.ts';
import { newFolder, readSnapshot } from '../../test/feed-file.ts';
import { release, settings } from '../../test/newsroom.ts';
import { runNode } from '../../test/run-command.ts';
import { takeInFeed } from './take-in-feed.ts';

/** The snapshot of a machine on which a take-in was killed while it wrote, and what it held before. */
async function killedWhileWriting() {
  const log = new ChangeLog();
  log.write(...settings(), ...Array.from({ length: 20 }, (_, index) => release(`r${index}`, { body: 'Text. '.repeat(2000) })));
  const snapshot = join(newFolder(), 'snapshot.sqlite');
  const take = (feed: string) => takeInFeed({ feed, snapshot, asOf: '2024-06-03', acceptLoss: false });
  await take(log.whole());
  const before = contentOf(snapshot);
  const writing = new Sqlite(snapshot);
  writing.pragma('cache_size = 1'); // so that the file itself is written to before the end
  writing.exec("BEGIN IMMEDIATE; UPDATE documents SET data = replace(data, 'Text', 'Half'); DELETE FROM addresses");
  const killed = join(newFolder(), 'snapshot.sqlite');
  for (const end of ['', '-journal']) cpSync(`${snapshot}${end}`, `${killed}${end}`);
  writing.close();
  return { log, killed, before };
}

describe('a snapshot that was being written when its writer was killed', () => {
  let left: Awaited<ReturnType<typeof killedWhileWriting>>;
  beforeEach(async () => {
    left = await killedWhileWriting();
  });

  test('is at the state before: its state can be asked', async () => {
    const { stdout } = await runNode(['src/content/state.ts', '--snapshot', left.killed]);
    expect(JSON.parse(stdout)).toMatchObject({ epoch: 'test', seq: left.log.head });
    expect(contentOf(left.killed)).toEqual(left.before);
  });

  test('can be drawn from', () => {
    const content = readSnapshot(left.killed);
    expect(content.withText({ id: 'r1', language: 'en' })?.data.body).toMatch(/^Text/);
    content.close();
  });

  test('takes the next difference in', async () => {
    const since = left.log.head;
    left.log.write(release('r1', { title: 'Again' }));
    const request = { feed: left.log.difference(since), snapshot: left.killed, asOf: '2024-06-03', acceptLoss: false };
    expect(await takeInFeed(request)).toMatchObject({ seq: since + 1, releases: 20 });
    const content = readSnapshot(left.killed);
    expect(content.withText({ id: 'r1', language: 'en' })?.data).toMatchObject({
      title: 'Again',
      body: expect.stringMatching(/^Text/),
    });
    content.close();
  });
});
