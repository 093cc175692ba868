const loggedIn = { policies: ['admin::isAuthenticatedAdmin'] };

/** People whose role has a permission of ours. */
function allowed(action: string) {
  const policy = { name: 'admin::hasPermissions', config: { actions: [`plugin::newsroom.${action}`] } };
  return { policies: ['admin::isAuthenticatedAdmin', policy] };
}

export default {
  /** What the admin's own forms ask, below `/newsroom`: people who logged in, nobody else. */
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/slug', handler: 'slug.make', config: loggedIn },
      { method: 'GET', path: '/standing/:type/:documentId', handler: 'standings.read', config: loggedIn },
      { method: 'GET', path: '/editions', handler: 'editions.read', config: loggedIn },
      { method: 'POST', path: '/orders', handler: 'orders.give', config: allowed('orders.give') },
      { method: 'GET', path: '/popular', handler: 'popular.read', config: loggedIn },
      { method: 'GET', path: '/popular/releases', handler: 'popular.find', config: loggedIn },
      { method: 'PUT', path: '/popular/choices', handler: 'popular.choose', config: allowed('popular.decide') },
      { method: 'PUT', path: '/popular/settings', handler: 'popular.set', config: allowed('popular.decide') },
      { method: 'PUT', path: '/popular/silence', handler: 'popular.silence', config: allowed('popular.decide') },
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
      { method: 'PUT', path: '/collections', handler: 'collections.store' },
      { method: 'PUT', path: '/outside-lists', handler: 'outside-lists.store' },
    ],
  },
};
