/** Popular lists that others computed, as they came; the feed gives the newest of each source. */
export const outsideListModel = {
  uid: 'plugin::newsroom.outside-list' as const,
  singularName: 'outside-list',
  tableName: 'newsroom_outside_lists',
  attributes: {
    id: { type: 'increments' },
    source: { type: 'string', column: { notNullable: true } },
    /** An instant as the contract writes it, so that its text sorts by time. */
    capturedAt: { type: 'string', columnName: 'captured_at', column: { notNullable: true } },
    /** The list as canonical JSON. */
    data: { type: 'text', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_outside_lists_key', columns: ['source', 'captured_at'], type: 'unique' }],
};
