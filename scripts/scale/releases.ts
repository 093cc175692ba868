import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import { addDays, localMonth } from '@newsroom/shared/local-time';
import { mediaReference, type Picture } from '@newsroom/shared/media';
import { type PressRelease, releaseKinds } from '@newsroom/shared/press-release';
import { numberSlug, slugify } from '@newsroom/shared/slug';
import type { Directory } from './directory.ts';
import { entry, type Unnumbered } from './document.ts';
import type { makeOriginals } from './originals.ts';
import { article, sentence } from './prose.ts';
import type { Random } from './random.ts';

/** Over how many days before the last one the releases are spread. */
const years = 5 * 365;

/** Press releases, oldest first, each in the languages into which somebody translated it. */
export function makeReleases(
  random: Random,
  { count, translated, lastDay }: { count: number; translated: 'all' | 'most'; lastDay: string },
  directory: Directory,
  originals: ReturnType<typeof makeOriginals>,
): { ids: { id: string; languages: Language[] }[]; entries: Unnumbered[] } {
  const entries: Unnumbered[] = [];
  const ids: { id: string; languages: Language[] }[] = [];
  const width = String(count).length;
  for (let index = 0; index < count; index += 1) {
    const id = `release${String(index).padStart(width, '0')}`;
    const day = addDays(lastDay, -Math.floor(((count - 1 - index) * years) / count));
    const releasedAt = `${day}T${String(3 + random.below(10)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}:00.000Z`;
    const shared = {
      kind: random.pick(releaseKinds),
      releasedAt,
      publicSince: releasedAt,
      addressMonth: localMonth(releasedAt),
      event: random.chance(60) ? random.pick(directory.events).id : null,
      delegations: random.some(directory.delegations, 1 + random.below(4)),
      observerOrganisations: random.some(directory.organisations, random.below(4)),
      related: random.chance(20) ? random.some(ids.slice(-50), 2).map((release) => release.id) : [],
    };
    const written = translated === 'all' ? languages : someLanguages(random);
    for (const language of written)
      entries.push(
        entry('press-release', id, language, releasedAt, {
          ...shared,
          ...makeText(random, language, index, originals, releasedAt),
        }),
      );
    ids.push({ id, languages: [...written] });
  }
  return { ids, entries };
}

function someLanguages(random: Random): Language[] {
  const written = languages.filter((language) => !random.chance(language === 'en' ? 15 : 5));
  return written.length > 0 ? written : [defaultLanguage];
}

type Text = Omit<
  PressRelease,
  'kind' | 'releasedAt' | 'publicSince' | 'addressMonth' | 'event' | 'delegations' | 'observerOrganisations' | 'related'
>;

function makeText(
  random: Random,
  language: Language,
  index: number,
  { pictures, document }: ReturnType<typeof makeOriginals>,
  at: string,
): Text {
  const title = sentence(random, language, 5 + random.below(6));
  const picture = (): Picture => ({
    file: random.pick(pictures).file as Picture['file'], // PNG with dimensions, as `makeOriginals` makes them
    alternativeText: sentence(random, language, 5),
    caption: random.chance(50) ? sentence(random, language, 6) : null,
    credit: random.chance(50) ? sentence(random, language, 2) : null,
  });
  const embedded = random.chance(5) ? [random.pick(pictures).file] : [];
  const body = article(random, language);
  return {
    title,
    slug: numberSlug(slugify(title), index),
    summary: random.chance(80) ? `${sentence(random, language, 14)}.` : null,
    body: embedded.reduce((text, { sha256 }) => `${text}\n\n![${title}](${mediaReference(sha256)})`, body),
    embedded,
    cover: random.chance(20) ? picture() : null,
    gallery: random.chance(5) ? [picture(), picture()] : [],
    attachments: random.chance(10)
      ? [{ file: document.file, title: random.chance(50) ? sentence(random, language, 3) : null }]
      : [],
    corrections: random.chance(4)
      ? [{ at, kind: random.pick(['minor', 'major']), text: `${sentence(random, language, 8)}.` }]
      : [],
    notice: random.chance(2)
      ? { kind: random.pick(['corrected', 'withdrawn']), reason: `${sentence(random, language, 8)}.` }
      : null,
  };
}
