import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CmsWithRest, startCmsWithRest } from '../bench/cms/cms-with-rest.ts';
import { Edits } from '../bench/cms/edits.ts';
import { loadNewsroom } from '../bench/cms/loaded-newsroom.ts';
import { headOf, readFeed, readRest } from '../bench/cms/read-all.ts';
import { makeWorkload } from '../bench/workload.ts';
import { adminOf } from '../faults/admin.ts';
import type { RestingNewsroom } from '../faults/newsroom.ts';

const workload = makeWorkload(300, 9);
const documents = workload.entries.filter(
  ({ type }) => !['site-settings', 'daily-metrics', 'outside-list'].includes(type),
).length;

let newsroom: RestingNewsroom;
let cms: CmsWithRest;
beforeAll(async () => {
  newsroom = await loadNewsroom(workload, '--compare'); // it fails where the log is not what was stored
  cms = await startCmsWithRest(newsroom);
});
afterAll(async () => {
  await cms?.end();
  await newsroom?.remove();
});

it('an archive that was loaded is given whole, by the feed and by REST', async () => {
  expect(await readFeed(cms.origin, newsroom.token)).toBe(documents);
  expect(await readRest(cms.origin, cms.restToken)).toBe(documents);
});

it('what an editor publishes in it is the difference, and nothing else', async () => {
  const before = await headOf(cms.origin, newsroom.token);
  const edits = new Edits(adminOf({ cms: cms.origin, login: newsroom.login }), workload.entries);
  for (let turn = 1; turn <= 3; turn += 1) await edits.publish(turn);
  const after = await headOf(cms.origin, newsroom.token);
  expect(after.seq).toBe(before.seq + 3); // the start found nothing to repair
  expect(await readFeed(cms.origin, newsroom.token, before)).toBe(3);
});
