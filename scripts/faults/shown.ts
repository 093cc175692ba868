import type { Edition } from '@newsroom/shared/edition';
import { releasePath } from '@newsroom/shared/permalink';
import { type Entry, readChanges } from './feed.ts';
import type { Findings } from './findings.ts';
import type { Newsroom } from './newsroom.ts';

/** Where the editor's dead links lead. */
export const nowhere = '/ru/pages/nowhere/';

/**
 * Looks whether readers get every release that is published; where it has a dead link, whether the edition says that it
 * is held, and whether readers get the good version that it names instead.
 *
 * @param entries what is published
 */
export async function checkShown(newsroom: Newsroom, live: Edition, entries: Entry[], findings: Findings): Promise<void> {
  const releases = entries.filter(({ type }) => type === 'press-release');
  checkHeld(live, releases.filter(isFaulty), findings);
  for (const release of releases) await findOn(newsroom, release, !isFaulty(release), findings);

  const named = live.held.flatMap(({ good }) => good ?? []);
  const goods = await readChanges(newsroom, live.epoch, named);
  for (const { type, id, language, good } of live.held) {
    if (good === null) continue;
    const shown = goods.find((row) => row.seq === good && row.type === type && row.id === id && row.language === language);
    if (shown?.data && !isFaulty(shown)) await findOn(newsroom, shown, true, findings);
    else
      findings.add('unseen', `edition ${live.generation} shows change ${good}, which is no good version of ${id} (${language})`);
  }
}

/** An edition names the first of what it holds, and counts all. */
function checkHeld({ generation, held, heldCount }: Edition, due: Entry[], findings: Findings): void {
  const nameOf = ({ type, id, language, seq }: Pick<Entry, 'type' | 'id' | 'language' | 'seq'>) =>
    `${type} ${id} (${language}) of ${seq}`;
  const wanted = new Set(due.map(nameOf));
  if (heldCount !== wanted.size || held.some((version) => !wanted.has(nameOf(version))))
    findings.add(
      'unseen',
      `edition ${generation} holds ${heldCount}: ${held.map(nameOf).join(', ')}; it should hold: ${[...wanted].join(', ')}`,
    );
}

/** Whether readers would find a dead link: of what is withdrawn they get the reason, and not the text. */
function isFaulty({ data }: Entry): boolean {
  return data?.body?.includes(nowhere) === true && data.notice?.kind !== 'withdrawn';
}

/** Looks whether a version's words stand at its address, as they must or must not. */
async function findOn(newsroom: Newsroom, { language, data }: Entry, isDue: boolean, findings: Findings): Promise<void> {
  if (language === null || !data?.title) return;
  const address = releasePath(language, data.addressMonth ?? '', data.slug ?? '');
  const page = await fetch(`${newsroom.site}${address}`, { redirect: 'manual' });
  // "f1 № 40" is not said by "f1 № 401".
  const isThere = page.status === 200 && new RegExp(`${data.title}(?!\\d)`).test(await page.text());
  if (isThere !== isDue) findings.add('unseen', `${address}: ${page.status}, ${isDue ? 'not' : 'and'} "${data.title}"`);
}
