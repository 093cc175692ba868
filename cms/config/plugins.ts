import path from 'node:path';
import type { Core } from '@strapi/strapi';

/*
 * The users-permissions plugin is left out on purpose: this CMS has editors, who are the admin's own users, and
 * no end users who could register.
 */
const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  newsroom: {
    enabled: true,
    resolve: './src/plugins/newsroom',
    config: {
      adminAddress: `${env('CMS_URL') || `http://localhost:${env.int('CMS_PORT', 1337)}`}/admin`,
      tokens: { feed: env('NEWSROOM_FEED_TOKEN'), metrics: env('NEWSROOM_METRICS_TOKEN') },
      firstAdministrator: {
        email: env('NEWSROOM_FIRST_ADMIN_EMAIL'),
        password: env('NEWSROOM_FIRST_ADMIN_PASSWORD'),
      },
      /** Where the bytes of published files are kept, beside the uploads. */
      originals: path.resolve(process.cwd(), '..', env('NEWSROOM_VAR') || 'var', 'cms', 'originals'),
      /** Where this machine notes what it saw of the change log last: a restored database is known by it. */
      lastSeen: path.resolve(process.cwd(), '..', env('NEWSROOM_VAR') || 'var', 'cms', 'last-seen.json'),
      uploadsKey: env('API_TOKEN_SALT'),
      /** All as text: the plugin reads it before Strapi starts, and says what is wrong. */
      desk: {
        site: env('SITE_URL') || `http://localhost:${env('SITE_PORT') || 4321}`,
        edition: env('NEWSROOM_EDITION_URL', ''),
        call: env('NEWSROOM_CALL') || 'none',
        quiet: env('NEWSROOM_CALL_QUIET') || '2',
        longest: env('NEWSROOM_CALL_LONGEST') || '15',
        url: env('NEWSROOM_CALL_URL', ''),
        secret: env('NEWSROOM_CALL_SECRET', ''),
        allowedHosts: env('NEWSROOM_CALL_ALLOWED_HOSTS', ''),
        githubApi: env('NEWSROOM_GITHUB_API', ''),
        githubRepository: env('NEWSROOM_GITHUB_REPOSITORY', ''),
        githubToken: env('NEWSROOM_GITHUB_TOKEN', ''),
      },
    },
  },
  upload: {
    config: {
      // Pictures and documents; nothing that a browser would run.
      security: {
        allowedTypes: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/avif',
          'image/gif',
          'application/pdf',
          'text/csv',
          'application/vnd.openxmlformats-officedocument.*',
          'application/vnd.oasis.opendocument.*',
        ],
        deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/javascript', 'text/javascript'],
      },
    },
  },
});

export default plugins;
