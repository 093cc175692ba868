import { popularChoicesId } from '@newsroom/shared/popular-choices';
import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import type { Found } from './found';

/** Compares what was decided about the popular lists with the log, and appends it where it differs. */
export async function comparePopularChoices(strapi: Core.Strapi, found: Found): Promise<void> {
  const choices = strapi.plugin('newsroom').service('popular-choices');
  const differed: boolean = await inPublishTransaction(strapi, () => choices.record('repair'));
  if (differed) found.mended.push({ type: 'popular-choices', id: popularChoicesId, language: null, went: false });
}
