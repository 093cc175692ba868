/** Work that one of several processes on this database does: who holds it, until when, and how far the work is. */
export const leaseModel = {
  uid: 'plugin::newsroom.lease' as const,
  singularName: 'lease',
  tableName: 'newsroom_leases',
  attributes: {
    id: { type: 'increments' },
    name: { type: 'string', column: { notNullable: true } },
    holder: { type: 'string', column: { notNullable: true } },
    /** Milliseconds since 1970, by the database's own clock. */
    until: { type: 'biginteger', column: { notNullable: true } },
    /** What the holder has to remember, as JSON: only the holder can write it. */
    state: { type: 'text' },
  },
  indexes: [{ name: 'newsroom_leases_name', columns: ['name'], type: 'unique' }],
};
