import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor, type Uploaded } from './acts';
import { feedToken, metricsToken, type TestNewsroom } from './newsroom';

const sharp = createRequire(createRequire(import.meta.url).resolve('@strapi/upload/package.json'))('sharp') as (
  input: object,
) => {
  jpeg(): { withMetadata(options: object): { toBuffer(): Promise<Buffer> } };
};

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

const release = 'press-release';
const badge = readFileSync(
  path.resolve(
    import.meta.dirname,
    '../../shared/examples/meetings-with-observers/media/ed5e7511949f501e32d7c744ca8019609b505c3f038e99c48f5030fdc2889eb1',
  ),
);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const picture = (file: Uploaded, more: object = {}) => ({ file: file.id, alternativeText: 'A badge', ...more });
const published = async (id: string, language = 'en') =>
  (await newsroom.feed()).find((line) => line.id === id && line.language === language)?.data as never as {
    cover: { file: { sha256: string; name: string } } | null;
    gallery: { caption: string | null }[];
    body: string;
    embedded: { sha256: string }[];
    logo: { sha256: string } | null;
  };
const upload = (name = 'badge.png', bytes: Uint8Array = badge, mime = 'image/png') => editor.upload(name, mime, bytes);
/** What an editor is told at the fields, when a publication is refused. */
async function refusal(fields: object, type = release): Promise<string[]> {
  const id = await editor.create(type, 'en', { title: 'Refused', ...fields });
  const { status, body } = await newsroom.request('POST', `${editor.collection(type)}/${id}/actions/publish?locale=en`, {
    token,
    body: {},
  });
  expect(status).toBe(400);
  return body.error?.details.errors?.map(({ path, name }) => `${path.join('.')} ${name}`) ?? [];
}

