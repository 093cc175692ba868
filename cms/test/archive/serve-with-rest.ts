import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core, UID } from '@strapi/strapi';
import { documentTypes, uidOf } from '../../src/plugins/newsroom/server/src/documents/act.ts';

/*
 * A CMS as a process of its own in which Strapi's REST interface is open, to be measured beside the feed: this CMS has
 * none. The routes are those that Strapi's own factories make. The environment says everything else; the parent is told
 * the port and a token that may read everything.
 */
const require = createRequire(import.meta.url);
const { createStrapi, factories } = require('@strapi/strapi') as typeof import('@strapi/strapi');

const cms = path.resolve(import.meta.dirname, '..', '..');
process.chdir(cms);
const strapi = createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false });
await strapi.register();
openRest(strapi);
await strapi.bootstrap();
strapi.isLoaded = true;
await strapi.start();
strapi.log.level = 'error';
const token = await readingToken(strapi);
await strapi.plugin('newsroom').service('comparison').done(); // begun by listening; measured is what comes after
process.send?.({ port: (strapi.server.httpServer.address() as AddressInfo).port, token });

/** Opens `GET /api/newsroom/<plural>` for each type: between Strapi's registration, which knows them, and its routing. */
function openRest(strapi: Core.Strapi): void {
  const uids = documentTypes.map((type) => [type, uidOf(type)] as const);
  const made = <T>(make: (uid: UID.ContentType) => T) => Object.fromEntries(uids.map(([type, uid]) => [type, make(uid)]));
  strapi.get('services').add(
    'plugin::newsroom',
    made((uid) => factories.createCoreService(uid)),
  );
  strapi.get('controllers').add(
    'plugin::newsroom',
    made((uid) => factories.createCoreController(uid)),
  );
  const routes = uids.map(([type, uid]) => ({
    ...{ method: 'GET' as const, path: `/${strapi.contentType(uid).info.pluralName}`, handler: `${type}.find` },
    ...{ config: {}, info: {} },
  }));
  Object.assign(strapi.plugin('newsroom').routes, { rest: { type: 'content-api', routes } });
}

async function readingToken(strapi: Core.Strapi): Promise<string> {
  const name = `REST ${process.pid}`;
  const made = await strapi.service('admin::api-token').create({ name, description: '', type: 'read-only', lifespan: null });
  return made.accessKey;
}
