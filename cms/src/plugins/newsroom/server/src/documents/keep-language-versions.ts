import { isDirectoryType } from '@newsroom/shared/directory';
import { describeLanguage, isLanguage } from '@newsroom/shared/languages';
import { refuse, wordsFor } from '../words/refuse';
import { askedLanguages, type DocumentRule } from './act';

/** A directory entry goes as a whole or not at all: releases in each of the site's languages may name it. */
export const keepLanguageVersions: DocumentRule = async (act, next) => {
  if (act.action === 'delete' && isDirectoryType(act.type) && act.params.locale !== '*') {
    const kept = askedLanguages(act).filter(isLanguage);
    const { versionKept } = wordsFor(act.strapi);
    if (kept.length > 0) refuse(versionKept(kept.map((language) => describeLanguage(language).endonym).join(', ')));
  }
  return next();
};
