import type { Unnumbered } from '../scale/document.ts';

/** The Kazakh text of the newest release with a sentence more than before: one edit, another one each turn. */
export function editedRelease(entries: readonly Unnumbered[], turn: number): Unnumbered {
  const newest = entries.findLast(({ type, language }) => type === 'press-release' && language === 'kk');
  if (newest?.type !== 'press-release') throw new Error('There is no release to edit.');
  const at = new Date(Date.parse(newest.at) + turn * 60_000).toISOString();
  return { ...newest, at, data: { ...newest.data, body: `${newest.data.body}\n\nEdit ${turn}.` } };
}
