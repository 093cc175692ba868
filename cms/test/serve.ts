import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/* A CMS as a process of its own. Its environment says everything; it tells its parent the port on which it listens. */
const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');

const cms = path.resolve(import.meta.dirname, '..');
process.chdir(cms);
const strapi = createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false });
await strapi.start();
strapi.log.level = 'error';
process.send?.((strapi.server.httpServer.address() as AddressInfo).port);
