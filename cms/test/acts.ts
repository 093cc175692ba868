import { startNewsroom, type TestNewsroom } from './newsroom';

/** A file of the media library, with the address that Strapi keeps. */
export interface Uploaded {
  id: number;
  url: string;
  hash: string;
}

type Fields = Record<string, unknown>;

/** What an editor does in the admin, over the admin's own addresses; every act expects to succeed. */
export function editorOf(newsroom: TestNewsroom, token: string) {
  const collection = (type: string) => `/content-manager/collection-types/plugin::newsroom.${type}`;
  const act = async (method: string, address: string, body?: unknown) => {
    const answer = await newsroom.request(method, address, { token, body });
    if (answer.status >= 300) throw new Error(`${method} ${address}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  return {
    act,
    collection,
    create: async (type: string, locale: string, fields: Fields): Promise<string> =>
      (await act('POST', `${collection(type)}?locale=${locale}`, fields)).data?.documentId ?? '',
    save: (type: string, id: string, locale: string, fields: Fields) =>
      act('PUT', `${collection(type)}/${id}?locale=${locale}`, fields),
    publish: (type: string, id: string, locale: string, fields: Fields = {}) =>
      act('POST', `${collection(type)}/${id}/actions/publish?locale=${locale}`, fields),
    unpublish: (type: string, id: string, locale: string) =>
      act('POST', `${collection(type)}/${id}/actions/unpublish?locale=${locale}`, {}),
    /** Puts a file into the media library. */
    upload: async (name: string, mime: string, bytes: Uint8Array): Promise<Uploaded> => {
      const form = new FormData();
      form.append('files', new Blob([new Uint8Array(bytes)], { type: mime }), name);
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${newsroom.origin}/upload`, { method: 'POST', headers, body: form });
      const [file] = (await answer.json()) as Uploaded[];
      if (file === undefined) throw new Error(`${name} was not taken in: ${answer.status}`);
      return newsroom.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } });
    },
    remove: (type: string, id: string, locale: string) => act('DELETE', `${collection(type)}/${id}?locale=${locale}`),
  };
}

export type Editor = ReturnType<typeof editorOf>;

/** A newsroom of a test file's own, with its administrator at work in it. */
export async function startWithEditor(settings: Record<string, string> = {}) {
  const newsroom = await startNewsroom(settings);
  const token = await newsroom.logIn();
  return { newsroom, token, editor: editorOf(newsroom, token) };
}
