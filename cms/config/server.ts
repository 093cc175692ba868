import type { Core } from '@strapi/strapi';

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  // Readers never come here, so only this machine may, unless the operator says otherwise.
  host: env('CMS_HOST', '127.0.0.1'),
  port: env.int('CMS_PORT', 1337),
  url: env('CMS_URL', `http://127.0.0.1:${env.int('CMS_PORT', 1337)}`),
  app: { keys: env.array('APP_KEYS', []) },
  logger: { updates: { enabled: false } },
});

export default server;
