import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import type { Found } from './found';

const type = 'outside-list';

/**
 * Compares the lists that were imported, of each source the newest, with the log, and appends what differs; nothing
 * while the popular lists stand still.
 *
 * @param act what is written of the reason
 */
export async function compareOutsideLists(strapi: Core.Strapi, found: Found, act: 'repair' | 'import'): Promise<void> {
  const plugin = strapi.plugin('newsroom');
  const mended = await inPublishTransaction(strapi, async () => {
    if (await plugin.service('silence').isOn()) return [];
    const kept: Map<string, string> = await plugin.service('outside-lists').newest();
    const logged: string[] = await plugin.service('changes').documentsOf(type);
    const appended: Found['mended'] = [];
    for (const id of new Set([...kept.keys(), ...logged])) {
      const list = kept.get(id);
      const data = list === undefined ? null : JSON.parse(list);
      if (await plugin.service('changes').append({ type, document: id, language: null }, act, data))
        appended.push({ type, id, language: null, went: data === null });
    }
    return appended;
  });
  found.mended.push(...mended);
}
