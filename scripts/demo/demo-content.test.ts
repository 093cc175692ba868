import { accreditationStageSchema } from '@newsroom/shared/accreditation';
import { languages } from '@newsroom/shared/languages';
import { localDaySchema, localMonth } from '@newsroom/shared/local-time';
import { outsideListSchema } from '@newsroom/shared/outside-list';
import { correctionKinds, noticeKinds, releaseKinds } from '@newsroom/shared/press-release';
import { redirectSchema } from '@newsroom/shared/redirect';
import { footerLinkSchema } from '@newsroom/shared/site-settings';
import { slugify } from '@newsroom/shared/slug';
import { navigationPlaces } from '@newsroom/shared/static-page';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDemoContent } from './demo-content.ts';
import { makeDemoFiles } from './demo-files.ts';
import { type DemoFile, logoName, pictureNames } from './draw-pictures.ts';

const content = readDemoContent();
const { releases, events, delegations, organisations, pages } = content;

/** Every text of the demo with the language that it is in, and a name for it. */
const texts = [
  ...[...releases, ...pages].flatMap((document) =>
    document.languages.map((language) => ({
      name: `${document.key} (${language})`,
      language,
      text: Object.values(document.texts[language] ?? {}).join('\n'),
    })),
  ),
  ...[...events, ...delegations, ...organisations].flatMap(({ key, texts: said }) =>
    languages.map((language) => ({ name: `${key} (${language})`, language, text: JSON.stringify(said[language]) })),
  ),
  ...languages.flatMap((language) => [
    { name: `settings (${language})`, language, text: JSON.stringify(content.settings[language]) },
    { name: `protocol form (${language})`, language, text: JSON.stringify(content.protocolForm[language]) },
    ...Object.entries(content.pictures.pictures).map(([key, said]) => ({
      name: `picture ${key} (${language})`,
      language,
      text: `${content.pictures.credit[language]} ${said[language]?.alternativeText} ${said[language]?.caption ?? ''}`,
    })),
  ]),
];

describe('the releases of the demo', () => {
  it('show every situation: all kinds, untranslated, corrected, withdrawn, pictures, files', () => {
    const count = (wanted: (release: (typeof releases)[number]) => boolean) => releases.filter(wanted).length;
    expect(releases.length).toBeGreaterThanOrEqual(24);
    expect(new Set(releases.map(({ kind }) => kind))).toEqual(new Set(releaseKinds));
    expect(count(({ languages: written }) => written.join() === 'kk,ru')).toBe(3);
    expect(count(({ languages: written }) => written.join() === 'ru')).toBe(2);
    expect(count(({ languages: written }) => written.join() === 'en')).toBe(1);
    for (const kind of noticeKinds) expect(count(({ notice }) => notice?.kind === kind)).toBe(1);
    expect(new Set(releases.flatMap(({ corrections }) => corrections.map(({ kind }) => kind)))).toEqual(new Set(correctionKinds));
    expect(count(({ gallery }) => gallery.length === 5)).toBe(1);
    expect(count(({ cover }) => cover === null)).toBeGreaterThan(5);
    expect(new Set(releases.map(({ releasedAt }) => releasedAt.slice(0, 4)))).toEqual(
      new Set(['2022', '2023', '2024', '2025', '2026']),
    );
  });

  it('have months with several of them', () => {
    const months = Map.groupBy(releases, ({ releasedAt }) => localMonth(new Date(releasedAt).toISOString()));
    const sizes = [...months.values()].map(({ length }) => length);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(8);
  });

  it('name only what is there: votes, delegations, organisations', () => {
    const keys = (entries: { key: string }[]) => new Set(entries.map(({ key }) => key));
    for (const release of releases) {
      if (release.event !== null) expect(keys(events), release.key).toContain(release.event);
      for (const key of release.delegations) expect(keys(delegations), release.key).toContain(key);
      for (const key of release.observerOrganisations) expect(keys(organisations), release.key).toContain(key);
    }
  });

  it('are tied to older releases, which are written in all of their languages', () => {
    for (const [index, release] of releases.entries()) {
      for (const key of release.related) {
        const older = releases.slice(0, index).find((one) => one.key === key);
        expect(older?.languages, `${release.key} is tied to ${key}`).toEqual(expect.arrayContaining(release.languages));
      }
    }
  });

  it('say corrections, reasons and titles of files in each of their languages', () => {
    for (const { key, languages: written, corrections, notice, attachments, releasedAt } of releases) {
      const said = [
        ...corrections.map(({ text }) => text),
        ...(notice ? [notice.reason] : []),
        ...attachments.flatMap(({ file, title }) => [file, title]),
      ];
      for (const one of said) expect(Object.keys(one), key).toEqual(written);
      for (const { at } of corrections) expect(Date.parse(at), key).toBeGreaterThan(Date.parse(releasedAt));
    }
  });

  it('have slugs of their own in every language', () => {
    for (const language of languages) {
      const slugs = releases.flatMap(({ texts: said }) => (said[language] ? [slugify(said[language].title)] : []));
      expect(new Set(slugs).size).toBe(slugs.length);
    }
  });
});

