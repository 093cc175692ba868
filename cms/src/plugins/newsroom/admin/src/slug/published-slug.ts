import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useVersion } from './version';

/** The slug under which readers know the version that is being edited; undefined while they know none. */
export function usePublishedSlug(type: string): string | undefined {
  const { get } = useFetchClient();
  const { locale, documentId } = useVersion();
  const saved = useForm('usePublishedSlug', (form) => form.initialValues); // another one after every save and publication
  const [slug, setSlug] = useState<string>();

  // `saved` is what to look again for.
  useEffect(() => {
    let isCurrent = true;
    async function look() {
      const known = documentId === undefined ? undefined : await read();
      if (isCurrent) setSlug(known);
    }
    async function read(): Promise<string | undefined> {
      const address = `/content-manager/collection-types/plugin::newsroom.${type}/${documentId}`;
      const { data } = await get<{ data?: { slug?: string | null; publishedAt?: string | null } }>(address, {
        params: { status: 'published', locale },
      });
      return data.data?.publishedAt ? (data.data.slug ?? undefined) : undefined;
    }
    look().catch(() => setSlug(undefined)); // the warning is a courtesy
    return () => {
      isCurrent = false;
    };
  }, [type, locale, documentId, saved]);
  return slug;
}
