import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { en, type WordKey, type Words } from './en';
import { ru } from './ru';

/** Something wrong with a field, at its place in the admin's form. @example path: ['gallery', '0', 'alternativeText'] */
export interface Fault {
  path: string[];
  name: WordKey;
  message: string;
}

/**
 * The words for whoever is acting. Strapi's admin keeps its language in the browser alone, and in the person's profile
 * once it was saved there, and sends no header of its own: so our part of the admin tells it by a cookie. Without one:
 * the profile, else what the browser asks for. The admin shows `details.errors[].message` at the field, and the error's
 * own message above the form, both as they come.
 */
export function wordsFor(strapi: Core.Strapi): Words {
  const request = strapi.requestContext.get();
  const shown = request?.cookies?.get('newsroom-admin-language');
  const chosen = (request?.state?.user as { preferedLanguage?: string } | undefined)?.preferedLanguage;
  const asked = shown || chosen || String(request?.request?.header['accept-language'] ?? '');
  return asked.toLowerCase().startsWith('ru') ? ru : en;
}

/** Refuses an act: the transaction is undone, and the editor is told at each field what is wrong. */
export function refuse(message: string, faults: Fault[] = []): never {
  throw new errors.ValidationError(message, { errors: faults });
}

/** Refuses an act for one fault, which is the whole message. */
export function refuseFor(name: WordKey, path: string, message: string): never {
  refuse(message, [{ path: path.split('.'), name, message }]);
}
