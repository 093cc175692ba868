import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, editorOf } from './acts';
import { administrator, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = editorOf(newsroom, await newsroom.logIn());
});
afterAll(() => newsroom.stop());

const type = 'press-release';

/** The acts in the log about a document, oldest first, as "act language" with a minus where something went. */
async function logOf(id: string): Promise<string[]> {
  const rows = (await newsroom.changes()).filter((row) => row.document === id);
  return rows.map(({ act, language, data }) => `${act} ${language}${data === null ? ' −' : ''}`);
}

async function publishedTitles(): Promise<string[]> {
  return (await newsroom.feed()).filter((line) => line.type === type).map((line) => `${line.language} ${line.data.title}`);
}

describe('a press release on its way', () => {
  it('is nowhere in the log while it is a draft', async () => {
    const id = await editor.create(type, 'kk', { title: 'Жоба' });
    await editor.save(type, id, 'kk', { title: 'Жоба, екінші нұсқа' });
    await editor.save(type, id, 'ru', { title: 'Черновик' });
    expect(await logOf(id)).toEqual([]);
    expect(await publishedTitles()).toEqual([]);
  });

  it('is recorded in each language as it is published, changed and withdrawn', async () => {
    const id = await editor.create(type, 'kk', { title: 'Кездесу', body: 'Бір' });
    await editor.publish(type, id, 'kk');
    await editor.save(type, id, 'ru', { title: 'Встреча' });
    await editor.publish(type, id, 'ru');
    await editor.save(type, id, 'kk', { body: 'Екі' });
    expect(await logOf(id)).toEqual(['publish kk', 'publish ru']);
    await editor.publish(type, id, 'kk');
    await editor.unpublish(type, id, 'ru');
    expect(await logOf(id)).toEqual(['publish kk', 'publish ru', 'publish kk', 'unpublish ru −']);
    expect(await publishedTitles()).toEqual(['kk Кездесу']);
  });

  it('is not recorded again when it is published without a change', async () => {
    const id = await editor.create(type, 'en', { title: 'Unchanged' });
    await editor.publish(type, id, 'en');
    await editor.publish(type, id, 'en');
    expect(await logOf(id)).toEqual(['publish en']);
  });

  it('goes with all its languages, or with one of them, when it is deleted', async () => {
    const id = await editor.create(type, 'kk', { title: 'Бірінші' });
    await editor.publish(type, id, 'kk');
    await editor.save(type, id, 'ru', { title: 'Первое' });
    await editor.publish(type, id, 'ru');
    await editor.remove(type, id, 'ru');
    expect((await logOf(id)).at(-1)).toBe('delete ru −');
    await editor.remove(type, id, '*');
    expect((await logOf(id)).at(-1)).toBe('delete kk −');
  });

  it('is recorded for bulk acts, for each of the documents', async () => {
    const ids = [await editor.create(type, 'en', { title: 'Bulk one' }), await editor.create(type, 'en', { title: 'Bulk two' })];
    await editor.act('POST', `${editor.collection(type)}/actions/bulkPublish?locale=en`, { documentIds: ids });
    await editor.act('POST', `${editor.collection(type)}/actions/bulkUnpublish?locale=en`, { documentIds: ids });
    await editor.act('POST', `${editor.collection(type)}/actions/bulkPublish?locale=en`, { documentIds: ids });
    await editor.act('POST', `${editor.collection(type)}/actions/bulkDelete?locale=en`, { documentIds: ids });
    for (const id of ids) expect(await logOf(id)).toEqual(['publish en', 'unpublish en −', 'publish en', 'delete en −']);
  });

  it('is recorded when code creates or updates it as published at once', async () => {
    const documents = newsroom.strapi.documents('plugin::newsroom.press-release');
    const { documentId } = await documents.create({ locale: 'ru', status: 'published', data: { title: 'Сразу' } as never });
    await documents.update({ documentId, locale: 'ru', status: 'published', data: { title: 'Сразу и ещё раз' } as never });
    expect(await logOf(documentId)).toEqual(['publish ru', 'publish ru']);
    expect(await publishedTitles()).toContain('ru Сразу и ещё раз');
    await documents.delete({ documentId });
  });
});

