import { foundReleasesSchema, type NamedRelease } from '@newsroom/shared/popular-desk';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useSettled } from './use-settled';

/** Where a search for releases stands. */
export type Found =
  | { kind: 'nothing-asked' }
  | { kind: 'searching' }
  | { kind: 'away' }
  | { kind: 'found'; releases: NamedRelease[] };

/** Published releases with these words in their titles, as somebody types them. */
export function useFoundReleases(words: string): Found {
  const { get } = useFetchClient();
  const asked = useSettled(words.trim());
  const [answer, setAnswer] = useState<{ asked: string; found: Found }>();

  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    const tell = (found: Found) => isCurrent && setAnswer({ asked, found });
    get<unknown>(`/newsroom/popular/releases?q=${encodeURIComponent(asked)}`)
      .then(({ data }) => tell({ kind: 'found', releases: foundReleasesSchema.parse(data).releases }))
      .catch(() => tell({ kind: 'away' }));
    return () => {
      isCurrent = false;
    };
  }, [asked, get]);

  if (words.trim() === '') return { kind: 'nothing-asked' };
  return answer?.asked === words.trim() ? answer.found : { kind: 'searching' };
}
