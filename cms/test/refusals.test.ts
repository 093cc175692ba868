import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import type { TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

/** What is wrong at which field of the form, as "path name: message". */
async function faults(method: string, address: string, body: object, headers: Record<string, string> = {}): Promise<string[]> {
  const answer = await fetch(`${newsroom.origin}${address}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { error } = (await answer.json()) as {
    error?: { details: { errors?: { path: string[]; name: string; message: string }[] } };
  };
  expect(answer.status).toBe(400);
  return error?.details.errors?.map(({ path, name, message }) => `${path.join('.')} ${name}: ${message}`) ?? [];
}

/** Saves a draft, which is allowed, and publishes it, which is not. */
async function publishing(fields: object, type = 'press-release'): Promise<string[]> {
  const id = await editor.create(type, 'en', { title: 'Refused', ...fields });
  return faults('POST', `${editor.collection(type)}/${id}/actions/publish?locale=en`, {});
}

const creating = (type: string, fields: object) => faults('POST', `${editor.collection(type)}?locale=en`, fields);
const settings = (fields: object) =>
  faults('PUT', '/content-manager/single-types/plugin::newsroom.site-settings?locale=en', fields);

describe('publishing a release', () => {
  it.each([
    ['title titleMissing', { title: '', slug: 'no-title' }],
    ['slug slugMalformed', { slug: 'Not a slug' }],
    ['slug slugMalformed', { slug: 'page-2' }],
    ['slug slugMissing', { title: '…', slug: '' }],
    ['corrections.0.text correctionTextMissing', { corrections: [{ at: '2026-01-02T00:00:00.000Z', kind: 'minor' }] }],
    ['notice.reason reasonMissing', { notice: { kind: 'withdrawn' } }],
  ])('tells: %s', async (expected, fields) => {
    expect((await publishing(fields)).map((one) => one.split(':')[0])).toEqual([expected]);
  });

  it('tells it at the place in the form, although readers get corrections by time', async () => {
    const corrections = [
      { at: '2026-03-02T00:00:00.000Z', kind: 'minor', text: 'Later' },
      { at: '2026-03-03T00:00:00.000Z', kind: 'minor', text: ' ' },
      { at: '2026-03-01T00:00:00.000Z', kind: 'minor', text: 'Earlier' },
    ];
    expect(await publishing({ corrections })).toEqual([expect.stringContaining('corrections.1.text correctionTextMissing')]);
  });

  it('tells all that is wrong at once', async () => {
    expect(await publishing({ slug: 'No slug', notice: { kind: 'withdrawn' } })).toHaveLength(2);
  });

  it('gives corrections by their time', async () => {
    const corrections = [
      { at: '2026-03-02T00:00:00.000Z', kind: 'minor', text: 'Later' },
      { at: '2026-03-01T00:00:00.000Z', kind: 'major', text: 'Earlier' },
    ];
    const id = await editor.create('press-release', 'en', { title: 'Corrected', corrections, notice: { kind: 'corrected' } });
    await editor.publish('press-release', id, 'en');
    const data = (await newsroom.feed()).find((line) => line.id === id)?.data;
    expect(data).toMatchObject({
      corrections: [
        { at: '2026-03-01T00:00:00.000Z', kind: 'major', text: 'Earlier' },
        { at: '2026-03-02T00:00:00.000Z', kind: 'minor', text: 'Later' },
      ],
      notice: { kind: 'corrected', reason: null },
    });
  });
});

describe('saving what has no draft', () => {
  const delegation = { electionBody: 'Somebody', countryCode: 'TR' };
  it.each([
    ['countryCode countryUnknown', 'delegation', { ...delegation, countryCode: 'QQ' }],
    ['website websiteMalformed', 'delegation', { ...delegation, website: 'javascript:alert(1)' }],
    ['head.name personNameMissing', 'delegation', { ...delegation, head: { name: ' ', role: 'Head' } }],
    ['seatCountry countryUnknown', 'observer-organisation', { name: 'Somebody', kind: 'other', seatCountry: 'xx' }],
  ])('tells: %s', async (expected, type, fields) => {
    expect((await creating(type, fields)).map((one) => one.split(':')[0])).toEqual([expected]);
  });

  it('takes a country in small letters for what it means', async () => {
    const id = await editor.create('delegation', 'en', { electionBody: 'Small', countryCode: 'kg' });
    const countries = (await newsroom.feed()).filter((line) => line.id === id).map(({ data }) => data.countryCode);
    expect(countries).toEqual(['KG', 'KG', 'KG']);
  });

  it('tells of a redirect without a start that it has none', async () => {
    const told = (await creating('redirect', { kind: 'moved' })).map((one) => one.split(':')[0]);
    expect(told).toEqual(['from pathMalformed', 'to redirectWithoutTarget']);
  });

  it('gives people, and other names one a line', async () => {
    const id = await editor.create('delegation', 'en', {
      electionBody: 'People',
      countryCode: 'GE',
      head: { name: 'A. Example', role: 'Chair' },
      members: [{ name: 'B. Example' }, { name: 'C. Example' }],
      aliases: ' CEC \n\nThe Commission ',
    });
    expect((await newsroom.feed()).find((line) => line.id === id && line.language === 'en')?.data).toMatchObject({
      head: { name: 'A. Example', role: 'Chair' },
      members: [
        { name: 'B. Example', role: null },
        { name: 'C. Example', role: null },
      ],
      aliases: ['CEC', 'The Commission'],
    });
  });
});

describe('the settings of the site', () => {
  it.each([
    ['colour colourMalformed', { colour: 'blue' }],
    ['footerLinks.0.href linkMalformed', { footerLinks: [{ label: 'Bad', href: 'javascript:alert(1)' }] }],
    [
      'footerLinks.1.href linkMalformed',
      {
        footerLinks: [
          { label: 'Good', href: '/en/' },
          { label: 'Bad', href: '//evil.example' },
        ],
      },
    ],
    ['footerLinks.0.label linkLabelMissing', { footerLinks: [{ label: ' ', href: '/en/' }] }],
  ])('tell: %s', async (expected, fields) => {
    expect((await settings(fields)).map((one) => one.split(':')[0])).toEqual([expected]);
  });
});

describe('an accreditation', () => {
  let event: object;
  let delegation: object;
  let organisation: object;
  beforeAll(async () => {
    const link = async (type: string, fields: object) => ({
      connect: [{ documentId: await editor.create(type, 'en', fields as Record<string, unknown>), locale: 'en' }],
    });
    event = await link('event', { name: 'A vote', kind: 'local', votingDay: '2030-01-01' });
    delegation = await link('delegation', { electionBody: 'Guests', countryCode: 'UZ' });
    organisation = await link('observer-organisation', { name: 'Observers', kind: 'other' });
  });
  const row = (fields: object) => ({ event, observers: 5, stage: 'accredited', asOf: '2029-12-01', ...fields });

  it('is about an event and one participant, and there is one of them for a day', async () => {
    const told = async (fields: object) => (await creating('accreditation', fields)).map((one) => one.split(':')[0]);
    expect(await told(row({ event: undefined, delegation }))).toEqual(['event accreditationWithoutEvent']);
    expect(await told(row({}))).toEqual(['delegation accreditationParticipant']);
    expect(await told(row({ delegation, observerOrganisation: organisation }))).toEqual(['delegation accreditationParticipant']);
    expect(await told(row({ delegation, observers: -1 }))).toEqual(['observers observersMalformed']);
    const id = await editor.create('accreditation', 'en', row({ delegation }));
    expect(await told(row({ delegation, observers: 7 }))).toEqual(['asOf accreditationTwin']);
    await editor.create('accreditation', 'en', row({ delegation, asOf: '2029-12-02' }));
    await editor.create('accreditation', 'en', row({ observerOrganisation: organisation }));
    expect((await newsroom.feed()).find((line) => line.id === id)).toMatchObject({
      language: null,
      data: { observers: 5, stage: 'accredited', asOf: '2029-12-01', observerOrganisation: null },
    });
  });
});

describe('the words of a refusal', () => {
  const refused = (headers: Record<string, string>) =>
    faults('POST', `${editor.collection('delegation')}?locale=en`, { electionBody: 'Words', countryCode: 'QQ' }, headers);

  it('are in the language in which the admin is shown', async () => {
    expect(await refused({ Cookie: 'newsroom-admin-language=ru' })).toEqual([
      'countryCode countryUnknown: Страны «QQ» нет. Напишите две заглавные буквы страны, например KZ (ISO 3166-1).',
    ]);
    expect(await refused({ Cookie: 'newsroom-admin-language=en', 'Accept-Language': 'ru' })).toEqual([
      'countryCode countryUnknown: "QQ" is no country. Write the two capital letters of a country, such as KZ (ISO 3166-1).',
    ]);
    expect(await refused({ 'Accept-Language': 'ru-KZ,ru;q=0.9' })).toEqual([expect.stringContaining('Страны')]);
  });

  it('are in the language of the person otherwise', async () => {
    await editor.act('PUT', '/admin/users/me', { preferedLanguage: 'ru' });
    expect(await refused({})).toEqual([expect.stringContaining('Страны')]);
    await editor.act('PUT', '/admin/users/me', { preferedLanguage: 'en' });
  });
});
