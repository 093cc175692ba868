/** What the log writes in the place of a language, for types whose documents have none. */
export const noLanguage = '';

/**
 * The change log. Append-only; the row's `id` is its seq, which only grows, and "everything up to seq N" is one
 * exact state of what is published: the newest row per type, document and language with a seq of at most N.
 */
export const changeModel = {
  uid: 'plugin::newsroom.change' as const,
  singularName: 'change',
  tableName: 'newsroom_changes',
  attributes: {
    id: { type: 'increments' },
    type: { type: 'string', column: { notNullable: true } },
    document: { type: 'string', column: { notNullable: true } },
    language: { type: 'string', column: { notNullable: true } },
    /** What the editor did: `publish`, `unpublish`, `update`, … */
    act: { type: 'string', column: { notNullable: true } },
    /** Canonical JSON of the version as published; null where it went. */
    data: { type: 'text' },
    at: { type: 'datetime', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_changes_newest', columns: ['type', 'document', 'language', 'id'] }],
};