describe('the pictures and files of a release', () => {
  it('are published with what the bytes say of themselves', async () => {
    const file = await upload();
    const pdf = await upload('protocol.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), 'application/pdf');
    const id = await editor.create(release, 'en', {
      title: 'With files',
      cover: picture(file, { credit: 'Press office' }),
      gallery: [picture(file, { caption: 'One' }), picture(file, { caption: 'Two' })],
      attachments: [{ file: pdf.id }],
    });
    await editor.publish(release, id, 'en');
    const described = { sha256: digestOf(badge), name: 'badge.png', mime: 'image/png', size: badge.length };
    expect(await published(id)).toMatchObject({
      cover: {
        file: { ...described, dimensions: { width: 24, height: 16 } },
        alternativeText: 'A badge',
        caption: null,
        credit: 'Press office',
      },
      gallery: [{ caption: 'One' }, { caption: 'Two' }],
      attachments: [{ file: { name: 'protocol.pdf', mime: 'application/pdf', dimensions: null }, title: null }],
    });
  });

  it('are as wide as they are shown: a turned camera says so in the file', async () => {
    const turned = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'white' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const id = await editor.create(release, 'en', {
      title: 'Turned',
      cover: picture(await upload('turned.jpg', turned, 'image/jpeg')),
    });
    await editor.publish(release, id, 'en');
    expect(await published(id)).toMatchObject({ cover: { file: { dimensions: { width: 20, height: 40 } } } });
  });

  it('belong to their language alone', async () => {
    const file = await upload();
    const id = await editor.create(release, 'en', { title: 'Own picture', cover: picture(file) });
    await editor.save(release, id, 'ru', { title: 'Без картинки' });
    await editor.publish(release, id, 'en');
    await editor.publish(release, id, 'ru');
    expect([(await published(id, 'ru')).cover, (await published(id)).cover?.file.name]).toEqual([null, 'badge.png']);
  });

  it('are refused where readers would miss something', async () => {
    const file = await upload();
    const pdf = await upload('plan.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), 'application/pdf');
    expect(await refusal({ cover: { file: file.id } })).toEqual(['cover.alternativeText alternativeTextMissing']);
    expect(await refusal({ gallery: [picture(file), { alternativeText: 'Nothing' }] })).toEqual([
      'gallery.1.file pictureMissing',
    ]);
    expect(await refusal({ cover: picture(pdf) })).toEqual(['cover.file pictureUnreadable']);
    expect(await refusal({ attachments: [{ title: 'Nothing' }] })).toEqual(['attachments.0.file fileMissing']);
  });
});

describe('files that a text names', () => {
  it('are named by their bytes, whatever the address looked like', async () => {
    const file = await upload();
    const reference = `media:${digestOf(badge)}`;
    const admin = newsroom.strapi.plugin('newsroom').config('adminAddress') as string;
    const body = [
      `![A badge](${file.url})`,
      `[the badge](${admin.replace('/admin', '')}${file.url}?expires=1&signature=x "Badge")`,
      `<img src="${file.url}" alt="A badge"> <a href='https://cms.example.org${file.url}'>badge</a>`,
      `![A badge][badge]\n\n[badge]: ${file.url}`,
      `\`![](${file.url})\``,
      '[elsewhere](https://example.org/uploads/other.png)',
    ].join('\n\n');
    const id = await editor.create('page', 'en', { title: 'Named files', body });
    await editor.publish('page', id, 'en');
    const data = await published(id);
    expect(data.body).toBe(
      [
        `![A badge](${reference})`,
        `[the badge](${reference} "Badge")`,
        `<img src="${reference}" alt="A badge"> <a href='${reference}'>badge</a>`,
        `![A badge][badge]\n\n[badge]: ${reference}`,
        `\`![](${file.url})\``,
        '[elsewhere](https://example.org/uploads/other.png)',
      ].join('\n\n'),
    );
    expect(data.embedded).toMatchObject([{ sha256: digestOf(badge), name: 'badge.png' }]);
  });

  it('are refused where they are gone, or show something to some readers alone', async () => {
    const file = await upload();
    expect(await refusal({ body: '![Lost](/uploads/lost_0123456789.png)' })).toEqual(['body bodyFileGone']);
    expect(await refusal({ body: `![ ](${file.url})` })).toEqual(['body bodyPictureWithoutText']);
    expect(await refusal({ body: `<img src="${file.url}">` }, 'page')).toEqual(['body bodyPictureWithoutText']);
  });
});

describe('a published file', () => {
  it('stays what it was when the media library gets another in its place, until the text is published again', async () => {
    const file = await upload();
    const id = await editor.create(release, 'en', { title: 'Kept', cover: picture(file), kind: 'news' });
    await editor.publish(release, id, 'en');
    const before = await published(id);
    const form = new FormData();
    form.append('files', new Blob([Buffer.concat([badge, Buffer.from('more')])], { type: 'image/png' }), 'badge.png');
    form.append('fileInfo', JSON.stringify({ name: 'renamed.png' }));
    const headers = { Authorization: `Bearer ${token}` };
    const replaced = await fetch(`${newsroom.origin}/upload?id=${file.id}`, { method: 'POST', headers, body: form });
    expect(replaced.status).toBeLessThan(300);
    await editor.save(release, id, 'ru', { title: 'Другой язык' });
    await editor.publish(release, id, 'ru', { kind: 'decision' });
    expect(await published(id)).toEqual({ ...before, kind: 'decision' });
    await editor.publish(release, id, 'en');
    expect((await published(id)).cover?.file).toMatchObject({ name: 'renamed.png' });
    expect((await published(id)).cover?.file.sha256).not.toBe(before.cover?.file.sha256);
    // What was published first can still be had.
    const answer = await newsroom.request('GET', `/api/newsroom/media/${before.cover?.file.sha256}`, { token: feedToken });
    expect(answer.status).toBe(200);
  });

  it('is handed out to the build, by its digest and to nobody else', async () => {
    const id = await editor.create(release, 'en', { title: 'Handed out', cover: picture(await upload()) });
    await editor.publish(release, id, 'en');
    const address = `${newsroom.origin}/api/newsroom/media/${digestOf(badge)}`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${feedToken}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(badge);
    expect((await fetch(address)).status).toBe(401);
    expect((await fetch(address, { headers: { Authorization: `Bearer ${metricsToken}` } })).status).toBe(403);
  });

  it.each(['0'.repeat(64), 'x', '..%2fnewsroom.sqlite', '%2e%2e%2f%2e%2e%2f.env'])('is none at %s', async (name) => {
    const { status, body } = await newsroom.request('GET', `/api/newsroom/media/${name}`, { token: feedToken });
    expect([status, typeof body.error?.message]).toEqual([404, 'string']);
  });

  it('is refused when its bytes are gone from the disk', async () => {
    const file = await upload('vanishing.png');
    rmSync(path.join(newsroom.strapi.dirs.static.public, file.url));
    expect(await refusal({ cover: picture(file) })).toEqual(['cover.file pictureMissing']);
  });
});

describe('a file that is in use', () => {
  const refused = async (method: string, address: string, body?: object) => {
    const answer = await newsroom.request(method, address, { token, body });
    return `${answer.status} ${answer.body.error?.message}`;
  };

  it('is not deleted from the media library: the editor is told where it is', async () => {
    const file = await upload('used.png');
    const free = await upload('free.png');
    const id = await editor.create(release, 'en', { title: 'A draft', gallery: [picture(file)] });
    const told = '400 The file "used.png" is in use and was not deleted. Take it out of press release "A draft" (en) first.';
    expect(await refused('DELETE', `/upload/files/${file.id}`)).toBe(told);
    expect(await refused('POST', '/upload/actions/bulk-delete', { fileIds: [free.id, file.id], folderIds: [] })).toBe(told);
    expect(existsSync(path.join(newsroom.strapi.dirs.static.public, free.url))).toBe(true);
    await editor.remove(release, id, '*');
    expect(await refused('POST', '/upload/actions/bulk-delete', { fileIds: [free.id, file.id], folderIds: [] })).toContain('200');
  });

  it('is one that a text names, or an emblem', async () => {
    const file = await upload('named.png');
    await editor.create('page', 'ru', { title: 'Черновик', body: `![Значок](${file.url})` });
    expect(await refused('DELETE', `/upload/files/${file.id}`)).toContain('Take it out of page "Черновик" (ru) first.');
    const emblem = await upload('emblem.png');
    await editor.create('delegation', 'en', { electionBody: 'With an emblem', countryCode: 'TR', logo: emblem.id });
    expect(await refused('DELETE', `/upload/files/${emblem.id}`)).toContain('delegation "With an emblem" (en)');
  });

  it('keeps its folder', async () => {
    const { strapi } = newsroom;
    const folder = await strapi.plugin('upload').service('folder').create({ name: 'Emblems', parent: null });
    const file = await upload('in-a-folder.png');
    await strapi.db.query('plugin::upload.file').update({ where: { id: file.id }, data: { folderPath: folder.path } });
    await editor.create('page', 'en', { title: 'In a folder', body: `![Badge](${file.url})` });
    const free = await upload('beside-the-folder.png');
    const both = { fileIds: [free.id], folderIds: [folder.id] };
    expect(await refused('POST', '/upload/actions/bulk-delete', both)).toContain('page "In a folder" (en)');
    expect(await strapi.db.query('plugin::upload.file').count({ where: { id: free.id } })).toBe(1);
    expect(await refused('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder.id] })).toContain(
      'page "In a folder" (en)',
    );
  });
});

describe('an emblem', () => {
  it('that is chosen in one language is that of all languages, in the log as well', async () => {
    const file = await upload('emblem.png');
    const id = await editor.create('delegation', 'kk', { electionBody: 'Елтаңба', countryCode: 'UZ' });
    await editor.save('delegation', id, 'ru', { electionBody: 'Герб', logo: file.id });
    const logos = async () => Promise.all(['kk', 'ru', 'en'].map(async (one) => (await published(id, one)).logo?.sha256));
    expect(await logos()).toEqual([digestOf(badge), digestOf(badge), digestOf(badge)]);
    await editor.save('delegation', id, 'en', { logo: null });
    expect(await logos()).toEqual([undefined, undefined, undefined]);
  });

  it('of the site is that of all languages, like its colour', async () => {
    const file = await upload('office.png');
    await editor.act('PUT', '/content-manager/single-types/plugin::newsroom.site-settings?locale=ru', {
      logo: file.id,
      colour: '#0A4B78',
    });
    const settings = (await newsroom.feed()).filter(({ type }) => type === 'site-settings').map(({ data }) => data);
    expect(settings.map(({ colour, logo }) => [colour, (logo as { name: string }).name])).toEqual([
      ['#0a4b78', 'office.png'],
      ['#0a4b78', 'office.png'],
      ['#0a4b78', 'office.png'],
    ]);
  });
});

describe('a picture that the media library’s button put into a text', () => {
  const bodyInForm = async (id: string) => {
    const { data } = await editor.act('GET', `${editor.collection('press-release')}/${id}?locale=en`);
    return (data as unknown as { body: string }).body;
  };

  it('is kept by its plain address, and shown in the form at one that is signed anew', async () => {
    const file = await upload('in-a-draft.png');
    const expired = `${file.url}?expires=1&signature=of-long-ago`;
    const id = await editor.create('press-release', 'en', { title: 'Preview', body: `![Hall](${newsroom.origin}${expired})` });
    await editor.save('press-release', id, 'en', { body: `![Hall](${expired})` });
    const row = await newsroom.strapi.db.query('plugin::newsroom.press-release').findOne({ where: { documentId: id } });
    expect(row.body).toBe(`![Hall](${file.url})`);
    const [, address = ''] = /\((.+)\)/.exec(await bodyInForm(id)) ?? [];
    expect((await fetch(`${newsroom.origin}${address}`)).status).toBe(200);
    await editor.save('press-release', id, 'en', { body: await bodyInForm(id) });
    await editor.publish('press-release', id, 'en');
    expect((await newsroom.feed()).find((line) => line.id === id)?.data.body).toMatch(/^!\[Hall]\(media:[0-9a-f]{64}\)$/);
  });

  it('needs a text of its own: the name of the file, which the button writes, says nothing', async () => {
    const { url } = await upload('hall 2.jpg');
    expect(await refusal({ body: `![hall 2.jpg](${url})` })).toEqual(['body bodyPictureWithoutText']);
  });

  it('leaves what lies elsewhere alone', async () => {
    const body = '![Elsewhere](https://example.org/uploads/a.png?size=2)';
    const id = await editor.create('press-release', 'en', { title: 'Elsewhere', body });
    expect(await bodyInForm(id)).toBe(body);
  });

  it('is refused where the site takes no pictures from', async () => {
    const file = await upload('in-a-description.png');
    const answer = await newsroom.request('POST', `${editor.collection('delegation')}?locale=en`, {
      token: await newsroom.logIn(),
      body: { electionBody: 'Pictured', countryCode: 'TR', description: `![Hall](${file.url})` },
    });
    expect(answer.body.error?.details.errors).toMatchObject([{ path: ['description'], name: 'fileMisplaced' }]);
  });
});
