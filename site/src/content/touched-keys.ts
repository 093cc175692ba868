import { isDirectoryType } from '@newsroom/shared/directory';
import type { FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { StaticPage } from '@newsroom/shared/static-page';
import type { Database } from 'better-sqlite3';
import type { Derivation } from './derivation.ts';
import type { DocumentRows } from './derived-rows.ts';
import { documentName } from './document-name.ts';
import { readKeys } from './read-keys.ts';
import type { DocumentKey } from './shown-documents.ts';
import type { Touched } from './touched.ts';
import type { VersionChange, VersionState, Versions } from './versions.ts';

/** A document that may be another than before: its versions that are, and all its rows. */
interface Difference {
  key: DocumentKey;
  changes: readonly VersionChange[];
  before: DocumentRows;
  after: DocumentRows;
}

/** What is another since the versions and the derivation began to follow what changes. */
export function touchedKeys(database: Database, versions: Versions, derivation: Derivation): Touched[] {
  if (derivation.anew) return [named(readKeys.all)];
  const changes = Map.groupBy(versions.changes(), ({ key }) => documentName(key));
  const all = derivation.derived();
  const byDocument = all.flatMap((derived) => {
    const difference = { ...derived, changes: changes.get(documentName(derived.key)) ?? [] };
    return [...ofDocument(difference), ...ofType[derived.key.type](difference, versions), ...ofMedia(difference)];
  });
  return [...byDocument, ...ofMonths(database, all)];
}

const nothing = () => [];

/** What else than the document itself is another, by its type. */
const ofType: Record<FeedType, (difference: Difference, versions: Versions) => Touched[]> = {
  'press-release': ofRelease,
  event: nothing,
  delegation: nothing,
  'observer-organisation': nothing,
  page: ofPage,
  accreditation: ofAccreditation,
  'site-settings': ofSettings,
  redirect: ifChanged(readKeys.redirects),
  'daily-metrics': ofMetrics,
  'outside-list': ifChanged(readKeys.outsideLists),
  'popular-choices': ifChanged(readKeys.popularChoices),
};

function ifChanged(key: string) {
  return ({ changes }: Difference) => (changes.length > 0 ? [named(key)] : []);
}

/** Nobody asks for a day's metrics by its document, and a night brings thousands. */
function ofDocument({ key: { type, id }, changes, before, after }: Difference): Touched[] {
  if (type === 'daily-metrics' || (changes.length === 0 && isEqual(before.addresses, after.addresses))) return [];
  return [named(readKeys.document(type, id)), ...(isDirectoryType(type) ? [named(readKeys.directory(type))] : [])];
}

/** A release as it stands, or stood, in a language. */
interface ReleaseSide {
  release: DocumentRows['releases'][number];
  relations: DocumentRows['relations'];
}

/** A release is another in every language in which it has, or had, a page whose text or place is another. */
function ofRelease({ key: { id }, changes, before, after }: Difference): Touched[] {
  const changed = new Set(changes.map(({ key }) => key.language));
  const rows = [before, after].flatMap((side) =>
    side.releases.map(
      (release): ReleaseSide => ({
        release,
        relations: side.relations.filter(({ language }) => language === release.language),
      }),
    ),
  );
  const byLanguage = [...Map.groupBy(rows, ({ release }) => release.language).values()];
  const others = byLanguage.filter(
    (sides) =>
      sides.length === 1 || !isEqual(sides[0], sides[1]) || sides.some(({ release }) => changed.has(release.text_language)),
  );
  return others.flatMap((sides) => [
    ...sides.slice(0, 1).map(({ release }) => named(readKeys.release(id, release.language))),
    ...ofSides(sides),
  ]);
}

/** What is another of a release in a language: what lists say of it always, where it stands in them seldom. */
function ofSides(sides: readonly ReleaseSide[]): Touched[] {
  const [first, second] = sides;
  const moved = second === undefined || !isEqual(first && placeOf(first), placeOf(second));
  const pointsElsewhere = moved || !isEqual(first && targetsOf(first), targetsOf(second));
  return sides.flatMap(({ release: { language, month, released_at: at, corrected }, relations }) => {
    const lists = [readKeys.releases(language), readKeys.month(language, month)];
    const about = relations
      .filter(({ type }) => isDirectoryType(type))
      .map(({ type, target }) => readKeys.about(type, target, language));
    return [
      ...[...lists, ...about].map((key) => named(readKeys.changed(key))),
      ...(corrected ? [named(readKeys.corrections(language))] : []),
      ...(moved ? lists.map(named) : []),
      ...(pointsElsewhere ? about.map((key) => ({ key, at })) : []),
    ];
  });
}

function targetsOf({ relations }: ReleaseSide) {
  return relations.map(({ type, target, position }) => ({ type, target, position }));
}

/** All by which lists place a release. */
function placeOf({ release: { text_language, month, released_at, withdrawn } }: ReleaseSide) {
  return { text_language, month, released_at, withdrawn };
}

/** The navigation shows of a page its title and where it is. */
function ofPage({ key, changes, before, after }: Difference, versions: Versions): Touched[] {
  const now = (language: Language) => versions.shown({ ...key, language });
  const then = (language: Language) => {
    const change = changes.find((each) => each.key.language === language);
    return change === undefined ? now(language) : change.before;
  };
  return isEqual(inNavigation(before, then), inNavigation(after, now)) ? [] : [named(readKeys.frame)];
}

function inNavigation({ addresses }: DocumentRows, versionIn: (language: Language) => VersionState | undefined) {
  return addresses.flatMap((address) => {
    const data = versionIn(address.text_language)?.data;
    if (data == null) return [];
    const { title, place, order }: StaticPage = JSON.parse(data); // it was shown, so that it kept its contract
    return place === 'none' ? [] : [{ ...address, title, place, order }];
  });
}

/** Popular lists alone show what is said of them; every page stands in a frame of all else. */
function ofSettings({ changes }: Difference): Touched[] {
  const sides = changes.map(({ before, after }) => [before, after].map(partsOfSettings));
  return [
    ...(sides.some(([before, after]) => !isEqual(before?.frame, after?.frame)) ? [named(readKeys.frame)] : []),
    ...(sides.some(([before, after]) => !isEqual(before?.popular, after?.popular)) ? [named(readKeys.popularSettings)] : []),
  ];
}

function partsOfSettings(state: VersionState | undefined) {
  if (state?.data == null) return undefined;
  const { popular, ...frame }: SiteSettings = JSON.parse(state.data); // it was shown, so that it kept its contract
  return { popular, frame };
}

/** An identifier of metrics ends with their day. */
function ofMetrics({ key: { id }, changes }: Difference): Touched[] {
  const day = id.slice(id.indexOf('@') + 1);
  return changes.length === 0 ? [] : [named(readKeys.metrics), named(readKeys.countedDay(day))];
}

function ofAccreditation({ changes, before, after }: Difference): Touched[] {
  if (changes.length === 0) return [];
  return [...before.accreditations, ...after.accreditations].flatMap(({ event, delegation, organisation }) => [
    named(readKeys.accredited('event', event)),
    ...(delegation === null ? [] : [named(readKeys.accredited('delegation', delegation))]),
    ...(organisation === null ? [] : [named(readKeys.accredited('observer-organisation', organisation))]),
  ]);
}

function ofMedia({ before, after }: Difference): Touched[] {
  const uses = [...before.media, ...after.media];
  const others = [...Map.groupBy(uses, (use) => JSON.stringify(use)).values()].filter((same) => same.length === 1);
  return others.flat().map(({ sha256 }) => named(readKeys.media(sha256)));
}

/** The months that have a list now and had none, or the other way round: they have one while a release is in it. */
function ofMonths(database: Database, derived: readonly Pick<Difference, 'before' | 'after'>[]): Touched[] {
  const listed = derived.flatMap(({ before, after }) => [
    ...before.releases.map((release) => ({ ...release, by: -1 })),
    ...after.releases.map((release) => ({ ...release, by: 1 })),
  ]);
  const months = Map.groupBy(
    listed.filter(({ withdrawn }) => withdrawn === 0),
    ({ language, month }) => readKeys.hasMonth(language, month),
  );
  const count = database
    .prepare<[string, string], number>('SELECT count(*) FROM releases WHERE month = ? AND language = ? AND NOT withdrawn')
    .pluck();
  return [...months].flatMap(([key, releases]) => {
    const more = releases.reduce((sum, { by }) => sum + by, 0);
    const now = releases.slice(0, 1).reduce((_, { month, language }) => count.get(month, language) ?? 0, 0);
    return now > 0 === now - more > 0 ? [] : [named(key)];
  });
}

function named(key: string): Touched {
  return { key, at: '' };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
