/** A page that stands for all pages of its template in a language. */
export interface Example {
  /** The template's name. @example 'news-year-month-slug' */
  template: string;
  /** Null for pages of no language in particular. */
  language: string | null;
  /** The file, relative to the site's folder. */
  file: string;
}

/**
 * One page for every template and language: the one with the most on it.
 *
 * @param files the site's HTML files with their sizes in bytes
 */
export function chooseExamples(files: { file: string; size: number }[]): Example[] {
  const found = files.map(({ file, size }) => ({ ...placeOf(file), file, size }));
  const groups = Map.groupBy(found, ({ template, language }) => `${template} ${language}`);
  return [...groups.values()]
    .map((pages) => pages.reduce((most, page) => (page.size > most.size ? page : most)))
    .map(({ template, language, file }) => ({ template, language, file }))
    .sort((a, b) => a.template.localeCompare(b.template, 'en') || (a.language ?? '').localeCompare(b.language ?? '', 'en'));
}

/** The template that drew a file, by the form of its path: a section's name stays, what editors name is a slug. */
function placeOf(file: string): { template: string; language: string | null } {
  const segments = file.replace(/(^|\/)index\.html$/, '').split('/');
  const [first = ''] = segments;
  const language = /^[a-z]{2,3}$/.test(first) ? first : null;
  const [section = language === null ? 'languages' : 'home', ...below] = segments.slice(language === null ? 0 : 1);
  return { template: [section === '' ? 'languages' : section.replace('.html', ''), ...below.map(nameOf)].join('-'), language };
}

function nameOf(segment: string): string {
  if (/^\d{4}$/.test(segment)) return 'year';
  if (/^\d{2}$/.test(segment)) return 'month';
  return /^page-\d+$/.test(segment) ? 'page' : 'slug';
}
