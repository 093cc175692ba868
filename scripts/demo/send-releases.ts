import type { Language } from '@newsroom/shared/languages';
import type { AdminClient } from './admin-client.ts';
import type { DemoContent, DemoRelease, Fields } from './demo-content.ts';
import { type DirectoryIds, idOf } from './send-directory.ts';
import type { SentFiles } from './send-files.ts';

/**
 * Saves and publishes every release in its languages, the oldest first, so that a release finds those that it names.
 *
 * @returns the releases' identifiers by the demo's keys
 */
export async function sendReleases(
  admin: AdminClient,
  content: DemoContent,
  files: SentFiles,
  ids: DirectoryIds,
): Promise<Map<string, string>> {
  const sent = new Map<string, string>();
  for (const release of content.releases) {
    let id: string | undefined;
    for (const language of release.languages) {
      id ??= await admin.find('press-release', language, { title: release.texts[language]?.title ?? '' });
      const fields = { ...fieldsOf(release, language, content, files), ...relationsOf(release, language, ids, sent) };
      id = await admin.save('press-release', language, id, fields);
    }
    if (id === undefined) continue;
    await admin.publish('press-release', release.languages, id);
    sent.set(release.key, id);
  }
  return sent;
}

/** What a language version of a release says and shows. */
function fieldsOf(release: DemoRelease, language: Language, content: DemoContent, files: SentFiles): Fields {
  const { kind, releasedAt, notice } = release;
  const text = release.texts[language];
  const picture = (key: string) => ({
    file: files.idOf(`${key}.jpg`),
    ...content.pictures.pictures[key]?.[language],
    credit: content.pictures.credit[language],
  });
  return {
    kind,
    releasedAt,
    ...text,
    body: files.address(text?.body ?? ''),
    cover: release.cover === null ? null : picture(release.cover),
    gallery: release.gallery.map(picture),
    attachments: release.attachments.map(({ file, title }) => ({
      file: files.idOf(file[language] ?? ''),
      title: title[language],
    })),
    corrections: release.corrections.map((correction) => ({ ...correction, text: correction.text[language] })),
    notice: notice && { kind: notice.kind, reason: notice.reason[language] },
  };
}

/** What a release is tied to: in Strapi, the language versions of the same language. */
function relationsOf(release: DemoRelease, language: Language, ids: DirectoryIds, sent: Map<string, string>): Fields {
  const related = (known: Map<string, string>, keys: string[]) => ({
    set: keys.map((key) => ({ documentId: idOf(known, key), locale: language })),
  });
  return {
    event: related(ids.events, release.event === null ? [] : [release.event]),
    delegations: related(ids.delegations, release.delegations),
    observerOrganisations: related(ids.organisations, release.observerOrganisations),
    related: related(sent, release.related),
  };
}
