import { adminAddress } from '@newsroom/shared/admin-address';
import type { VersionKey } from '@newsroom/shared/document-fault';
import { Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useSay } from './say';

/** What is no text has no title that would say what it is. */
const named = ['redirect', 'daily-metrics', 'outside-list', 'popular-choices'] as const;

function isNamed(type: VersionKey['type']): type is (typeof named)[number] {
  return (named as readonly string[]).includes(type);
}

/** A link to the form of a version, under the title by which an editor knows it, with its language. */
export function VersionLink({ version, title }: { version: VersionKey; title: string }) {
  const say = useSay();
  const { formatMessage } = useIntl();
  const { type, id, language } = version;
  const words = () => {
    if (type === 'popular-choices') return say('newsroom.named.popular-choices'); // there is one document of them
    if (title === '') return say('newsroom.history.untitled');
    return isNamed(type) ? say(`newsroom.named.${type}`, { title }) : title;
  };
  return (
    <Link tag={RouterLink} to={adminAddress('', type, id, language)}>
      {language === null ? words() : `${words()} (${formatMessage({ id: language })})`}
    </Link>
  );
}
