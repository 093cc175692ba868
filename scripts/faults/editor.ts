import { languages } from '@newsroom/shared/languages';
import sharp from 'sharp';
import type { Random } from '../scale/random.ts';
import { type Admin, adminOf, type Told } from './admin.ts';
import { type Answer, Expectations, versionOf } from './expectations.ts';
import type { Newsroom } from './newsroom.ts';
import { nowhere } from './shown.ts';

/** A press release that the editor works on. */
interface Release {
  /** Stands in every slug and title of it: 'f12'. */
  subject: string;
  /** Undefined until the CMS gave one. */
  id: string | undefined;
  isBusy: boolean;
}

/** An editor who works without end, and remembers what was confirmed. */
export interface Editor {
  expectations: Expectations;
  /** Does something that changes what is published; gives its name and what came of it. */
  doSomething(): Promise<{ act: string; answer: Answer; why: string }>;
  /** Publishes something new; resolves when it was confirmed, or not. */
  publishNew(): Promise<Answer>;
  /** Publishes a version without the dead link that it has. */
  mend(id: string, language: string): Promise<Told>;
}

const collection = '/content-manager/collection-types/plugin::newsroom.';
const releases = `${collection}press-release`;
const settings = '/content-manager/single-types/plugin::newsroom.site-settings';

/** Makes what releases name, and gives the editor. @throws Error where the CMS refuses that */
export async function startEditor(newsroom: Newsroom, chance: Random): Promise<Editor> {
  const admin = adminOf(newsroom);
  const fields = { electionBody: 'delegation № 0', countryCode: 'KZ' };
  const delegation = await must(admin.send('POST', `${collection}delegation?locale=ru`, fields));
  await must(admin.send('PUT', `${settings}?locale=ru`, { description: 'site-settings № 0' }));
  const pictures: number[] = [];
  for (const number of [1, 2, 3]) pictures.push(await uploadPicture(admin, number));
  return new Worker(admin, chance, String(delegation.documentId), pictures);
}

class Worker implements Editor {
  readonly expectations = new Expectations();
  readonly #releases: Release[] = [];
  readonly #renaming = new Map<string, Promise<Told>>();
  #counter = 0;
  readonly #admin: Admin;
  readonly #chance: Random;
  readonly #delegation: string;
  readonly #pictures: number[];

  constructor(admin: Admin, chance: Random, delegation: string, pictures: number[]) {
    this.#admin = admin;
    this.#chance = chance;
    this.#delegation = delegation;
    this.#pictures = pictures;
    for (const subject of ['delegation', 'site-settings']) this.expectations.settle(versionOf(subject, 'ru'), `${subject} № 0`);
  }

  async doSomething() {
    const known = this.#releases.filter(({ id, isBusy }) => id !== undefined && !isBusy);
    const enough = known.length >= 4 && this.#chance.below(10) > (known.length > 25 ? 0 : 2);
    const [act, told] = enough ? await this.#change(this.#chance.pick(known)) : (['new', await this.#new()] as const);
    return { act, answer: told.answer, why: told.why };
  }