describe('the texts of the demo', () => {
  it.each(texts.filter(({ language }) => language === 'kk'))('$name has Kazakh letters', ({ text }) => {
    expect(text).toMatch(/[әғқңөұүһі]/i);
  });

  it.each(texts.filter(({ language }) => language === 'ru'))('$name is Russian and not Kazakh', ({ text }) => {
    expect(text).toMatch(/[а-яё]/i);
    expect(text).not.toMatch(/[әғқңөұүһі]/i);
  });

  it.each(texts.filter(({ language }) => language === 'en'))('$name has no Cyrillic', ({ text }) => {
    expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('stand in quotation marks and dashes of their language', () => {
    for (const { name, language, text } of texts.filter(({ text: all }) => !all.startsWith('{')))
      if (language !== 'en') expect(text, name).not.toMatch(/[“”"]/);
    for (const { name, language, text } of texts) if (language === 'kk') expect(text, name).not.toContain('—');
  });
});

describe('accreditations', () => {
  const rows = content.accreditations;

  it('are about the made-up votes and participants alone: nobody real is given a number', () => {
    const fictional = new Set([...delegations, ...organisations].filter(isFictional).map(({ key }) => key));
    for (const row of rows) {
      expect(row.event).not.toBe('referendum-2022');
      expect(fictional).toContain(row.delegation ?? row.observerOrganisation);
      expect((row.delegation === null) !== (row.observerOrganisation === null)).toBe(true);
      expect(accreditationStageSchema.safeParse(row.stage).success).toBe(true);
      expect(localDaySchema.safeParse(row.asOf).success).toBe(true);
    }
  });

  it('come to the sums that the release on the closed accreditation states', () => {
    const latest = new Map<string, (typeof rows)[number]>();
    for (const row of rows.filter(({ event }) => event === 'ulgikala-2026').sort((a, b) => (a.asOf < b.asOf ? -1 : 1)))
      latest.set(row.delegation ?? row.observerOrganisation ?? '', row);
    const accredited = [...latest.values()].filter(({ stage }) => stage === 'accredited');
    const total = accredited.reduce((sum, { observers }) => sum + observers, 0);
    const stated = releases.find(({ key }) => key === 'accreditation-closed');
    for (const language of languages) expect(stated?.texts[language]?.title).toContain(String(total));
  });

  function isFictional({ texts: said }: (typeof delegations)[number]): boolean {
    return /fictional/.test(JSON.stringify(said.en));
  }
});

describe('files of the demo', () => {
  let files: DemoFile[] = [];
  beforeAll(async () => {
    files = await makeDemoFiles(content);
  });

  it('are all used, and all that are named are made', () => {
    const bodies = [...releases, ...pages].flatMap((document) =>
      document.languages.map((one) => document.texts[one]?.body ?? ''),
    );
    const used = [
      logoName,
      ...releases.flatMap(({ cover, gallery }) => [...(cover === null ? [] : [cover]), ...gallery].map((key) => `${key}.jpg`)),
      ...releases.flatMap(({ attachments }) => attachments.flatMap(({ file }) => Object.values(file))),
      ...bodies.flatMap((body) => [...body.matchAll(/\]\(file:([^)\s]+)/g)].map(([, name]) => name ?? '')),
    ];
    expect(new Set(files.map(({ name }) => name))).toEqual(new Set(used));
  });

  it('have alternative texts, if they are pictures, in every language', () => {
    expect(
      Object.keys(content.pictures.pictures)
        .map((key) => `${key}.jpg`)
        .sort(),
    ).toEqual([...pictureNames].sort());
    for (const [key, said] of Object.entries(content.pictures.pictures))
      for (const language of languages) expect(said[language].alternativeText, `${key} ${language}`).toMatch(/\S.{20}/);
  });

  it('are what their names say: pictures, documents, tables', () => {
    const begins: Record<string, number[]> = { jpg: [0xff, 0xd8], png: [0x89, 0x50], pdf: [0x25, 0x50], csv: [0x70, 0x61] };
    for (const { name, bytes } of files) expect([...bytes.slice(0, 2)], name).toEqual(begins[name.slice(-3)]);
  });

  it('are the same bytes whenever they are made', async () => {
    expect(await makeDemoFiles(content)).toEqual(files);
  });
});

describe('what else the demo brings', () => {
  it('pages in places of the navigation, one of them not in English', () => {
    for (const { key, place, slugs, languages: written } of pages) {
      expect(navigationPlaces, key).toContain(place);
      expect(Object.keys(slugs), key).toEqual(written);
    }
    expect(pages.filter(({ languages: written }) => !written.includes('en'))).toHaveLength(1);
  });

  it('redirects of both kinds, to pages that are there', () => {
    const there = pages.flatMap(({ slugs }) => Object.entries(slugs).map(([language, slug]) => `/${language}/pages/${slug}/`));
    for (const redirect of content.redirects) {
      expect(redirectSchema.safeParse(redirect).success, redirect.from).toBe(true);
      if (redirect.to !== null) expect(there).toContain(redirect.to);
    }
    expect(new Set(content.redirects.map(({ kind }) => kind))).toEqual(new Set(['moved', 'gone']));
  });

  it('links for the footer', () => {
    for (const language of languages)
      for (const link of content.settings[language].footerLinks as unknown[])
        expect(footerLinkSchema.safeParse(link).success).toBe(true);
  });

  it('a popular list of somebody else, ten rows as they came', () => {
    expect(outsideListSchema.parse(content.outsideList).rows).toHaveLength(10);
    expect(content.outsideList.rows.map(({ views }) => views).slice(0, 5)).toEqual([4327, 2792, 2387, 2415, 2489]);
  });
});
