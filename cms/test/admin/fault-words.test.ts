import { type DocumentFault, documentFaultKinds } from '@newsroom/shared/document-fault';
import { describe, expect, it } from 'vitest';
import { faultWords } from '../../src/plugins/newsroom/admin/src/publishing/fault-words';
import { type InterfaceLanguage, interfaceLanguages, messages, sayingIn } from './words-of';

const faults: { [Kind in DocumentFault['kind']]: Extract<DocumentFault, { kind: Kind }> } = {
  'dead-link': { kind: 'dead-link', field: 'body', paragraph: 3, text: 'programme', address: '/ru/pages/programma/' },
  'address-taken': {
    kind: 'address-taken',
    path: '/ru/news/2026/11/itogi/',
    holder: { type: 'press-release', id: 'abc', title: 'Итоги' },
  },
  media: { kind: 'media', field: 'cover.0.file', file: 'hall.jpg', why: 'it is no picture.' },
  contract: { kind: 'contract', what: 'title: is missing.' },
  'not-drawn': { kind: 'not-drawn', path: '/ru/news/2026/11/itogi/', why: 'TypeError' },
  'cms-trace': { kind: 'cms-trace', path: '/ru/news/2026/11/itogi/', what: 'http://cms.internal/uploads/a.pdf' },
};

function wordsFor(locale: InterfaceLanguage, fault: DocumentFault, language: 'ru' | null = 'ru') {
  const labelOf = (word: string) => messages[locale][word];
  return faultWords(sayingIn(locale), labelOf, { type: 'press-release', language }, fault);
}

const said = (locale: InterfaceLanguage, fault: DocumentFault) => {
  const { what, todo } = wordsFor(locale, fault);
  return `${what} ${todo}`;
};

describe('what an editor reads of a fault', () => {
  it.each(documentFaultKinds)('%s is told with all that is known of it, in both languages', (kind) => {
    const fault = faults[kind];
    const known = Object.entries(fault).flatMap(([name, value]) =>
      ['address', 'path', 'file', 'text'].includes(name) ? [value] : [],
    );
    for (const locale of interfaceLanguages) {
      const { what, todo, warning } = wordsFor(locale, fault);
      for (const sentence of [what, todo, warning]) expect(sentence).toMatch(/^\S.*[^.]\.$/);
      for (const value of known) expect(what).toContain(value);
      expect(`${what} ${todo} ${warning}`).not.toMatch(/newsroom\.|undefined|seq|epoch|digest|contract/);
    }
  });

  it('a dead link is named with its words, its place, and where it leads', () => {
    expect(said('en', faults['dead-link'])).toBe(
      'The link “programme” in paragraph 3 of the Russian text leads nowhere: /ru/pages/programma/. Mend the link and publish again.',
    );
    expect(said('ru', faults['dead-link'])).toBe(
      'Ссылка «programme» в абзаце 3 русского текста никуда не ведёт: /ru/pages/programma/. Исправьте ссылку и опубликуйте снова.',
    );
  });

  it('a link in another field is found by the label of that field', () => {
    const fault = { ...faults['dead-link'], field: 'corrections.0.text', text: ' ' };
    expect(wordsFor('en', fault).what).toBe(
      'A link without words in paragraph 3 of the field “Corrections” (Russian) leads nowhere: /ru/pages/programma/.',
    );
    expect(wordsFor('ru', fault, null).what).toContain('в абзаце 3 поля «Исправления»');
  });

  it('a field without a label keeps its name', () => {
    expect(wordsFor('en', { ...faults.media, field: 'somewhere' }).what).toContain('“somewhere”');
  });

  it.each(interfaceLanguages)('what a program says of a cause stands apart, in no sentence of ours (%s)', (locale) => {
    const causes = { media: 'it is no picture.', contract: 'title: is missing.', 'not-drawn': 'TypeError' };
    for (const [kind, cause] of Object.entries(causes)) {
      const { what, todo, warning, detail } = wordsFor(locale, faults[kind as keyof typeof causes]);
      expect(detail).toBe(cause);
      expect(`${what} ${todo} ${warning}`).not.toContain(cause.slice(0, -1));
    }
    expect(wordsFor(locale, faults['dead-link']).detail).toBe('');
  });

  it('a Russian sentence has no English in it but what an editor wrote', () => {
    for (const fault of Object.values(faults)) {
      const { what, todo, warning } = wordsFor('ru', fault);
      const own = `${what} ${todo} ${warning}`.replaceAll(/\S*\/\S*|programme|hall\.jpg|CMS/g, '');
      expect(own).not.toMatch(/[A-Za-z]{2}/);
    }
  });

  it('who holds an address is named, or called another text', () => {
    const { holder } = faults['address-taken'];
    expect(wordsFor('en', faults['address-taken']).what).toContain('“Итоги”');
    expect(wordsFor('en', { ...faults['address-taken'], holder: { ...holder, title: '' } }).what).toContain('another text');
  });
});
