import { languages } from '@newsroom/shared/languages';
import { homePath, notFoundPath, rootNotFoundPath, rootPath } from '@newsroom/shared/permalink';
import { filesBelow } from '../../machine/files-below.ts';
import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** The pages that every site has. */
const always = [rootPath, rootNotFoundPath, ...languages.flatMap((language) => [homePath(language), notFoundPath(language)])];

/** What was told is what lies there, file by file, and nothing is missing that every site has. */
export function checkCounts({ account, folder, releases, isThere }: Evidence): Findings {
  const told = [...account.pages, ...account.files].map(({ file }) => file);
  const there = new Set(filesBelow(folder));
  const texts = account.all.releases;
  const failed = account.failed.length;
  return {
    ...nothingFound,
    faults: [
      ...told.filter((file) => !there.has(file)).map((file) => `The file ${file} was drawn, and is not there.`),
      ...(there.size > new Set(told).size ? [`${there.size} files lie there, and ${new Set(told).size} were drawn.`] : []),
      ...(told.length > new Set(told).size ? ['A file was drawn twice.'] : []),
      ...always.filter((each) => !isThere(each)).map((each) => `The page ${each} is missing, which every site has.`),
      ...(texts + failed < releases ? [`There are ${releases} press releases, and only ${texts} pages of them.`] : []),
    ],
  };
}
