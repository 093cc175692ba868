import { languages } from '@newsroom/shared/languages';
import {
  correctionsPath,
  delegationsPath,
  eventsPath,
  homePath,
  newsPath,
  organisationsPath,
  popularPath,
} from '@newsroom/shared/permalink';
import type { Core } from '@strapi/strapi';
import { refuseFor, wordsFor } from '../words/refuse';
import { type DocumentRule, uidOf } from './act';
import { documentAt } from './document-at';

interface Redirect {
  documentId: string;
  from: string;
  to: string | null;
}

const lists = [homePath, newsPath, delegationsPath, organisationsPath, eventsPath, popularPath, correctionsPath];

/** Refuses a redirect from where a page stands or another redirect begins, and one that leads back to itself. */
export const refuseCircularRedirect: DocumentRule = async (act, next) => {
  const { strapi, type, action, params } = act;
  if (type !== 'redirect' || action === 'delete') return next();
  for (const field of ['from', 'to']) {
    const value = params.data?.[field];
    if (typeof value === 'string') params.data = { ...params.data, [field]: value.trim() };
  }
  const result = await next();
  if (result === null) return result;

  const all: Redirect[] = await strapi.db.query(uidOf(type)).findMany({});
  const redirect = all.find(({ documentId }) => documentId === result.documentId);
  if (redirect?.from) await check(strapi, redirect, all); // without a start it is refused for what it lacks
  return result;
};

async function check(strapi: Core.Strapi, { documentId, from, to }: Redirect, all: Redirect[]): Promise<void> {
  const words = wordsFor(strapi);
  const others = all.filter((other) => other.documentId !== documentId);
  if (from === to) refuseFor('redirectToItself', 'to', words.redirectToItself());
  if (others.some((other) => other.from === from)) refuseFor('redirectTaken', 'from', words.redirectTaken(from));
  if (languages.some((language) => lists.some((list) => list(language) === from))) {
    refuseFor('redirectFromList', 'from', words.redirectFromList(from));
  }
  const title = await documentAt(strapi, from);
  if (title !== undefined) refuseFor('redirectFromPage', 'from', words.redirectFromPage(from, title));

  const targets = new Map(others.map((other) => [other.from, other.to]));
  const passed = new Set<string>();
  for (let place = to; place !== null && place !== undefined && !passed.has(place); place = targets.get(place) ?? null) {
    passed.add(place);
    if (targets.get(place) === from) refuseFor('redirectLoop', 'to', words.redirectLoop(place));
  }
}