describe('a directory entry, which has no draft', () => {
  it('is recorded when it is saved, in every language whose data that changes', async () => {
    const id = await editor.create('delegation', 'kk', { electionBody: 'Орталық сайлау комиссиясы', countryCode: 'UZ' });
    await editor.save('delegation', id, 'ru', { electionBody: 'Центральная избирательная комиссия' });
    await editor.save('delegation', id, 'ru', { website: 'https://saylov.uz' });
    const made = ['create kk', 'create ru', 'create en'];
    expect(await logOf(id)).toEqual([...made, 'update ru', 'update kk', 'update ru', 'update en']);
  });
});

describe('a change that cannot be recorded', () => {
  it('is not published either', async () => {
    const id = await editor.create(type, 'en', { title: 'All or nothing' });
    const changes = newsroom.strapi.plugin('newsroom').service('changes');
    const record = changes.record;
    changes.record = async (...args: unknown[]) => {
      await record(...args);
      throw new Error('the disk is full');
    };
    await expect(editor.publish(type, id, 'en')).rejects.toThrow('500');
    changes.record = record;
    expect(await logOf(id)).toEqual([]);
    expect(
      await newsroom.strapi.db
        .query('plugin::newsroom.press-release')
        .count({ where: { documentId: id, publishedAt: { $notNull: true } } }),
    ).toBe(0);
    await editor.publish(type, id, 'en');
    expect(await logOf(id)).toEqual(['publish en']);
  });
});

describe('what an address is made of', () => {
  const version = async (id: string, language: string) =>
    (await newsroom.feed()).find((line) => line.id === id && line.language === language)?.data;

  it('is fixed at the first publication, for all languages', async () => {
    const id = await editor.create(type, 'kk', { title: 'Мекенжай', releasedAt: '2022-06-30T19:30:00.000Z' });
    await editor.publish(type, id, 'kk');
    const first = await version(id, 'kk');
    expect(first?.addressMonth).toBe('2022-07'); // past midnight in Almaty
    await editor.save(type, id, 'ru', { title: 'Адрес' });
    await editor.publish(type, id, 'ru');
    expect(await version(id, 'ru')).toMatchObject({ addressMonth: first?.addressMonth, publicSince: first?.publicSince });
    await editor.unpublish(type, id, 'kk');
    await editor.publish(type, id, 'kk', { releasedAt: '2023-01-15T08:00:00.000Z' });
    expect(await version(id, 'kk')).toMatchObject({
      addressMonth: '2022-07',
      publicSince: first?.publicSince,
      releasedAt: '2023-01-15T08:00:00.000Z',
    });
  });

  it('cannot be set by an editor', async () => {
    const id = await editor.create(type, 'en', {
      title: 'Forged',
      publicSince: '2001-01-01T00:00:00.000Z',
      addressMonth: '2001-01',
    });
    await editor.publish(type, id, 'en');
    expect((await version(id, 'en'))?.addressMonth).not.toBe('2001-01');
  });

  it('takes the moment of publication where no date of release was given', async () => {
    const id = await editor.create(type, 'en', { title: 'Undated' });
    await editor.publish(type, id, 'en');
    const data = await version(id, 'en');
    expect(data?.releasedAt).toBe(data?.publicSince);
  });
});

