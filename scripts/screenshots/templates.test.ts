import { expect, it } from 'vitest';
import { chooseExamples } from './templates.ts';

const files = [
  'index.html',
  '404.html',
  'kk/index.html',
  'ar/index.html',
  'kk/404.html',
  'kk/news/index.html',
  'kk/news/2024/03/index.html',
  'kk/news/2024/03/page-1/index.html',
  'kk/news/2024/03/a-briefing/index.html',
  'kk/events/a-vote/index.html',
  'kk/events/a-vote/2024/index.html',
].map((file) => ({ file, size: 1 }));

it('every template is found once for every language, those that are added included', () => {
  expect(chooseExamples(files).map(({ template, language }) => `${template} ${language ?? '–'}`)).toEqual([
    '404 –',
    '404 kk',
    'events-slug kk',
    'events-slug-year kk',
    'home ar',
    'home kk',
    'languages –',
    'news kk',
    'news-year-month kk',
    'news-year-month-page kk',
    'news-year-month-slug kk',
  ]);
});

it('the page with the most on it stands for its template', () => {
  const more = [...files, { file: 'kk/news/2024/03/a-longer-briefing/index.html', size: 2 }];
  expect(chooseExamples(more).find(({ template }) => template === 'news-year-month-slug')?.file).toContain('a-longer-briefing');
});
