export default {
  /** What the admin's own forms ask, below `/newsroom`: people who logged in, nobody else. */
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/slug', handler: 'slug.make', config: { policies: ['admin::isAuthenticatedAdmin'] } },
      {
        method: 'GET',
        path: '/standing/:type/:documentId',
        handler: 'standings.read',
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
      { method: 'GET', path: '/editions', handler: 'editions.read', config: { policies: ['admin::isAuthenticatedAdmin'] } },
      {
        method: 'POST',
        path: '/orders',
        handler: 'orders.give',
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: ['plugin::newsroom.orders.give'] } },
          ],
        },
      },
    ],
  },
  /** What tokens may call, below `/api/newsroom`; each route is a permission of its own. There is nothing for strangers. */
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/feed', handler: 'feed.read' },
      { method: 'GET', path: '/changes', handler: 'changes.read' },
      { method: 'GET', path: '/changes/wait', handler: 'changes.wait' },
      { method: 'GET', path: '/media/:sha256', handler: 'media.read' },
      { method: 'POST', path: '/publisher/report', handler: 'publisher.report' },
      { method: 'PUT', path: '/metrics', handler: 'metrics.import' },
      { method: 'PUT', path: '/outside-lists', handler: 'outside-lists.store' },
    ],
  },
};
