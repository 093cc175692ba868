// Strapi compiles this plugin together with the rest of the CMS; this hands over to what it compiled.
module.exports = require('../../../dist/src/plugins/newsroom/server/src/index.js').default;
