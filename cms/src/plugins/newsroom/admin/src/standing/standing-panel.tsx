import type { FeedType } from '@newsroom/shared/feed';
import { documentStandingSchema, type Obstacle } from '@newsroom/shared/standing';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { AbsenceNote } from '../publishing/absence-note';
import { editionsPage } from '../publishing/editions-page-address';
import { ObstacleNote } from '../publishing/obstacle-note';
import { paceOfStanding } from '../publishing/pace';
import { useSay } from '../publishing/say';
import { type Polled, usePolled } from '../publishing/use-polled';
import { obstaclesOf } from './obstacles';
import { standingSentence } from './sentence';
import { VersionRow } from './version-row';

type Standing = Polled<ReturnType<typeof documentStandingSchema.parse>>['latest'];

interface Props {
  type: FeedType;
  /** Undefined while the document was never saved. */
  documentId: string | undefined;
  /** Of the form beside the panel; undefined where the document has no version in it, or no languages. */
  language: string | undefined;
  /** Another one after every act upon the document. */
  occasion: string;
}

/** Where every language of a document stands on its way to readers. Keeps itself up to date. */
export function StandingPanel({ type, documentId, language, occasion }: Props) {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const address = documentId === undefined ? null : `/newsroom/standing/${type}/${documentId}`;
  const { latest, absence } = usePolled(address, documentStandingSchema, paceOfStanding, occasion);
  const versions = latest?.answer.versions ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Sentence isSaved={documentId !== undefined} latest={latest} isAway={absence !== undefined} />
      <AbsenceNote absence={absence} lastAt={latest?.at} />
      <InTheWay obstacles={obstaclesOf(versions)} />
      {documentId !== undefined && versions.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {versions.map((version) => (
            <VersionRow
              key={version.language}
              type={type}
              documentId={documentId}
              version={version}
              isHere={version.language === (query.plugins?.i18n?.locale ?? language)}
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
}

function Sentence({ isSaved, latest, isAway }: { isSaved: boolean; latest: Standing; isAway: boolean }) {
  const say = useSay();
  const { locale } = useIntl();
  const words = () => {
    if (!isSaved) return say('newsroom.panel.unsaved');
    if (latest !== undefined) return standingSentence(say, locale, latest.answer);
    return isAway ? '' : say('newsroom.panel.loading');
  };
  return (
    <Typography tag="p" fontWeight="semiBold" role="status">
      {words()}
    </Typography>
  );
}

function InTheWay({ obstacles }: { obstacles: Obstacle[] }) {
  const say = useSay();
  if (obstacles.length === 0) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {obstacles.map((obstacle) => (
        <ObstacleNote key={JSON.stringify(obstacle)} obstacle={obstacle} isSmall />
      ))}
      <Link tag={RouterLink} to={editionsPage}>
        {say('newsroom.editions.title')}
      </Link>
    </Flex>
  );
}
