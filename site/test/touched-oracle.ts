import { directoryTypes, isDirectoryType } from '@newsroom/shared/directory';
import { readKeys } from '../src/content/read-keys.ts';
import type { Row, Rows } from './snapshot-rows.ts';

/**
 * What has to be noted as another between two states of a snapshot, by comparing all that could be read under each
 * name: slow, and without a thought of how the one state came from the other. Where a name says when, `@` and the
 * instant follow it.
 */
export function whatDiffers(before: Rows, after: Rows): Set<string> {
  return new Set([
    ...others(before, after, documentsAndAddresses),
    ...others(before, after, releases),
    ...others(before, after, singleThings),
    ...months(before, after),
    ...(before.meta[0]?.as_of === after.meta[0]?.as_of ? [] : [readKeys.day]),
  ]);
}

/** Something that is read under a name. */
type Read = readonly [key: string, what: unknown];

/** The names under which something else is read now. */
function others(before: Rows, after: Rows, read: (rows: Rows) => Read[]): string[] {
  const [was, is] = [before, after].map((rows) => {
    const byKey = Map.groupBy(read(rows), ([key]) => key);
    return new Map([...byKey].map(([key, all]) => [key, JSON.stringify(all.map(([, what]) => JSON.stringify(what)).sort())]));
  });
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].filter((key) => was?.get(key) !== is?.get(key));
}

function documentsAndAddresses({ documents, addresses }: Rows): Read[] {
  return [...documents, ...addresses]
    .filter(({ type }) => type !== 'daily-metrics')
    .flatMap((row): Read[] => {
      const type = String(row.type);
      const key = readKeys.document(type, String(row.id));
      return [[key, row], ...(isDirectoryType(type) ? [[readKeys.directory(type), row] as const] : [])];
    });
}

/** The releases of a language, each with its text and what it points to; so, too, those of a month, and about a subject. */
function releases({ releases, relations, documents }: Rows): Read[] {
  return releases.flatMap((release): Read[] => {
    const language = release.language as 'kk';
    const text = documents.find(
      (row) => row.type === 'press-release' && row.id === release.id && row.language === release.text_language,
    );
    const related = relations.filter((row) => row.release === release.id && row.language === language);
    const whole = { release, text, related };
    const { id, text_language, month, released_at, withdrawn } = release;
    const targets = related.map(({ type, target, position }) => ({ type, target, position }));
    const place = { id, text_language, month, released_at, withdrawn };
    const lists = [readKeys.releases(language), readKeys.month(language, String(month))];
    const about = related
      .filter(({ type }) => isDirectoryType(String(type)))
      .map((row) => readKeys.about(String(row.type), String(row.target), language));
    return [
      [readKeys.release(String(id), language), whole],
      ...lists.map((key): Read => [key, place]),
      ...about.map((key): Read => [`${key}@${released_at}`, { place, targets }]),
      ...[...lists, ...about].map((key): Read => [readKeys.changed(key), whole]),
      ...(release.corrected ? [[readKeys.corrections(language), whole] as const] : []),
    ];
  });
}

const keyOfType: Record<string, string> = {
  redirect: readKeys.redirects,
  'outside-list': readKeys.outsideLists,
  'popular-choices': readKeys.popularChoices,
};

function singleThings({ documents, addresses, accreditations, media }: Rows): Read[] {
  const pages = addresses.filter(({ type }) => type === 'page').map((address) => ({ address, text: textOf(address, documents) }));
  return [
    ...documents.flatMap(settings),
    ...documents.flatMap(counted),
    ...documents.flatMap((row): Read[] => (keyOfType[String(row.type)] ? [[keyOfType[String(row.type)] ?? '', row]] : [])),
    ...pages.flatMap(({ address, text: { title, place, order } }): Read[] =>
      place === 'none' ? [] : [[readKeys.frame, { address, title, place, order }]],
    ),
    ...media.map((row): Read => [readKeys.media(String(row.sha256)), row]),
    ...accreditations.flatMap((row): Read[] => {
      const document = documents.find(({ type, id }) => type === 'accreditation' && id === row.id);
      const subjects = directoryTypes.map((type) => [type, row[type === 'observer-organisation' ? 'organisation' : type]]);
      return subjects.flatMap(([type, id]): Read[] =>
        id == null ? [] : [[readKeys.accredited(String(type), String(id)), document]],
      );
    }),
  ];
}

function settings({ type, language, data }: Row): Read[] {
  if (type !== 'site-settings') return [];
  const { popular, ...frame } = JSON.parse(String(data));
  return [
    [readKeys.frame, { language, frame }],
    [readKeys.popularSettings, { language, popular }],
  ];
}

function counted(row: Row): Read[] {
  if (row.type !== 'daily-metrics') return [];
  const { day } = JSON.parse(String(row.data));
  return [
    [readKeys.metrics, row],
    [readKeys.countedDay(day), row],
  ];
}

function textOf(address: Row, documents: readonly Row[]) {
  const document = documents.find(
    ({ type, id, language }) => type === 'page' && id === address.id && language === address.text_language,
  );
  return JSON.parse(String(document?.data));
}

function months(before: Rows, after: Rows): string[] {
  return others(before, after, ({ releases }) => {
    const listed = releases.filter(({ withdrawn }) => withdrawn === 0);
    const keys = listed.map(({ language, month }) => readKeys.hasMonth(language as 'kk', String(month)));
    return [...new Set(keys)].map((key): Read => [key, 'there']);
  });
}
