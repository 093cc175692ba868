import type { Language } from '@newsroom/shared/languages';
import type { Random } from './random.ts';

/** Words to make texts of that have the length and the letters of real ones, and no meaning. */
const words: Record<Language, string[]> = {
  kk: 'сайлау комиссия байқаушы учаске дауыс беру күні өтініш мәлімет тізім хаттама нәтиже азамат қала аудан облыс мекеме бөлме кесте шешім талқылау жиналыс кездесу өкіл құжат мерзім тәртіп жаңа ашық әділ қауіпсіз барлық бірінші екінші үшінші туралы бойынша үшін және мен арқылы'.split(
    ' ',
  ),
  ru: 'выборы комиссия наблюдатель участок голосование день заявление сведения список протокол итог гражданин город район область учреждение зал таблица решение обсуждение заседание встреча представитель документ срок порядок новый открытый честный безопасный весь первый второй третий о по для и с через'.split(
    ' ',
  ),
  en: 'election commission observer station voting day application figures list protocol result citizen city district region office hall table decision discussion session meeting delegate document term order new open fair safe every first second third about by for and with through'.split(
    ' ',
  ),
};

/** A sentence of so many words, without the full stop. */
export function sentence(random: Random, language: Language, length: number): string {
  const text = Array.from({ length }, () => random.pick(words[language])).join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

/** Markdown of about 1,800 characters: paragraphs, a heading, a list, a link. */
export function article(random: Random, language: Language): string {
  const paragraph = () =>
    `${Array.from({ length: 3 + random.below(3) }, () => sentence(random, language, 8 + random.below(8))).join('. ')}.`;
  const list = Array.from({ length: 3 }, () => `- ${sentence(random, language, 5)}`).join('\n');
  return [
    paragraph(),
    paragraph(),
    `## ${sentence(random, language, 4)}`,
    paragraph(),
    list,
    paragraph(),
    `${paragraph()} [${sentence(random, language, 2)}](https://example.org/${language})`,
  ].join('\n\n');
}
