import { type PopularDesk, popularDeskSchema } from '@newsroom/shared/popular-desk';
import { type Editor, startWithEditor } from './acts';
import { administrator, metricsToken, type TestNewsroom } from './newsroom';

/** A newsroom whose editor has the page "Popular" before them. */
export interface PopularNewsroom {
  newsroom: TestNewsroom;
  editor: Editor;
  token: string;
  /** Publishes a release in a language; its identifier. */
  release(title: string, language?: string): Promise<string>;
  /** A counter sends the views of a release on a day. */
  count(release: string, day: string, views: number, more?: object): Promise<void>;
  desk(query?: string, as?: string): Promise<PopularDesk>;
  /** What an editor asks of the page; what the CMS answers. */
  put(
    what: 'choices' | 'settings' | 'silence',
    body: unknown,
    as?: string,
  ): Promise<{ status: number; told: string | undefined }>;
  /** The rows of the log since there were so many, as "act type document". */
  appended(since: number): Promise<string[]>;
  /** How many rows the log has. */
  logged(): Promise<number>;
  /** The token of somebody with one of Strapi's own roles. */
  personWith(role: string): Promise<string>;
}

export async function startPopular(): Promise<PopularNewsroom> {
  const { newsroom, editor, token } = await startWithEditor();
  await newsroom.strapi.plugin('newsroom').service('desk').stop();
  return {
    newsroom,
    editor,
    token,
    async release(title, language = 'kk') {
      const id = await editor.create('press-release', language, { title });
      await editor.publish('press-release', id, language);
      return id;
    },
    async count(release, day, views, more = {}) {
      const rows = [{ release, language: 'kk', day, views, comments: 0, reactions: 0, ...more }];
      const answer = await newsroom.request('PUT', '/api/newsroom/metrics', {
        token: metricsToken,
        body: { source: 'log', rows },
      });
      if (answer.status !== 200) throw new Error(answer.text);
    },
    async desk(query = '', as = token) {
      const { status, text } = await newsroom.request('GET', `/newsroom/popular${query}`, { token: as });
      if (status !== 200) throw new Error(`${status} ${text}`);
      return popularDeskSchema.parse(JSON.parse(text));
    },
    async put(what, body, as = token) {
      const answer = await newsroom.request('PUT', `/newsroom/popular/${what}`, { token: as, body });
      return { status: answer.status, told: answer.body.error?.message };
    },
    async appended(since) {
      return (await newsroom.changes()).slice(since).map(({ act, type, document }) => `${act} ${type} ${document}`);
    },
    logged: async () => (await newsroom.changes()).length,
    async personWith(role) {
      const person = { ...administrator, email: `${role}@example.org` };
      const { id } = await newsroom.strapi.db.query('admin::role').findOne({ where: { code: role } });
      const data = { ...person, firstname: 'Айгерім', lastname: 'Серік', isActive: true, registrationToken: null, roles: [id] };
      await newsroom.strapi.service('admin::user').create(data);
      return newsroom.logIn(person);
    },
  };
}
