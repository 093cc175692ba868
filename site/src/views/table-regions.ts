/**
 * Lets every table scroll by itself, by touch and by keyboard, in a region that is named by the table's caption or
 * else by the heading above it; no two regions of a text have the same name.
 *
 * @param html clean HTML, in which `<table>` can only be the tag, and has no attributes
 * @param label what a table is called in the text's language
 * @example ('<h2>Turnout</h2><table>…</table>', 'Table') // names the region “Table: Turnout”
 */
export function tableRegions(html: string, label: string): string {
  const taken = new Set<string>();
  let heading = '';
  return html.replaceAll(marks, (tag, ofHeading?: string, caption?: string) => {
    if (ofHeading !== undefined) heading = textOf(ofHeading);
    if (tag === '</table>') return '</table></div>';
    if (!tag.startsWith('<table>')) return tag;
    const title = textOf(caption ?? '') || heading;
    const name = notTaken(title === '' ? label : `${label}: ${title}`, taken);
    taken.add(name);
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${name}">${tag}`;
  });
}

/** Headings, the beginnings of tables with their captions, and their ends. */
const marks = /<h[2-6][^>]*>(.*?)<\/h[2-6]>|<table>(?:\s*<caption[^>]*>(.*?)<\/caption>)?|<\/table>/gs;

/** The text of clean HTML, as it can stand in an attribute: all but quotes is escaped already. */
function textOf(html: string): string {
  const text = html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  return text.trim().replaceAll('"', '&quot;');
}

function notTaken(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  let free = name;
  while (taken.has(free)) {
    number += 1;
    free = `${name} (${number})`;
  }
  return free;
}
