import type { FeedData } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { delegationPath, eventPath, organisationPath, releasePath } from '@newsroom/shared/permalink';

/** The types whose documents have a page of their own. */
export type AddressedType = keyof typeof paths;

const paths = {
  'press-release': (language: Language, { addressMonth, slug }: FeedData<'press-release'>) =>
    releasePath(language, addressMonth, slug),
  delegation: (language: Language, { slug }: FeedData<'delegation'>) => delegationPath(language, slug),
  'observer-organisation': (language: Language, { slug }: FeedData<'observer-organisation'>) => organisationPath(language, slug),
  event: (language: Language, { slug }: FeedData<'event'>) => eventPath(language, slug),
};

const pathsByType: { [T in AddressedType]: (language: Language, data: FeedData<T>) => string } = paths;

/** The public path of a document in one of its languages. */
export function documentPath<T extends AddressedType>(version: { type: T; language: Language; data: FeedData<T> }): string {
  return pathsByType[version.type](version.language, version.data);
}
