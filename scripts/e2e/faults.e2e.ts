import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');

/** What the first rounds of this seed do. The long run is `npm run check:faults -- --rounds 300`. The time is for a busy machine. */
const faults = [
  'publisher killed: Drawing the pages',
  'publisher killed: Putting the edition live',
  "the publisher's child killed: Taking it in",
  'CMS killed: while an editor acts',
  'both killed: at any time',
];
const options = ['--seed', '7605', '--acts', '20', '--rounds', '5'];

it('readers have exactly what is published, whatever is killed while an editor works', { timeout: 3_600_000 }, async () => {
  const harness = spawn(process.execPath, [path.join(repository, 'scripts/faults/check-faults.ts'), ...options], {
    cwd: repository,
  });
  const ended = new Promise<number | null>((resolve) => harness.on('close', resolve));
  const [told, complaints] = await Promise.all([text(harness.stdout), text(harness.stderr)]);
  expect(await ended, `${told}\n${complaints}`).toBe(0);
  for (const fault of faults) expect(told).toContain(`/5 ${fault}`);
  expect(told).toContain('Nothing was lost, nothing half new');
});