describe('a slug', () => {
  const slugs = async (id: string) =>
    (await newsroom.strapi.db.query('plugin::newsroom.press-release').findMany({ where: { documentId: id } })).map(
      (row) => row.slug,
    );

  it('is made from the title when it is empty, with a number when it is taken', async () => {
    const one = await editor.create(type, 'kk', { title: 'Қоғамдық тыңдау' });
    const two = await editor.create(type, 'kk', { title: 'Қоғамдық тыңдау' });
    expect([await slugs(one), await slugs(two)]).toEqual([['qogamdyq-tyndau'], ['qogamdyq-tyndau-2']]);
  });

  it('is another one for each of several releases of one title that are written and published in one instant', async () => {
    const place = `${editor.collection(type)}/actions/publish?locale=kk`;
    const made = await Promise.all([1, 2, 3].map(() => editor.act('POST', place, { title: 'Бірден' })));
    const ids = made.map(({ data }) => data?.documentId);
    const slugs = (await newsroom.feed()).filter(({ id }) => ids.includes(id)).map(({ data }) => data.slug);
    expect(slugs.sort()).toEqual(['birden', 'birden-2', 'birden-3']);
  });

  it('may be the same in another language, and be cleared to be made again', async () => {
    const one = await editor.create(type, 'en', { title: 'Twin' });
    const two = await editor.create(type, 'ru', { title: 'Twin' });
    expect([await slugs(one), await slugs(two)]).toEqual([['twin'], ['twin']]);
    await editor.save(type, one, 'en', { slug: '' });
    expect(await slugs(one)).toEqual(['twin']);
  });

  it('may not be taken among delegations either', async () => {
    const body = { electionBody: 'Somebody', countryCode: 'AZ', slug: 'somebody' };
    await editor.create('delegation', 'kk', body);
    const refused = await newsroom.request('POST', `${editor.collection('delegation')}?locale=kk`, {
      token: await newsroom.logIn(),
      body,
    });
    expect([refused.status, refused.body.error?.message]).toEqual([400, expect.stringContaining('is in use by "Somebody"')]);
  });

  it('stays when the title changes', async () => {
    const id = await editor.create(type, 'en', { title: 'First title' });
    await editor.save(type, id, 'en', { title: 'Second title' });
    expect(await slugs(id)).toEqual(['first-title']);
  });

  it('may not be that of another published release in the same language', async () => {
    const one = await editor.create(type, 'en', { title: 'Taken', slug: 'taken' });
    await editor.publish(type, one, 'en');
    const two = await editor.create(type, 'en', {
      title: 'Another',
      slug: 'taken',
      releasedAt: '2021-01-15T08:00:00.000Z',
    });
    const refused = await newsroom.request('POST', `${editor.collection(type)}/${two}/actions/publish?locale=en`, {
      token: await newsroom.logIn(),
      body: {},
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toBe(
      'The slug "taken" is in use by "Taken". Choose another slug, or change the other\'s first.',
    );
    expect(refused.body.error?.details.errors?.[0]?.path).toEqual(['slug']);
    await editor.save(type, two, 'ru', { title: 'Другой', slug: 'taken' });
    await editor.publish(type, two, 'ru');
  });
});

describe('a duplicate of a published release', () => {
  it('has an address and a first publication of its own', async () => {
    const original = await editor.create(type, 'kk', { title: 'Көшірме', releasedAt: '2021-05-05T05:00:00.000Z' });
    await editor.publish(type, original, 'kk');
    const { data } = await editor.act('POST', `${editor.collection(type)}/clone/${original}?locale=kk`, {
      title: 'Көшірме',
      releasedAt: '2026-02-02T05:00:00.000Z',
    });
    await editor.publish(type, data?.documentId ?? '', 'kk');
    const [first, second] = (await newsroom.feed()).filter((line) => line.data?.title === 'Көшірме').map((line) => line.data);
    expect([first?.slug, first?.addressMonth]).toEqual(['koshirme', '2021-05']);
    expect([second?.slug, second?.addressMonth]).toEqual(['koshirme-2', '2026-02']);
    expect(second?.publicSince).not.toBe(first?.publicSince);
  });
});

describe('a duplicate of a directory entry', () => {
  it('has a slug of its own', async () => {
    const original = await editor.create('delegation', 'kk', { electionBody: 'Central Election Commission', countryCode: 'AM' });
    const { data } = await editor.act('POST', `${editor.collection('delegation')}/auto-clone/${original}`, {});
    const rows = await newsroom.strapi.db
      .query('plugin::newsroom.delegation')
      .findMany({ where: { documentId: { $in: [original, data?.documentId] } } });
    expect(rows.flatMap((row) => row.slug ?? []).sort()).toEqual([
      'central-election-commission',
      'central-election-commission-2',
    ]);
  });

  it('keeps the slug that the editor gave it', async () => {
    const original = await editor.create(type, 'en', { title: 'To be copied' });
    const { data } = await editor.act('POST', `${editor.collection(type)}/clone/${original}?locale=en`, {
      title: 'Copy',
      slug: 'my-own-slug',
    });
    expect(
      await newsroom.strapi.db.query('plugin::newsroom.press-release').findOne({ where: { documentId: data?.documentId } }),
    ).toMatchObject({ slug: 'my-own-slug' });
  });
});

describe('a version that the site could not draw', () => {
  it('is refused at publication, naming the field, and stays a draft', async () => {
    const id = await editor.create(type, 'en', { title: 'Bad slug', slug: 'Bad Slug!' });
    const refused = await newsroom.request('POST', `${editor.collection(type)}/${id}/actions/publish?locale=en`, {
      token: await newsroom.logIn(),
      body: {},
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toContain(
      'Not published: "Bad slug" (English). "Bad Slug!" is no slug. The slug may have only small Latin letters',
    );
    expect(refused.body.error?.details.errors?.[0]?.path).toEqual(['slug']);
    expect(await logOf(id)).toEqual([]);
  });

  it('is refused when it is saved, for a type without drafts', async () => {
    const body = { electionBody: 'Somebody', countryCode: 'TR', website: 'javascript:alert(1)' };
    const refused = await newsroom.request('POST', `${editor.collection('delegation')}?locale=en`, {
      token: await newsroom.logIn(),
      body,
    });
    expect([refused.status, refused.body.error?.message]).toEqual([400, expect.stringContaining('begins with https://')]);
  });

  it('is refused without a title by the form itself', async () => {
    const id = await editor.create(type, 'en', { body: 'Text alone' });
    await expect(editor.publish(type, id, 'en')).rejects.toThrow('400');
  });
});

describe('several documents at once', () => {
  it('are published all or none, and the one that breaks the rules is named', async () => {
    const good = await editor.create(type, 'en', { title: 'Among others, good' });
    const bad = await editor.create(type, 'en', { title: 'Among others, bad', notice: { kind: 'withdrawn' } });
    const both = { documentIds: [good, bad], locale: ['en'] };
    await expect(editor.act('POST', `${editor.collection(type)}/actions/bulkPublish`, both)).rejects.toThrow(
      'Not published: \\"Among others, bad\\" (English). Readers must be told why',
    );
    expect([await logOf(good), await logOf(bad)]).toEqual([[], []]);
  });
});

describe('a release that the list duplicates', () => {
  it('is duplicated in the language that the list shows', async () => {
    const russian = await editor.create(type, 'ru', { title: 'Только по-русски' });
    const { data } = await editor.act('POST', `${editor.collection(type)}/auto-clone/${russian}?locale=ru`, {});
    expect(data).toMatchObject({ title: 'Только по-русски', locale: 'ru', slug: 'tolko-po-russki-2' });
  });
});

describe('an editor who is no administrator', () => {
  it('writes, publishes and deletes in every language', async () => {
    const { strapi } = newsroom;
    const role = await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
    const person = { ...administrator, email: 'editor@example.org' };
    await strapi
      .service('admin::user')
      .create({ ...person, firstname: 'E', isActive: true, registrationToken: null, roles: [role.id] });
    const colleague = editorOf(newsroom, await newsroom.logIn(person));
    for (const language of ['kk', 'ru', 'en']) {
      const id = await colleague.create(type, language, { title: `By an editor, ${language}` });
      await colleague.publish(type, id, language);
      await colleague.remove(type, id, '*');
      expect(await logOf(id)).toEqual([`publish ${language}`, `delete ${language} −`]);
    }
  });
});
