import { adminAddress } from '@newsroom/shared/admin-address';
import type { FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { DocumentStanding, VersionStanding } from '@newsroom/shared/standing';
import { Flex, Link, Status, type StatusVariant, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useSay } from '../publishing/say';
import { Warnings } from '../publishing/warnings';
import { StandingDetails } from './standing-details';

const variants: Record<VersionStanding['kind'], StatusVariant> = {
  absent: 'neutral',
  draft: 'secondary',
  waiting: 'primary',
  making: 'primary',
  live: 'success',
  held: 'danger',
  leaving: 'primary',
  removed: 'neutral',
};

interface Props {
  type: FeedType;
  documentId: string;
  version: DocumentStanding['versions'][number];
  /** Whether the form beside is this version's. */
  isHere: boolean;
}

/** One language of a document: where it stands, since when, and what keeps it. */
export function VersionRow({ type, documentId, version, isHere }: Props) {
  const say = useSay();
  const { language, standing, editedSince, warnings } = version;
  const isStuck = 'obstacle' in standing && standing.obstacle !== null;
  const isWithdrawn = standing.kind === 'live' && standing.live.withdrawn;

  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        {language !== null && <Name language={language} address={adminAddress('', type, documentId, language)} isHere={isHere} />}
        <Status
          variant={isStuck || isWithdrawn ? 'warning' : variants[standing.kind]}
          size="XS"
          style={{ marginInlineStart: 'auto' }}
        >
          <Typography tag="span" variant="pi" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
            {say(`newsroom.status.${isWithdrawn ? 'withdrawn' : standing.kind}`)}
          </Typography>
        </Status>
      </Flex>
      <StandingDetails type={type} language={language} standing={standing} />
      {editedSince && (
        <Typography tag="p" variant="pi" textColor="warning700">
          {say('newsroom.version.edited')}
        </Typography>
      )}
      <Warnings version={{ type, language }} faults={warnings} />
    </Flex>
  );
}

function Name({ language, address, isHere }: { language: Language; address: string; isHere: boolean }) {
  const say = useSay();
  const name = useIntl().formatMessage({ id: language });
  if (!isHere) {
    return (
      <Link tag={RouterLink} to={address}>
        {name}
      </Link>
    );
  }
  return (
    <Typography fontWeight="bold">
      {name} <VisuallyHidden>{say('newsroom.panel.here')}</VisuallyHidden>
    </Typography>
  );
}
