import type { FeedType } from '@newsroom/shared/feed';
import { documentStandingSchema } from '@newsroom/shared/standing';
import { Flex, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { AbsenceNote } from '../publishing/absence-note';
import { paceOfStanding } from '../publishing/pace';
import { useSay } from '../publishing/say';
import { usePolled } from '../publishing/use-polled';
import { standingSentence } from './sentence';
import { VersionRow } from './version-row';

interface Props {
  type: FeedType;
  /** Undefined while the document was never saved. */
  documentId: string | undefined;
  /** Another one after every act upon the document. */
  occasion: string;
}

/** Where every language of a document stands on its way to readers. Keeps itself up to date. */
export function StandingPanel({ type, documentId, occasion }: Props) {
  const say = useSay();
  const { locale } = useIntl();
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const address = documentId === undefined ? null : `/newsroom/standing/${type}/${documentId}`;
  const { latest, absence } = usePolled(address, documentStandingSchema, paceOfStanding, occasion);

  const sentence =
    documentId === undefined
      ? say('newsroom.panel.unsaved')
      : latest === undefined
        ? absence === undefined && say('newsroom.panel.loading')
        : standingSentence(say, locale, latest.answer);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography tag="p" fontWeight="semiBold" role="status">
        {sentence}
      </Typography>
      <AbsenceNote absence={absence} lastAt={latest?.at} />
      {latest !== undefined && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {latest.answer.versions.map((version) => (
            <VersionRow
              key={version.language}
              type={type}
              documentId={documentId ?? ''}
              version={version}
              isHere={version.language === null || version.language === query.plugins?.i18n?.locale}
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
