import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Uploads lie with everything else that is not code, and Strapi wants their folder to be there. */
const publicFolder = path.resolve(process.cwd(), '..', process.env.NEWSROOM_VAR || 'var', 'cms', 'public');
mkdirSync(path.join(publicFolder, 'uploads'), { recursive: true });

const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  // Readers never come here, so only this machine may, unless the operator says otherwise.
  host: env('CMS_HOST', '127.0.0.1'),
  port: env.int('CMS_PORT', 1337),
  url: env('CMS_URL', ''), // empty: the admin calls the address at which it was opened
  app: { keys: env.array('APP_KEYS', []) },
  dirs: { public: publicFolder },
  logger: { updates: { enabled: false } },
});

export default server;
