import type { Core } from '@strapi/strapi';

/*
 * Left out on purpose: `strapi::poweredBy`, since nobody outside needs to know. In the place of `strapi::logger` stands
 * ours, since Strapi's tells of every poll.
 */
const middlewares: Core.Config.Middlewares = [
  'plugin::newsroom.log-requests',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        // Texts, not lists: Strapi merges lists with its own, which name hosts that the admin has no need of.
        directives: { 'connect-src': "'self'", 'img-src': "'self' data: blob:", 'font-src': "'self' data:" },
      },
    },
  },
  // The admin is served from here: no other origin has any business with it.
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'plugin::newsroom.guard-uploads',
  'strapi::public',
];

export default middlewares;
