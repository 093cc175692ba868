/** What publishers report of their runs: one row a run, with the newest report. */
export const runModel = {
  uid: 'plugin::newsroom.run' as const,
  singularName: 'run',
  tableName: 'newsroom_runs',
  attributes: {
    id: { type: 'increments' },
    /** The name that the publisher gave it. */
    run: { type: 'string', column: { notNullable: true } },
    /** The kind of its state. */
    kind: { type: 'string', column: { notNullable: true } },
    /** The generation that it deployed; null for all others. */
    generation: { type: 'integer' },
    /** By the CMS's own clock: when it was heard from first, and last. */
    begunAt: { type: 'datetime', columnName: 'begun_at', column: { notNullable: true } },
    heardAt: { type: 'datetime', columnName: 'heard_at', column: { notNullable: true } },
    /** The newest report as JSON. */
    report: { type: 'text', column: { notNullable: true } },
  },
  indexes: [{ name: 'newsroom_runs_run', columns: ['run'], type: 'unique' }],
};
