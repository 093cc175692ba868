import type { Core } from '@strapi/strapi';
import { watchDocuments } from './documents';
import { changeModel } from './models/change';
import { dailyMetricsModel } from './models/daily-metrics';

export function register({ strapi }: { strapi: Core.Strapi }) {
  strapi.get('models').add(changeModel);
  strapi.get('models').add(dailyMetricsModel);
  watchDocuments(strapi);
  strapi.plugin('newsroom').service('private-uploads').closeUploads();
  strapi.plugin('newsroom').service('site-languages').keep();
}
