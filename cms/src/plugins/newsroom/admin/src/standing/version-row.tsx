import { adminAddress } from '@newsroom/shared/admin-address';
import type { FeedType } from '@newsroom/shared/feed';
import type { DocumentStanding, VersionStanding } from '@newsroom/shared/standing';
import { Flex, Link, Status, type StatusVariant, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { faultWords } from '../publishing/fault-words';
import { useSay } from '../publishing/say';
import { StandingDetails } from './standing-details';

type Version = DocumentStanding['versions'][number];

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
  version: Version;
  /** Whether the form beside is this version's. */
  isHere: boolean;
}

/** One language of a document: where it stands, since when, and what keeps it. */
export function VersionRow({ type, documentId, version, isHere }: Props) {
  const say = useSay();
  const intl = useIntl();
  const { language, standing, editedSince, warnings } = version;
  const obstacle = standing.kind === 'waiting' || standing.kind === 'leaving' ? standing.obstacle : null;
  const name = language === null ? undefined : intl.formatMessage({ id: language });
  const labelOf = (id: string) => (typeof intl.messages[id] === 'string' ? intl.formatMessage({ id }) : undefined);

  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" gap={2}>
        {name !== undefined &&
          (isHere ? (
            <Typography fontWeight="bold">
              {name} <VisuallyHidden>{say('newsroom.panel.here')}</VisuallyHidden>
            </Typography>
          ) : (
            <Link tag={RouterLink} to={adminAddress('', type, documentId, language)}>
              {name}
            </Link>
          ))}
        <Status variant={obstacle === null ? variants[standing.kind] : 'warning'} size="S">
          <Typography tag="span" variant="omega" fontWeight="bold">
            {say(`newsroom.status.${standing.kind}`)}
          </Typography>
        </Status>
      </Flex>
      <StandingDetails type={type} language={language} standing={standing} labelOf={labelOf} />
      {editedSince && (
        <Typography tag="p" variant="pi" textColor="warning700">
          {say('newsroom.version.edited')}
        </Typography>
      )}
      {warnings.length > 0 && (
        <>
          <Typography tag="p" variant="pi" textColor="warning700">
            {say('newsroom.version.warned')}
          </Typography>
          <ul>
            {warnings.map((fault) => (
              <Typography tag="li" variant="pi" textColor="neutral700" key={JSON.stringify(fault)}>
                {faultWords(say, labelOf, { type, language }, fault).warning}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </Flex>
  );
}
