import { languages } from '@newsroom/shared/languages';
import { localDay } from '@newsroom/shared/local-time';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import { type AdminClient, logIn } from './admin-client.ts';
import { type DemoEntry, type DemoRelease, readDemoContent } from './demo-content.ts';
import { demoMetrics } from './demo-metrics.ts';

/** Identifiers in the CMS by the demo's keys. */
type Ids = Map<string, string>;

/**
 * Sends the demo newsroom to the CMS, as an editor would enter it, and publishes it. What is there already, by
 * country, name or title, is saved again, so a sending that was broken off can be repeated.
 */
export async function sendDemo(login: { email: string; password: string }): Promise<void> {
  const admin = await logIn(login.email, login.password);
  const content = readDemoContent();
  for (const language of languages) await admin.saveSingle('site-settings', language, content.settings[language]);
  const events = await sendEntries(admin, 'event', 'name', content.events);
  const delegations = await sendEntries(admin, 'delegation', 'electionBody', content.delegations);
  const organisations = await sendEntries(admin, 'observer-organisation', 'name', content.organisations);

  const releases: string[] = [];
  for (const release of content.releases)
    releases.push(await sendRelease(admin, release, { events, delegations, organisations }));
  await sendMetrics(releases);
}

async function sendEntries(admin: AdminClient, type: string, nameField: string, entries: DemoEntry[]): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, shared, texts } of entries) {
    let id = await admin.find(type, languages[0] ?? 'kk', nameField, texts[languages[0] ?? 'kk'][nameField] ?? '');
    for (const language of languages) id = await admin.save(type, language, id, { ...shared, ...texts[language] });
    if (id !== undefined) ids.set(key, id);
  }
  return ids;
}

async function sendRelease(
  admin: AdminClient,
  release: DemoRelease,
  ids: { events: Ids; delegations: Ids; organisations: Ids },
): Promise<string> {
  const { kind, releasedAt, texts } = release;
  const first = languages[0] ?? 'kk';
  let id = await admin.find('press-release', first, 'title', texts[first].title);
  for (const language of languages) {
    const related = (known: Ids, keys: string[]) => ({
      set: keys.map((key) => ({ documentId: idOf(known, key), locale: language })),
    });
    id = await admin.save('press-release', language, id, {
      kind,
      releasedAt,
      ...texts[language],
      event: related(ids.events, release.event === null ? [] : [release.event]),
      delegations: related(ids.delegations, release.delegations),
      observerOrganisations: related(ids.organisations, release.observerOrganisations),
    });
    await admin.publish('press-release', language, id);
  }
  if (id === undefined) throw new Failure(`The release ${release.key} was not taken in.`);
  return id;
}

function idOf(known: Ids, key: string): string {
  const id = known.get(key);
  if (id === undefined) throw new Failure(`The demo names "${key}", which it does not contain.`);
  return id;
}

async function sendMetrics(releases: string[]): Promise<void> {
  const response = await fetch(`${cmsOrigin()}/api/newsroom/metrics`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.NEWSROOM_METRICS_TOKEN}` },
    body: JSON.stringify(demoMetrics(releases, localDay(new Date().toISOString()))),
  });
  if (!response.ok) throw new Failure(`The CMS refused the demo's metrics (${response.status}): ${await response.text()}`);
}
