import type { Core } from '@strapi/strapi';
import { watchDocuments } from './documents';
import { changeModel } from './models/change';
import { collectionModel } from './models/collection';
import { dailyMetricsModel } from './models/daily-metrics';
import { leaseModel } from './models/lease';
import { orderModel } from './models/order';
import { originalModel } from './models/original';
import { outsideListModel } from './models/outside-list';
import { popularChoiceModel } from './models/popular-choice';
import { runModel } from './models/run';
import { seenEditionModel } from './models/seen-edition';
import { silenceModel } from './models/silence';

const models = [
  changeModel,
  collectionModel,
  dailyMetricsModel,
  originalModel,
  outsideListModel,
  leaseModel,
  orderModel,
  runModel,
  seenEditionModel,
  popularChoiceModel,
  silenceModel,
];

export function register({ strapi }: { strapi: Core.Strapi }) {
  for (const model of models) strapi.get('models').add(model);
  strapi.customFields.register({ name: 'slug', plugin: 'newsroom', type: 'string' });
  strapi.plugin('newsroom').service('edit-views').describe();
  watchDocuments(strapi);
  strapi.plugin('newsroom').service('private-uploads').closeUploads();
  strapi.plugin('newsroom').service('kept-uploads').keep();
  strapi.plugin('newsroom').service('site-languages').keep();
  strapi.plugin('newsroom').service('duplicates').inShownLanguage();
}
