import type { FeedType } from '@newsroom/shared/feed';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import { useSay } from '../publishing/say';

/** What Strapi tells a panel of the form beside it, as far as we look at it; it does not export its types. */
interface Form {
  model: string;
  document?: { documentId?: string; locale?: string | null; updatedAt?: string; publishedAt?: string | null; status?: string };
  documentId?: string;
  meta?: { availableStatus?: unknown; availableLocales?: unknown };
}

/** Loaded with the first form: the schemas of all answers come along with it. */
const StandingPanel = lazy(async () => ({ default: (await import('./standing-panel')).StandingPanel }));

/** The panel "On the site" beside the form of every document of the newsroom. */
export function standingPanel({ model, document, documentId, meta }: Form): { title: string; content: ReactNode } | null {
  const say = useSay();
  const isCopy = useLocation().pathname.includes('/clone/');
  const [, type] = /^plugin::newsroom\.(.+)$/.exec(model) ?? [];
  if (type === undefined) return null;
  // A form is read anew after every act upon its document: then there is something new to ask for.
  const { updatedAt, publishedAt, status } = document ?? {};
  const occasion = JSON.stringify([updatedAt, publishedAt, status, meta?.availableStatus, meta?.availableLocales]);
  return {
    title: say('newsroom.panel.title'),
    content: (
      <Suspense>
        <StandingPanel
          type={type as FeedType} // the newsroom's content types are the types of its feed
          documentId={isCopy ? undefined : (documentId ?? document?.documentId)}
          language={document?.locale ?? undefined}
          occasion={occasion}
        />
      </Suspense>
    ),
  };
}
