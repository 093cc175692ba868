/** What each source counted for a release in a language on a local day; the feed gives their sums. */
export const dailyMetricsModel = {
  uid: 'plugin::newsroom.daily-metrics' as const,
  singularName: 'daily-metrics',
  tableName: 'newsroom_daily_metrics',
  attributes: {
    id: { type: 'increments' },
    release: { type: 'string', column: { notNullable: true } },
    language: { type: 'string', column: { notNullable: true } },
    day: { type: 'string', column: { notNullable: true } },
    source: { type: 'string', column: { notNullable: true } },
    views: { type: 'integer', column: { notNullable: true } },
    comments: { type: 'integer', column: { notNullable: true } },
    reactions: { type: 'integer', column: { notNullable: true } },
  },
  indexes: [
    { name: 'newsroom_daily_metrics_key', columns: ['release', 'language', 'day', 'source'], type: 'unique' },
    { name: 'newsroom_daily_metrics_day', columns: ['day'] },
  ],
};
