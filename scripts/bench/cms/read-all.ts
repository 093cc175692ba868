import type { FeedHeader } from '@newsroom/shared/feed';
import { languages } from '@newsroom/shared/languages';
import { Failure } from '../../machine/failure.ts';

/** What of a document's relations, components and files a REST client has to ask for to know what the feed tells. */
const populated: Record<string, string[]> = {
  'press-releases': [
    ...['event', 'delegations', 'observerOrganisations', 'related'].map((name) => `[${name}][fields][0]=documentId`),
    ...['cover', 'gallery', 'attachments'].map((name) => `[${name}][populate][0]=file`),
    ...['corrections', 'notice'].map((name) => `[${name}]=true`),
  ],
  delegations: ['[head]=true', '[members]=true', '[logo]=true'],
  'observer-organisations': ['[logo]=true'],
  events: [],
  accreditations: ['event', 'delegation', 'observerOrganisation'].map((name) => `[${name}][fields][0]=documentId`),
  pages: [],
  redirects: [],
};

/** The types that have no languages, by their names in REST. */
const withoutLanguage = ['accreditations', 'redirects'];

/** Types of the feed that are not counted: the first has no list in REST, the others no document. */
const uncounted = ['site-settings', 'daily-metrics', 'outside-list', 'popular-choices'];

/** A state of what is published, as readers name it. */
export type State = Pick<FeedHeader, 'epoch' | 'seq' | 'mark'>;

/** The newest state. */
export async function headOf(origin: string, token: string): Promise<State> {
  const response = await ask(`${origin}/api/newsroom/changes/wait?seconds=0`, token);
  return (await response.json()) as State;
}

/** Reads the feed, whole or since a state; gives how many documents it has, each language counted, metrics not. */
export async function readFeed(origin: string, token: string, since?: State): Promise<number> {
  const question = since === undefined ? '' : `?epoch=${since.epoch}&since=${since.seq}&mark=${since.mark}`;
  const response = await ask(`${origin}/api/newsroom/feed${question}`, token);
  let header = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) if (!header.includes('\n')) header += decoder.decode(chunk, { stream: true });
  const { counts } = JSON.parse(header.slice(0, header.indexOf('\n'))) as FeedHeader;
  return counts.filter(({ type }) => !uncounted.includes(type)).reduce((sum, { count }) => sum + count, 0);
}

/** Reads the same documents as a client of Strapi's REST interface does, 100 a page; gives how many they are. */
export async function readRest(origin: string, token: string): Promise<number> {
  let documents = 0;
  for (const [type, fields] of Object.entries(populated)) {
    for (const language of withoutLanguage.includes(type) ? [null] : languages) {
      for (let [page, pages] = [1, 1]; page <= pages; page += 1) {
        const question = [
          ...fields.map((field) => `populate${field}`),
          ...(language === null ? [] : [`locale=${language}`]),
          ...[`sort=id`, `pagination[page]=${page}`, 'pagination[pageSize]=100'],
        ].join('&');
        const response = await ask(`${origin}/api/newsroom/${type}?${question}`, token);
        const { data, meta } = (await response.json()) as { data: unknown[]; meta: { pagination: { pageCount: number } } };
        documents += data.length;
        pages = meta.pagination.pageCount;
      }
    }
  }
  return documents;
}

async function ask(address: string, token: string): Promise<Response> {
  const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Failure(`${address} was answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return response;
}
