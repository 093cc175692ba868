/**
 * The times at which the popular lists stood still for readers: one row each. A silence lasts until it has an end;
 * then what was counted meanwhile is published, and when all of it is, the silence is settled.
 */
export const silenceModel = {
  uid: 'plugin::newsroom.silence' as const,
  singularName: 'silence',
  tableName: 'newsroom_silences',
  attributes: {
    id: { type: 'increments' },
    /** Instants as the contract writes them. */
    since: { type: 'string', column: { notNullable: true } },
    by: { type: 'string', columnName: 'begun_by', column: { notNullable: true } },
    until: { type: 'string', columnName: 'ended_at' },
    endedBy: { type: 'string', columnName: 'ended_by' },
    settledAt: { type: 'string', columnName: 'settled_at' },
  },
};
