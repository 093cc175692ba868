import type { Core } from '@strapi/strapi';
import { watchDocuments } from './documents';
import { changeModel } from './models/change';
import { dailyMetricsModel } from './models/daily-metrics';
import { originalModel } from './models/original';
import { outsideListModel } from './models/outside-list';

export function register({ strapi }: { strapi: Core.Strapi }) {
  for (const model of [changeModel, dailyMetricsModel, originalModel, outsideListModel]) strapi.get('models').add(model);
  strapi.customFields.register({ name: 'slug', plugin: 'newsroom', type: 'string' });
  strapi.plugin('newsroom').service('edit-views').describe();
  watchDocuments(strapi);
  strapi.plugin('newsroom').service('private-uploads').closeUploads();
  strapi.plugin('newsroom').service('kept-uploads').keep();
  strapi.plugin('newsroom').service('site-languages').keep();
  strapi.plugin('newsroom').service('duplicates').inShownLanguage();
}
