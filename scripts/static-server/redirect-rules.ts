import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What is answered at an address that a page has left. */
export interface RedirectRule {
  to: string;
  status: 301 | 410;
}

/**
 * The rule for an address in the site's file `_redirects`, one of which stands on a line: from, to, status. The file
 * is read at every request, as all others are, so that a new site holds at once.
 *
 * @param pathname with or without the slash at its end
 */
export function redirectRule(folder: string, pathname: string): RedirectRule | undefined {
  const wanted = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const line = rulesOf(folder).find((rule) => rule.startsWith(`${wanted} `));
  const [, to, status] = line?.split(' ') ?? [];
  if (to === undefined || (status !== '301' && status !== '410')) return undefined;
  return { to, status: status === '301' ? 301 : 410 };
}

function rulesOf(folder: string): string[] {
  try {
    return readFileSync(path.join(folder, '_redirects'), 'utf8').split('\n');
  } catch {
    return []; // a site without redirects has no such file
  }
}
