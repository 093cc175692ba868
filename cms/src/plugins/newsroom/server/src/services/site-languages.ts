import { describeLanguage, isLanguage } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { refuse, wordsFor } from '../words/refuse';

/**
 * Deleting a language in Strapi's settings deletes all texts in it at once, past the Document Service and without
 * a transaction. The languages of the site are kept.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  keep(): void {
    const locales = strapi.plugin('i18n').service('locales');
    const { delete: deleteLocale } = locales;
    locales.delete = async (which: { id: number }) => {
      const code = (await locales.findById(which.id))?.code;
      if (isLanguage(code)) refuse(wordsFor(strapi).languageKept(`${describeLanguage(code).endonym} (${code})`));
      return deleteLocale(which);
    };
  },
});