  async publishNew() {
    return (await this.#new()).answer;
  }

  async mend(id: string, language: string) {
    const release = this.#releases.find((each) => each.id === id);
    if (release === undefined) throw new Error(`The editor never wrote ${id}`);
    return await this.#publish(release, language, {});
  }

  async #new(): Promise<Told> {
    const release: Release = { subject: `f${this.#next()}`, id: undefined, isBusy: true };
    this.#releases.push(release);
    const language = this.#language();
    // A draft first, as the form does it: so its identifier is known before anything is published.
    const draft = await this.#admin.send('POST', `${releases}?locale=${language}`, {
      title: release.subject,
      slug: `${release.subject}-${language}`,
      delegations: { set: [{ documentId: this.#delegation, locale: language }] },
    });
    if (draft.answer === 'done') release.id = String(draft.data.documentId);
    const told = draft.answer === 'done' ? await this.#publish(release, language, {}) : draft;
    release.isBusy = false;
    return told;
  }

  async #change(release: Release): Promise<[string, Told]> {
    release.isBusy = true;
    const published = languages.filter((each) =>
      this.expectations.possible(versionOf(release.subject, each)).some((words) => words !== null),
    );
    const language = published.length > 0 ? this.#chance.pick(published) : this.#language();
    const acts: Record<string, () => Promise<Told>> = {
      edit: () => this.#publish(release, language, {}),
      language: () => this.#publish(release, this.#language(), {}),
      slug: () => this.#publish(release, language, { slug: `${release.subject}-${language}-${this.#next()}` }),
      picture: () =>
        this.#publish(release, language, { cover: { file: this.#chance.pick(this.#pictures), alternativeText: 'Зал' } }),
      withdraw: () => this.#publish(release, language, { notice: { kind: 'withdrawn', reason: 'Ошибка в тексте.' } }),
      'dead link': () => this.#publish(release, language, { body: `Смотрите [программу](${nowhere}).` }),
      unpublish: () => this.#remove(release, [language], 'POST', `/actions/unpublish?locale=${language}`),
      'delete a language': () => this.#remove(release, [language], 'DELETE', `?locale=${language}`),
      delete: () => this.#remove(release, languages, 'DELETE', '?locale=*'),
      'rename the delegation': () => this.#rename(`${collection}delegation/${this.#delegation}`, 'delegation', 'electionBody'),
      settings: () => this.#rename(settings, 'site-settings', 'description'),
    };
    const name = this.#chance.pick(Object.keys(acts));
    const told = (await acts[name]?.()) as Told;
    if (name === 'delete' && told.answer !== 'refused') release.id = undefined;
    release.isBusy = false;
    return [name, told];
  }

  async #publish({ subject, id }: Release, language: string, fields: object): Promise<Told> {
    const title = `${subject} № ${this.#next()}`;
    const place = `${releases}/${id}/actions/publish?locale=${language}`;
    return await this.#expect(versionOf(subject, language), title, () =>
      this.#admin.send('POST', place, { title, body: `Текст ${title}.`, ...fields }),
    );
  }

  async #remove({ subject, id }: Release, gone: readonly string[], method: 'POST' | 'DELETE', rest: string): Promise<Told> {
    const change = new Map(gone.map((language) => [versionOf(subject, language), null]));
    return await this.#expectAll(change, () =>
      this.#admin.send(method, `${releases}/${id}${rest}`, method === 'POST' ? {} : undefined),
    );
  }

  async #rename(place: string, subject: string, field: string): Promise<Told> {
    // One at a time: of two at once nobody knows which came last.
    while (this.#renaming.has(subject)) await this.#renaming.get(subject);
    const words = `${subject} № ${this.#next()}`;
    const told = this.#expect(versionOf(subject, 'ru'), words, () =>
      this.#admin.send('PUT', `${place}?locale=ru`, { [field]: words }),
    );
    this.#renaming.set(subject, told);
    await told;
    this.#renaming.delete(subject);
    return await told;
  }

  #expect(version: string, words: string, send: () => Promise<Told>): Promise<Told> {
    return this.#expectAll(new Map([[version, words]]), send);
  }

  async #expectAll(change: Map<string, string | null>, send: () => Promise<Told>): Promise<Told> {
    let told: Told | undefined;
    await this.expectations.act(change, async () => {
      told = await send();
      return told.answer;
    });
    if (told === undefined) throw new Error('nothing was sent');
    return told;
  }

  #language(): string {
    return this.#chance.pick(languages);
  }

  #next(): number {
    this.#counter += 1;
    return this.#counter;
  }
}

async function uploadPicture(admin: Admin, number: number): Promise<number> {
  const colour = { r: 60 * number, g: 120, b: 200 - 50 * number };
  const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `hall-${number}.png`);
  return Number((await must(admin.send('POST', '/upload', form))).id);
}

async function must(sent: Promise<Told>): Promise<Record<string, unknown>> {
  const { answer, data, why } = await sent;
  if (answer !== 'done') throw new Error(`The CMS did not take what the editor needs: ${why}`);
  return data;
}
