import type { Language } from '@newsroom/shared/languages';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import type { DemoFile } from './draw-pictures.ts';

/** A type of the newsroom by its name in Strapi, and a document's fields. */
type Fields = Record<string, unknown>;

/** A file in Strapi's media library. */
export interface UploadedFile {
  id: number;
  name: string;
  url: string;
}

/**
 * Works in the admin as an editor does, over the same addresses as the admin's own pages. The language is null for
 * types that have no language versions.
 */
export interface AdminClient {
  /** Finds a document by fields of one of its language versions. @param filters in Strapi's words, `{ name: … }` */
  find(type: string, language: Language | null, filters: Record<string, string>): Promise<string | undefined>;
  /** Saves a language version, of a new document if no identifier is given; gives the identifier. */
  save(type: string, language: Language | null, id: string | undefined, fields: Fields): Promise<string>;
  saveSingle(type: string, language: Language, fields: Fields): Promise<void>;
  /** Publishes language versions at once, as the admin's dialogue for several languages does. */
  publish(type: string, languages: Language[], id: string): Promise<void>;
  findFile(name: string): Promise<UploadedFile | undefined>;
  upload(file: DemoFile): Promise<UploadedFile>;
}

/** Logs in. @throws Failure if the CMS refuses, or does not answer */
export async function logIn(email: string, password: string): Promise<AdminClient> {
  const { token } = (await call('POST', '/admin/login', undefined, { email, password }).catch(() => {
    throw new Failure(`${email} cannot log in to the CMS at ${cmsOrigin()}. Is it running, and are address and password right?`);
  })) as { token: string };
  const uid = (type: string) => `plugin::newsroom.${type}`;
  const collection = (type: string) => `/content-manager/collection-types/${uid(type)}`;
  const version = (language: Language | null) => (language === null ? '' : `?locale=${language}`);
  return {
    async find(type, language, filters) {
      const query = new URLSearchParams({
        ...(language === null ? {} : { locale: language }),
        ...Object.fromEntries(Object.entries(filters).map(([field, value]) => [`filters${bracketed(field)}[$eq]`, value])),
      });
      const { results } = (await call('GET', `${collection(type)}?${query}`, token)) as { results: { documentId: string }[] };
      return results[0]?.documentId;
    },
    async save(type, language, id, fields) {
      const path = id === undefined ? collection(type) : `${collection(type)}/${id}`;
      const saved = (await call(id === undefined ? 'POST' : 'PUT', `${path}${version(language)}`, token, fields)) as {
        documentId: string;
      };
      return saved.documentId;
    },
    async saveSingle(type, language, fields) {
      await call('PUT', `/content-manager/single-types/${uid(type)}${version(language)}`, token, fields);
    },
    async publish(type, languages, id) {
      await call('POST', `${collection(type)}/actions/bulkPublish`, token, { documentIds: [id], locale: languages });
    },
    async findFile(name) {
      const query = new URLSearchParams({ 'filters[name][$eq]': name });
      const { results } = (await call('GET', `/upload/files?${query}`, token)) as { results: UploadedFile[] };
      return results[0];
    },
    async upload({ name, mime, bytes }) {
      const form = new FormData();
      form.append('files', new Blob([bytes], { type: mime }), name);
      form.append('fileInfo', JSON.stringify({ name }));
      const [uploaded] = (await call('POST', '/upload', token, form)) as [UploadedFile];
      return uploaded;
    },
  };
}

/** @example 'event.documentId' => '[event][documentId]' */
function bracketed(field: string): string {
  return field
    .split('.')
    .map((part) => `[${part}]`)
    .join('');
}

/** One request; Strapi wraps most answers in `data`. */
async function call(method: string, path: string, token: string | undefined, body?: Fields | FormData): Promise<unknown> {
  const response = await fetch(`${cmsOrigin()}${path}`, {
    method,
    headers: {
      ...(body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as { data?: unknown; error?: { message: string; details?: unknown } };
  if (!response.ok) {
    throw new Failure(
      `The CMS refused ${method} ${path} (${response.status}): ${answer.error?.message} ${JSON.stringify(answer.error?.details ?? {})}`,
    );
  }
  return answer.data && !('results' in answer) ? answer.data : answer;
}
