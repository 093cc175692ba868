/** What the office decided about single releases in the popular lists: one row a pin or an exclusion. */
export const popularChoiceModel = {
  uid: 'plugin::newsroom.popular-choice' as const,
  singularName: 'popular-choice',
  tableName: 'newsroom_popular_choices',
  attributes: {
    id: { type: 'increments' },
    release: { type: 'string', column: { notNullable: true } },
    /** `pin` or `exclusion`. */
    kind: { type: 'string', column: { notNullable: true } },
    /** From 0, among those of its kind. */
    position: { type: 'integer', column: { notNullable: true } },
    /** For editors alone. */
    reason: { type: 'string' },
    by: { type: 'string', columnName: 'decided_by', column: { notNullable: true } },
    /** An instant as the contract writes it. */
    at: { type: 'string', columnName: 'decided_at', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_popular_choices_release', columns: ['release'], type: 'unique' }],
};
