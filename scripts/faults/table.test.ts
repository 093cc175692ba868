import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
const rows = readFileSync(path.join(repository, 'docs/023-faults.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 5 && cells[1] !== 'fault' && !cells[1]?.startsWith('---'))
  .map(([, fault = '', , test = '']) => ({ fault, test }));

describe('the table of faults', () => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows)('$fault: names a test that exists', ({ test }) => {
    const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
    expect(existsSync(path.join(repository, file)), `"${file}" in "${test}"`).toBe(true);
    expect(readFileSync(path.join(repository, file), 'utf8').includes(`'${title}`), `a test "${title} …" in ${file}`).toBe(true);
  });
});
