/**
 * The editions that the site said it was, in the order in which they were seen there; the last row is what readers get.
 * A row is written when another edition is seen than before, so an edition that comes back has another row.
 */
export const seenEditionModel = {
  uid: 'plugin::newsroom.seen-edition' as const,
  singularName: 'seen-edition',
  tableName: 'newsroom_seen_editions',
  attributes: {
    id: { type: 'increments' },
    epoch: { type: 'string', column: { notNullable: true } },
    generation: { type: 'integer', column: { notNullable: true } },
    seq: { type: 'integer', column: { notNullable: true } },
    /** Its `edition.json`. */
    edition: { type: 'text', column: { notNullable: true } },
    /** When it was seen first, by the CMS's own clock. */
    seenAt: { type: 'datetime', columnName: 'seen_at', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_seen_editions_seq', columns: ['epoch', 'seq'] }],
};
