import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');

/**
 * The first rounds of this seed kill the CMS while an editor acts, the publisher while it draws, while it puts an edition
 * live, and by a program that it started, and both at once. The long run is `npm run check:faults -- --rounds 300`.
 */
const options = ['--seed', '1790', '--rounds', '5'];

it('readers have exactly what is published, whatever is killed while an editor works', { timeout: 900_000 }, async () => {
  const harness = spawn(process.execPath, [path.join(repository, 'scripts/faults/check-faults.ts'), ...options], {
    cwd: repository,
  });
  const ended = new Promise<number | null>((resolve) => harness.on('close', resolve));
  const [told, faults] = await Promise.all([text(harness.stdout), text(harness.stderr)]);
  expect(await ended, `${told}\n${faults}`).toBe(0);
  expect(told).toContain('Nothing was lost, nothing half new');
});
