import type { Json } from '@newsroom/shared/canonical-json';
import { homePath } from '@newsroom/shared/permalink';
import type { ArticleSubject, Head } from './head.ts';

/**
 * What the page is about, for search engines, in the words of https://schema.org: texts of JSON-LD that can stand
 * in a `<script>` as they are. Nothing for a page without an address.
 *
 * @param site the site's own address
 */
export function structuredData(head: Head, site: URL): string[] {
  if (head.path === undefined) return [];
  return [...subjectOf(head, head.path, site), ...breadcrumbs(head, head.path, site)].map(writeData);
}

function subjectOf(head: Head, path: string, site: URL): Json[] {
  switch (head.subject.kind) {
    case 'publisher':
      return [{ '@context': context, ...publisher(head, site) }];
    case 'article':
      return [article(head, head.subject, new URL(head.canonical ?? path, site).href, site)];
    case 'page':
      return [];
  }
}

function article(head: Head, subject: ArticleSubject, address: string, site: URL): Json {
  return {
    '@context': context,
    '@type': 'NewsArticle',
    mainEntityOfPage: address,
    url: address,
    headline: head.title,
    description: head.description,
    inLanguage: subject.language,
    image: head.image && new URL(head.image.src, site).href,
    datePublished: subject.releasedAt,
    dateModified: subject.changedAt,
    correction: correctionsOf(subject),
    publisher: publisher(head, site),
  };
}

function correctionsOf({ corrections }: ArticleSubject): Json | undefined {
  if (corrections.length === 0) return undefined;
  return corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text }));
}

const context = 'https://schema.org';

function publisher({ publisher: name, language }: Head, site: URL): { [key: string]: Json } {
  return { '@type': 'GovernmentOrganization', name, url: new URL(homePath(language), site).href };
}

/** The way from the home page to this one, which has nothing above it if it is the home page. */
function breadcrumbs({ trail, title }: Head, path: string, site: URL): Json[] {
  if (trail.length === 0) return [];
  const steps = [...trail, { label: title, href: path }];
  const itemListElement = steps.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: new URL(href, site).href,
  }));
  return [{ '@context': context, '@type': 'BreadcrumbList', itemListElement }];
}

/** Without `<` no text can end the script that it stands in, whatever an editor wrote. */
function writeData(data: Json): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
