import { adminAddress } from '@newsroom/shared/admin-address';
import type { Language } from '@newsroom/shared/languages';
import { FeedFault } from './feed-fault.ts';

/** Why there can be no site. */
export function settingsMissing(language: Language, admin: string): FeedFault {
  return new FeedFault(
    'settings-missing',
    `The site has no settings in ${language}: its name, its publisher.`,
    `Enter them at ${adminAddress(admin, 'site-settings', '', language)}.`,
  );
}
