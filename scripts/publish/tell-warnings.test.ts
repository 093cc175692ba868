import { afterEach, expect, it, vi } from 'vitest';
import { tellWarnings } from './tell-warnings.ts';

afterEach(() => vi.restoreAllMocks());

function told(log: string): string[] {
  const lines = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  tellWarnings(log, 'var/logs/site-draw.log');
  return lines.mock.calls.map(([line]) => String(line));
}

it('what was left out is told, and nothing else of the log', () => {
  expect(told('500 of 600 pages\nWarning: The redirect from /kk/ is left out.\n600 pages\n')).toEqual([
    '  Warning: The redirect from /kk/ is left out.',
  ]);
});

it('of very many warnings ten are told, and where the others are', () => {
  const lines = told('Warning: x\n'.repeat(500));
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe('  … and 490 warnings more, in var/logs/site-draw.log');
});
