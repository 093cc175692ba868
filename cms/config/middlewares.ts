import type { Core } from '@strapi/strapi';

/*
 * Left out on purpose: `strapi::cors`, since the admin is served from here and no other origin has business with
 * it; `strapi::poweredBy`, since nobody outside needs to know.
 */
const middlewares: Core.Config.Middlewares = [
  'strapi::logger',
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
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'plugin::newsroom.guard-uploads',
  'strapi::public',
];

export default middlewares;
