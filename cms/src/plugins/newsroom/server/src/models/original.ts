/** The files that published texts name, by the digest of their bytes, which lie in a folder of their own. */
export const originalModel = {
  uid: 'plugin::newsroom.original' as const,
  singularName: 'original',
  tableName: 'newsroom_originals',
  attributes: {
    id: { type: 'increments' },
    /** SHA-256, in hexadecimal. (Strapi would write a column `sha_256`.) */
    digest: { type: 'string', column: { notNullable: true } },
    mime: { type: 'string', column: { notNullable: true } },
    size: { type: 'integer', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_originals_digest', columns: ['digest'], type: 'unique' }],
};
