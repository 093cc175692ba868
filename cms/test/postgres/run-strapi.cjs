// A process of its own for a test: starts the compiled CMS, tells its parent the address, ends when it is told to.
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

async function run() {
  const cms = path.resolve(__dirname, '../..');
  process.chdir(cms);
  const strapi = await createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false }).load();
  strapi.log.level = 'error';
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  strapi.server.mount();
  process.on('message', async () => {
    await strapi.destroy();
    process.exit(0);
  });
  process.send(`http://127.0.0.1:${strapi.server.httpServer.address().port}`);
}

run().catch((error) => {
  console.error(error);
  process.exit(1);
});
