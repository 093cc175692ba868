import type { DocumentFault } from '@newsroom/shared/document-fault';
import type { FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { en } from '../words/en';
import type { Say, Word } from './say';

/** The version that a fault is in. */
export interface FaultyVersion {
  type: FeedType;
  language: Language | null;
}

/** What a fault means to an editor. */
export interface FaultWords {
  /** What is wrong and where. */
  what: string;
  /** What to do about it. */
  todo: string;
  /** What it means where the version is live all the same. */
  warning: string;
  /** How what was named is counted; empty where nothing was. */
  counting: string;
  /** What the program says of it, in an operator's English; empty where that is nothing more. */
  detail: string;
}

/** @param labelOf gives a field's label by its name among Strapi's words; undefined where it has none */
export function faultWords(
  say: Say,
  labelOf: (word: string) => string | undefined,
  { type, language }: FaultyVersion,
  fault: DocumentFault,
): FaultWords {
  const field = (name: string) => labelOf(labelWord(type, name)) ?? name;
  const values = valuesOf(say, field, language, fault);
  return {
    what: say(`newsroom.fault.${fault.kind}.what`, values),
    todo: say(`newsroom.fault.${fault.kind}.todo`, values),
    warning: say(`newsroom.fault.${fault.kind}.warning`, values),
    counting: fault.kind === 'dead-link' ? say('newsroom.faultPart.counting') : '',
    detail: detailOf(fault),
  };
}

function valuesOf(
  say: Say,
  field: (name: string) => string,
  language: Language | null,
  fault: DocumentFault,
): Record<string, string | number> {
  switch (fault.kind) {
    case 'dead-link':
      return { link: link(say, fault.text), place: place(say, field, language, fault), address: fault.address };
    case 'address-taken': {
      const { title } = fault.holder;
      const holder = title === '' ? say('newsroom.faultPart.untitled') : say('newsroom.faultPart.titled', { title });
      return { path: fault.path, holder };
    }
    case 'media':
      return { file: fault.file, field: field(fault.field) };
    case 'contract':
      return {};
    case 'not-drawn':
    case 'cms-trace':
      return { path: fault.path };
  }
}

function detailOf(fault: DocumentFault): string {
  if ('why' in fault) return fault.why;
  return 'what' in fault ? fault.what : '';
}

function link(say: Say, text: string): string {
  return text.trim() === '' ? say('newsroom.faultPart.linkWithoutWords') : say('newsroom.faultPart.link', { text });
}

function place(
  say: Say,
  field: (name: string) => string,
  language: Language | null,
  fault: { field: string; paragraph: number },
): string {
  const { paragraph } = fault;
  if (language === null) return say('newsroom.faultPart.inFieldAlone', { paragraph, field: field(fault.field) });
  if (fault.field === 'body')
    return say('newsroom.faultPart.inText', { paragraph, language: say(`newsroom.language.of.${language}` satisfies Word) });
  return say('newsroom.faultPart.inField', {
    paragraph,
    field: field(fault.field),
    language: say(`newsroom.language.in.${language}` satisfies Word),
  });
}

/** Where Strapi keeps a field's label. A fault may name a part of a field. @example 'corrections.0.text' // of corrections */
function labelWord(type: FeedType, name: string): string {
  const [field = name] = name.split(/[.[]/);
  const known: Record<string, Record<string, string>> = en.fields;
  return known[type]?.[field] === undefined ? '' : `content-manager.content-types.plugin::newsroom.${type}.${field}`;
}
