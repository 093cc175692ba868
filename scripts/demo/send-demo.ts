import { languages } from '@newsroom/shared/languages';
import { localDay } from '@newsroom/shared/local-time';
import { logIn } from './admin-client.ts';
import { readDemoContent } from './demo-content.ts';
import { demoMetrics } from './demo-metrics.ts';
import { importFigures } from './import-figures.ts';
import { sendAccreditations, sendEntries } from './send-directory.ts';
import { sendFiles } from './send-files.ts';
import { sendPages, sendRedirects } from './send-pages.ts';
import { sendReleases } from './send-releases.ts';

/**
 * Sends the demo newsroom to the CMS, as an editor would enter it, and publishes it. What is there already, by
 * name, title or address, is saved again, so a sending that was broken off can be repeated.
 */
export async function sendDemo(login: { email: string; password: string }): Promise<void> {
  const admin = await logIn(login.email, login.password);
  const content = readDemoContent();
  const files = await sendFiles(admin, content);
  for (const language of languages) {
    const { settings } = content;
    await admin.saveSingle('site-settings', language, { ...settings.shared, ...settings[language], logo: files.logo });
  }
  const ids = {
    events: await sendEntries(admin, 'event', content.events),
    delegations: await sendEntries(admin, 'delegation', content.delegations),
    organisations: await sendEntries(admin, 'observer-organisation', content.organisations),
  };
  await sendAccreditations(admin, content.accreditations, ids);
  const releases = await sendReleases(admin, content, files, ids);
  await sendPages(admin, content.pages, files);
  await sendRedirects(admin, content.redirects);
  await importFigures(demoMetrics(content.releases, releases, localDay(new Date().toISOString())), content.outsideList);
}
