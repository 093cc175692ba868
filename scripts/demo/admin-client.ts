import type { Language } from '@newsroom/shared/languages';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';

/** A type of the newsroom by its name in Strapi, and a document's fields. */
type Fields = Record<string, unknown>;

/** Works in the admin as an editor does, over the same addresses as the admin's own pages. */
export interface AdminClient {
  /** Finds a document by a field of one of its language versions. */
  find(type: string, language: Language, field: string, value: string): Promise<string | undefined>;
  /** Saves a language version, of a new document if no identifier is given; gives the identifier. */
  save(type: string, language: Language, id: string | undefined, fields: Fields): Promise<string>;
  saveSingle(type: string, language: Language, fields: Fields): Promise<void>;
  publish(type: string, language: Language, id: string): Promise<void>;
}

/** Logs in. @throws Failure if the CMS refuses, or does not answer */
export async function logIn(email: string, password: string): Promise<AdminClient> {
  const { token } = (await call('POST', '/admin/login', undefined, { email, password }).catch(() => {
    throw new Failure(`${email} cannot log in to the CMS at ${cmsOrigin()}. Is it running, and are address and password right?`);
  })) as { token: string };
  const uid = (type: string) => `plugin::newsroom.${type}`;
  const collection = (type: string) => `/content-manager/collection-types/${uid(type)}`;
  return {
    async find(type, language, field, value) {
      const query = new URLSearchParams({ locale: language, [`filters[${field}][$eq]`]: value });
      const { results } = (await call('GET', `${collection(type)}?${query}`, token)) as { results: { documentId: string }[] };
      return results[0]?.documentId;
    },
    async save(type, language, id, fields) {
      const path = id === undefined ? collection(type) : `${collection(type)}/${id}`;
      const saved = (await call(id === undefined ? 'POST' : 'PUT', `${path}?locale=${language}`, token, fields)) as {
        documentId: string;
      };
      return saved.documentId;
    },
    async saveSingle(type, language, fields) {
      await call('PUT', `/content-manager/single-types/${uid(type)}?locale=${language}`, token, fields);
    },
    async publish(type, language, id) {
      await call('POST', `${collection(type)}/${id}/actions/publish?locale=${language}`, token, {});
    },
  };
}

/** One request; Strapi wraps most answers in `data`. */
async function call(method: string, path: string, token: string | undefined, body?: Fields): Promise<unknown> {
  const response = await fetch(`${cmsOrigin()}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as { data?: unknown; error?: { message: string; details?: unknown } };
  if (!response.ok) {
    throw new Failure(
      `The CMS refused ${method} ${path} (${response.status}): ${answer.error?.message} ${JSON.stringify(answer.error?.details ?? {})}`,
    );
  }
  return answer.data && !('results' in answer) ? answer.data : answer;
}
