import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { type Language, languages, latest, releasePath, settings, words } from '../../../newsroom.ts';

export const getStaticPaths = () => languages.map((locale) => ({ params: { locale } }));

export const GET: APIRoute = ({ params, site, url }) => {
  const language = params.locale as Language;
  const kinds: Record<string, string> = words[language].releaseKinds;
  return rss({
    title: `${words[language].news} – ${settings[language].name}`,
    description: settings[language].description,
    site: new URL(`/${language}/news/`, site ?? url),
    customData: `<language>${language}</language>`,
    items: latest(language, 20).map((release) => ({
      title: release.data.title,
      link: releasePath(release),
      pubDate: new Date(release.data.releasedAt),
      categories: [kinds[release.data.kind] ?? ''],
      description: release.data.summary ?? '',
    })),
  });
};
