import { describe, expect, test } from 'vitest';
import { redirects } from '../../test/hostile-content.ts';
import { settle } from './redirects.ts';

const pages = new Set(['/', '/kk/', '/kk/news/', '/ru/news/']);
const settled = settle(redirects, (path) => pages.has(path));

describe('redirects', () => {
  test('lead to the end of a chain at once', () => {
    expect(settled.byPath.get('/ru/old/')).toEqual({ kind: 'moved', from: '/ru/old/', to: '/ru/news/' });
  });

  test('say that a page was removed, where it was, and where the way leads nowhere', () => {
    expect(settled.byPath.get('/kk/removed/')?.kind).toBe('gone');
    expect(settled.byPath.get('/en/nowhere/')?.kind).toBe('gone');
    expect(settled.warnings).toContainEqual(
      expect.stringContaining('from /en/nowhere/ leads to /en/none/, where there is no page'),
    );
  });

  test('that lead in a circle are left out, and told', () => {
    expect(settled.byPath.has('/kk/circle/')).toBe(false);
    expect(settled.byPath.has('/kk/round/')).toBe(false);
    expect(settled.warnings.filter((warning) => warning.includes('circle, by'))).toHaveLength(2);
  });

  test('give way to a page that stands at their address', () => {
    expect(settled.byPath.has('/kk/news/')).toBe(false);
    expect(settled.warnings).toContain('The redirect from /kk/news/ is left out: a page is there.');
  });

  test('are few: without any, no page is asked for', () => {
    const none = settle([], () => {
      throw new Error('asked');
    });
    expect(none.byPath.size).toBe(0);
  });
});
