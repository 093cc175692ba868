import type { DirectoryType } from '@newsroom/shared/directory';
import type { FeedData } from '@newsroom/shared/feed';
import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { Entry } from '../content/directory-entry.ts';
import { sluggedPath } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { countryName } from '../languages/countries.ts';
import { languageName } from '../languages/language-names.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { type AccreditedFor, accreditedFor } from './accredited-for.ts';
import { alternatesOfDocument } from './alternates.ts';
import { delegationFacts, type Fact, organisationFacts } from './dossier-facts.ts';
import { dossierName } from './dossier-name.ts';
import { sectionOf, typeInSection } from './dossier-section.ts';
import { type Frame, frameOf } from './frame.ts';
import { type MarkdownText, markdownOf } from './markdown.ts';
import { lastChangeAbout, type NewsAbout, newsAbout } from './news-about.ts';
import { documentPage, type Page, type PageParams } from './page.ts';
import { type ShownPicture, shownPicture } from './picture.ts';
import { linksAt } from './site-links.ts';
import { type Vote, voteOf } from './vote.ts';

/** All that is known of a delegation, an organisation or a vote, and the news about it. */
export interface DossierPage extends Told {
  frame: Frame;
  /** That all its texts are in another language than the page, and in which. */
  notTranslated: string | undefined;
  news: NewsAbout;
}

/** What is told of each kind of subject in its own way. */
interface Told {
  /** What it is, above its name: the country of a delegation, the kind of an organisation. */
  above: string | undefined;
  name: Text;
  logo: ShownPicture | undefined;
  facts: Fact[];
  description: MarkdownText | undefined;
  /** What only a delegation or an organisation has, and only when there are figures. */
  accreditedFor: AccreditedFor | undefined;
  /** What only a vote has. */
  vote: Vote | undefined;
}

/** The pages of a document, one in each language. */
export function dossierPages(snapshot: Snapshot, type: DirectoryType, id: string): Page[] {
  return languages.flatMap((language) => {
    const entry = snapshot.entryWithPage(type, id, language);
    if (entry === undefined) return [];
    return [documentPage('dossier', entry, alternatesOfDocument(snapshot, entry), lastChangeAbout(snapshot, entry))];
  });
}

export function dossierPage(snapshot: Snapshot, { locale, section, slug }: PageParams): DossierPage | undefined {
  const type = typeInSection(section);
  if (!isLanguage(locale) || type === undefined) return undefined;
  const entry = snapshot.entryAt(type, sluggedPath(type, locale, `${slug}`));
  return entry && dossierOf(snapshot, entry);
}

function dossierOf<T extends DirectoryType>(snapshot: Snapshot, entry: Entry<T>): DossierPage {
  const { language, path, original } = entry;
  const told = tell[entry.type](snapshot, entry);
  const { section, path: sectionPath } = sectionOf[entry.type];
  return {
    frame: frameOf(snapshot, language, {
      path,
      canonical: original,
      title: told.title,
      description: told.summary,
      alternates: alternatesOfDocument(snapshot, entry),
      trail: [{ label: wordsIn(language)[section], href: sectionPath(language) }],
    }),
    ...told,
    notTranslated: original === undefined ? undefined : notTranslatedFrom(language, told.name.lang),
    news: newsAbout(snapshot, entry),
  };
}

function notTranslatedFrom(language: Language, other: Language | undefined): string | undefined {
  return other && fill(wordsIn(language).notTranslated, { language: languageName(language, other) });
}

/** How each kind of subject is told of, with its page's title and, for search engines, a sentence about it. */
const tell: { [T in DirectoryType]: (snapshot: Snapshot, entry: Entry<T>) => Told & { title: string; summary: string | null } } =
  {
    delegation(snapshot, entry) {
      const { language, data, texts } = entry;
      const country = countryName(language, data.countryCode);
      return {
        title: `${texts.electionBody.text}, ${country}`,
        summary: null,
        above: country,
        name: dossierName(entry),
        logo: logoOf(data),
        facts: delegationFacts(entry),
        description: descriptionOf(snapshot, entry, texts.description),
        accreditedFor: accreditedFor(snapshot, entry),
        vote: undefined,
      };
    },
    'observer-organisation'(snapshot, entry) {
      const { language, data, texts } = entry;
      return {
        title: texts.name.text,
        summary: null,
        above: wordsIn(language).organisationKinds[data.kind],
        name: dossierName(entry),
        logo: logoOf(data),
        facts: organisationFacts(entry),
        description: descriptionOf(snapshot, entry, texts.description),
        accreditedFor: accreditedFor(snapshot, entry),
        vote: undefined,
      };
    },
    event(snapshot, entry) {
      const { texts } = entry;
      return {
        title: texts.name.text,
        summary: texts.summary?.text ?? null,
        above: undefined,
        name: dossierName(entry),
        logo: undefined,
        facts: [],
        description: descriptionOf(snapshot, entry, texts.summary),
        accreditedFor: undefined,
        vote: voteOf(snapshot, entry),
      };
    },
  };

/** A text about a subject; its links are read as on the page in its own language. */
function descriptionOf(snapshot: Snapshot, entry: Entry<DirectoryType>, text: Text | undefined): MarkdownText | undefined {
  const { type, id, language, path } = entry;
  const at = text?.lang === undefined ? path : snapshot.allPaths(type, id)[text.lang];
  return markdownOf(text, { language, topHeading: 2, links: linksAt(snapshot, at) });
}

/** The emblem says no more than the name beside it. */
function logoOf({ logo }: Pick<FeedData<'delegation'>, 'logo'>): ShownPicture | undefined {
  return logo === null ? undefined : shownPicture(logo, '', '12rem');
}
