import type { Core } from '@strapi/strapi';
import { watchDocuments } from './documents';
import { changeModel } from './models/change';
import { dailyMetricsModel } from './models/daily-metrics';

export function register({ strapi }: { strapi: Core.Strapi }) {
  strapi.get('models').add(changeModel);
  strapi.get('models').add(dailyMetricsModel);
  strapi.customFields.register({ name: 'slug', plugin: 'newsroom', type: 'string' });
  strapi.plugin('newsroom').service('edit-views').describe();
  watchDocuments(strapi);
  strapi.plugin('newsroom').service('private-uploads').closeUploads();
  strapi.plugin('newsroom').service('site-languages').keep();
}
