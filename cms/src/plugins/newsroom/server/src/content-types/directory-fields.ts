import { hidden, localised, shared } from './localisation';

/** What tells, of every document of the directory, its languages; kept by the plugin. */
export const directoryFields = {
  /** How lists and pickers name the version. */
  listedAs: { type: 'string', maxLength: 250, pluginOptions: localised },
  sourceLanguage: { type: 'string', ...hidden },
};

/** What is told of whoever sends observers. */
export const participantFields = {
  /** One a line. */
  aliases: { type: 'text', maxLength: 2000, pluginOptions: localised },
  website: { type: 'string', maxLength: 250, pluginOptions: shared },
  description: { type: 'richtext', maxLength: 20_000, pluginOptions: localised },
  logo: { type: 'media', multiple: false, allowedTypes: ['images'], pluginOptions: shared },
};
