import { expect, test } from 'vitest';
import { noAlternates } from '../src/views/alternates.ts';
import { readersPage } from '../src/views/page.ts';
import { Ledger } from './ledger.ts';

/** A ledger of pages that name others, and read this and that. */
function ledgerOf(pages: Record<string, { links?: string[]; reads?: string[] }>): { ledger: Ledger; ids: Map<string, number> } {
  const ledger = new Ledger(':memory:');
  const ids = new Map<string, number>();
  for (const [path, { links = [], reads = [] }] of Object.entries(pages)) {
    const id = ledger.list('site', readersPage('static-page', path, noAlternates));
    ids.set(path, id);
    ledger.note(id, { digest: 'd', sha256: 's', links, reads });
  }
  ledger.fill();
  return { ledger, ids };
}

test('tells which pages name what went, be it one path or many', () => {
  const { ledger } = ledgerOf({
    '/a/': { links: ['/x/', '/y/', '/media/one.webp'] },
    '/b/': { links: ['/y/', '/yy/'] },
    '/c/': {},
  });
  expect([...ledger.pagesNaming(['/y/'])]).toEqual([['/y/', ['/a/', '/b/']]]);
  expect(Object.fromEntries(ledger.pagesNaming(['/x/', '/yy/', '/nobody/']))).toEqual({ '/x/': ['/a/'], '/yy/': ['/b/'] });
  expect([...ledger.pagesNaming(['/nobody/'])]).toEqual([]);
  expect(ledger.media()).toEqual(['/media/one.webp']);
});

test('finds those who read what was touched, also by a stretch of time', () => {
  const { ledger, ids } = ledgerOf({
    '/a/': { reads: ['day', 'about event e kk\t2024-01-01\t2024-02-01'] },
    '/b/': { reads: ['about event e kk'] },
    '/c/': { reads: ['about event e kk\t2024-02-01\t2024-03-01'] },
  });
  const readers = (key: string, at = '') => {
    const found = ledger.readersOf([{ key, at }]);
    return found === 'all' ? found : [...ids].flatMap(([path, id]) => (found.has(id) ? [path] : []));
  };
  expect(readers('day')).toEqual(['/a/']);
  expect(readers('about event e kk', '2024-01-31')).toEqual(['/a/', '/b/']);
  expect(readers('about event e kk', '2024-02-01')).toEqual(['/b/', '/c/']);
  expect(readers('about event e kk', '2023-12-31')).toEqual(['/b/']);
  expect(readers('nothing')).toEqual([]);
  expect(readers('all')).toBe('all');
});

test('does not say page by page who read what nearly all read as a whole', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 300 }, (_, number) => [`/${number}/`, { reads: ['frame', `path /${number}/`] }]),
  );
  const { ledger, ids } = ledgerOf(pages);
  expect(ledger.readersOf([{ key: 'frame', at: '' }])).toBe('all');
  expect(ledger.readersOf([{ key: 'path /7/', at: '' }])).toEqual(new Set([ids.get('/7/')]));
});
