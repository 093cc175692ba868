/** A type that has language versions, or a field that each of them has for itself. */
export const localised = { i18n: { localized: true } };

/** A field that all language versions of a document share. */
export const shared = { i18n: { localized: false } };

/** A field that the plugin sets, once; editors do not see it. */
export const hidden = { writable: false, visible: false, configurable: false, pluginOptions: shared };
