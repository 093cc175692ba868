import { defaultLanguage } from '@newsroom/shared/languages';
import { themeStyles } from '../colour/theme-styles.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, plainFile } from './page.ts';

/** Where the office's colour stands, if it has one: every page reads it from there, so that another changes one file. */
const path = '/theme.css';

export function themePages(snapshot: Snapshot): Page[] {
  return themePath(snapshot) === undefined ? [] : [plainFile('theme', path)];
}

/** The address of the style sheet with the office's colour; undefined where the site keeps its own colours. */
export function themePath(snapshot: Snapshot): string | undefined {
  return snapshot.settings(defaultLanguage).colour === null ? undefined : path;
}

/** The style sheet with the office's colour. */
export function theme(snapshot: Snapshot): string | undefined {
  const { colour } = snapshot.settings(defaultLanguage);
  return colour === null ? undefined : themeStyles(colour);
}
