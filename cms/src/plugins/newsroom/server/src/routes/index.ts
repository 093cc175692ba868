/** What tokens may call, below `/api/newsroom`; each route is a permission of its own. There is nothing for strangers. */
export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/feed', handler: 'feed.read' },
      { method: 'PUT', path: '/metrics', handler: 'metrics.import' },
    ],
  },
};
