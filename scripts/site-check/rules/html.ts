import path from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import type { DrawnSite, SiteFault } from '../drawn-site.ts';

/** How many pages are validated: at equal distances, so that all templates are among them. */
const sampleSize = 100;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Titles are the editors'; search engines cut them.
    'long-title': 'off',
    // A list without marks is no list to Safari's screen reader unless it says so.
    'no-redundant-role': 'off',
    // A table that scrolls is a region to be reached by keyboard; it has no heading to be a section.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // sanitize-html closes elements without content, which HTML permits.
    'void-style': 'off',
    // Astro decides how the lines end.
    'no-trailing-whitespace': 'off',
  },
});

/** A sample of the pages is valid HTML. */
export async function checkHtml(site: DrawnSite): Promise<SiteFault[]> {
  const stride = Math.max(1, Math.floor(site.pages.length / sampleSize));
  const faults: SiteFault[] = [];
  for (const { file } of site.pages.filter((_, index) => index % stride === 0)) {
    const { results } = await validator.validateFile(path.join(site.folder, file));
    for (const { ruleId, message, line } of results.flatMap((result) => result.messages))
      faults.push({ file, message: `line ${line}: ${message} (${ruleId})` });
  }
  return faults;
}
