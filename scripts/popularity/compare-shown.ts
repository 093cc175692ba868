import type { PopularList } from '@newsroom/shared/popular-list';
import { inOneLine, type ShownEntry, type ShownPage } from './read-shown.ts';

type Entries = PopularList['together']['entries'];

/** What differs between a list and what a page shows of it, one sentence each. @param page undefined: there is none */
export function compareShown(path: string, page: ShownPage | undefined, section: string, entries: Entries): string[] {
  if (page === undefined) return [`there is no page at ${path}`];
  const shown = page.lists.get(section);
  if (shown === undefined) return [`${path} has no list called "${section}"`];
  if (shown.length !== entries.length) return [`${path} shows ${shown.length} entries, and popular.json has ${entries.length}`];
  return entries.flatMap((entry, index) => {
    const { rank, title, isPinned, views, comments, reactions, url } = entry;
    const said: ShownEntry = { rank, path: new URL(url).pathname, title: inOneLine(title), isPinned, views, comments, reactions };
    const here = shown[index] as ShownEntry;
    return (Object.keys(said) as (keyof ShownEntry)[])
      .filter((field) => here[field] !== said[field])
      .map((field) => `entry ${index + 1}: ${field} is ${here[field]} on ${path}, and ${said[field]} in popular.json`);
  });
}
