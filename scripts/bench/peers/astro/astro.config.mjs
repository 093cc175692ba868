import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  site: 'https://newsroom.example',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  cacheDir: './cache',
  vite: { cacheDir: 'cache/vite' },
  // Writing files is awaited one at a time otherwise, which leaves a processor idle.
  build: { concurrency: 4 },
  image: { service: passthroughImageService() },
  integrations: [sitemap({ i18n: { defaultLocale: 'kk', locales: { kk: 'kk', ru: 'ru', en: 'en' } } })],
});
