import type { DocumentType } from '../documents/act';
import type { Words } from '../words/en';
import type { Fault } from '../words/refuse';
import { correctionsByTime } from './corrections';

/** What a schema found: where in the contract's data, and what. */
interface Issue {
  path: PropertyKey[];
  message: string;
}

type Explanation = (words: Words, value: string) => [Fault['name'], string];

/** What is wrong with a field, for the editor who filled it in; numbers of list entries are left out of the places. */
const explanations: Record<string, Explanation> = {
  title: (words) => ['titleMissing', words.titleMissing()],
  name: (words) => ['settingMissing', words.settingMissing()],
  publisher: (words) => ['settingMissing', words.settingMissing()],
  slug: (words, slug) => (slug === '' ? ['slugMissing', words.slugMissing()] : ['slugMalformed', words.slugMalformed(slug)]),
  website: (words) => ['websiteMalformed', words.websiteMalformed()],
  countryCode: (words, code) => ['countryUnknown', words.countryUnknown(code)],
  seatCountry: (words, code) => ['countryUnknown', words.countryUnknown(code)],
  colour: (words, colour) => ['colourMalformed', words.colourMalformed(colour)],
  logo: (words) => ['pictureUnreadable', words.pictureUnreadable()],
  'cover.alternativeText': (words) => ['alternativeTextMissing', words.alternativeTextMissing()],
  'cover.file': (words, file) => picture(words, file),
  'gallery.alternativeText': (words) => ['alternativeTextMissing', words.alternativeTextMissing()],
  'gallery.file': (words, file) => picture(words, file),
  'attachments.file': (words) => ['fileMissing', words.fileMissing()],
  'corrections.text': (words) => ['correctionTextMissing', words.correctionTextMissing()],
  'corrections.at': (words) => ['correctionTimeMissing', words.correctionTimeMissing()],
  'notice.reason': (words) => ['reasonMissing', words.reasonMissing()],
  'head.name': (words) => ['personNameMissing', words.personNameMissing()],
  'members.name': (words) => ['personNameMissing', words.personNameMissing()],
  'footerLinks.label': (words) => ['linkLabelMissing', words.linkLabelMissing()],
  'footerLinks.href': (words, href) => ['linkMalformed', words.linkMalformed(href)],
  'accreditation event': (words) => ['accreditationWithoutEvent', words.accreditationWithoutEvent()],
  'accreditation delegation': (words) => ['accreditationParticipant', words.accreditationParticipant()],
  'accreditation observers': (words) => ['observersMalformed', words.observersMalformed()],
  from: (words, path) => ['pathMalformed', words.pathMalformed(path)],
  to: (words, path) =>
    path === '' ? ['redirectWithoutTarget', words.redirectWithoutTarget()] : ['pathMalformed', words.pathMalformed(path)],
  'gone to': (words) => ['redirectWithTarget', words.redirectWithTarget()],
};

/** A version's data with what its schema found, and the corrections as the editor's form has them. */
interface Findings {
  type: DocumentType;
  issues: Issue[];
  data: Record<string, unknown>;
  corrections: unknown;
  words: Words;
}

/** Says in words, at the places of Strapi's form, what a schema found in a version's data. */
export function explain({ type, issues, data, corrections, words }: Findings): Fault[] {
  const faults = issues.map((issue) => {
    const path = formPath(issue.path.map(String), correctionsByTime(corrections));
    const place = path.filter((part) => !/^\d+$/.test(part)).join('.');
    const value = valueAt(data, issue.path);
    const explanation =
      (type === 'redirect' && data.kind === 'gone' ? explanations[`gone ${place}`] : undefined) ??
      explanations[`${type} ${place}`] ??
      explanations[place];
    const [name, message] = explanation?.(words, value) ?? [
      'fieldMalformed' as const,
      words.fieldMalformed(place, issue.message),
    ];
    return { path, name, message };
  });
  // A file of the wrong kind breaks several rules at once.
  return faults.filter((fault, index) => faults.findIndex((one) => one.path.join() === fault.path.join()) === index);
}

function picture(words: Words, file: string): [Fault['name'], string] {
  return file === '' ? ['pictureMissing', words.pictureMissing()] : ['pictureUnreadable', words.pictureUnreadable()];
}

/** Where Strapi's form has what the contract has at a place. */
function formPath(path: string[], corrections: number[]): string[] {
  const [field = '', ...rest] = path;
  if (field === 'popular') return [`popular${rest[0]?.[0]?.toUpperCase()}${rest[0]?.slice(1)}`];
  if (field === 'embedded') return ['body'];
  if (field === 'aliases' || field === 'logo') return [field];
  if (field === 'corrections') return [field, String(corrections[Number(rest[0])] ?? rest[0]), ...rest.slice(1)];
  const file = path.indexOf('file');
  return file > 0 ? path.slice(0, file + 1) : path;
}

/** A value as it is told to the editor; empty where there is none. A file is told by being there. */
function valueAt(data: unknown, path: PropertyKey[]): string {
  const file = path.indexOf('file');
  let value = data;
  for (const part of file < 0 ? path : path.slice(0, file + 1)) {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part];
  }
  return value === null || value === undefined ? '' : String(value);
}
