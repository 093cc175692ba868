import type { AdminClient } from './admin-client.ts';
import type { DemoContent, DemoPage } from './demo-content.ts';
import type { SentFiles } from './send-files.ts';

/** Saves and publishes the pages that stand still. */
export async function sendPages(admin: AdminClient, pages: DemoPage[], files: SentFiles): Promise<void> {
  for (const { languages, place, order, slugs, texts } of pages) {
    let id: string | undefined;
    for (const language of languages) {
      const { title = '', body = '' } = texts[language] ?? {};
      const slug = slugs[language];
      id ??= await admin.find('page', language, { title });
      id = await admin.save('page', language, id, { title, slug, body: files.address(body), place, order });
    }
    if (id !== undefined) await admin.publish('page', languages, id);
  }
}

/** Saves what is answered at addresses that pages have left. */
export async function sendRedirects(admin: AdminClient, redirects: DemoContent['redirects']): Promise<void> {
  for (const redirect of redirects) {
    const found = await admin.find('redirect', null, { from: redirect.from });
    await admin.save('redirect', null, found, redirect);
  }
}
