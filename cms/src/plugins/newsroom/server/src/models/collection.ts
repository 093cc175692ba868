/** What a counter said of its work on a local day: what counts, what was left out and why. Nothing of it is published. */
export const collectionModel = {
  uid: 'plugin::newsroom.collection' as const,
  singularName: 'collection',
  tableName: 'newsroom_collections',
  attributes: {
    id: { type: 'increments' },
    source: { type: 'string', column: { notNullable: true } },
    day: { type: 'string', column: { notNullable: true } },
    views: { type: 'biginteger', column: { notNullable: true } },
    /** How much was left out for each reason, as JSON. */
    leftOut: { type: 'text', columnName: 'left_out', column: { notNullable: true } },
    /** Releases that one network asked for too often, as JSON. */
    spikes: { type: 'text', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_collections_key', columns: ['source', 'day'], type: 'unique' }],
};
