import { adminAddress } from '@newsroom/shared/admin-address';
import type { Language } from '@newsroom/shared/languages';
import type { NamedRelease } from '@newsroom/shared/popular-desk';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { type Say, useSay } from '../publishing/say';
import { titleIn } from './titles';

interface Props {
  id: string;
  release: NamedRelease | undefined;
  /** In which its title is read where it has one. */
  language: Language;
}

/** A release by its title, which leads to its form, with what is special about it. */
export function ReleaseTitle({ id, release, language }: Props) {
  const say = useSay();
  const { formatMessage } = useIntl();
  const version = titleIn(release, language);
  if (version === undefined) return <span>{say('newsroom.popular.unknown', { id })}</span>;
  const notes = [
    ...(version.language === language ? [] : [formatMessage({ id: version.language })]),
    ...(release === undefined || release.state === 'published' ? [] : [say(`newsroom.popular.state.${release.state}`)]),
  ];
  return (
    <Flex gap={2} alignItems="baseline" wrap="wrap">
      {version.address === null ? (
        <Typography lang={version.language}>{titleWords(say, release, id, language)}</Typography>
      ) : (
        <Link tag={RouterLink} to={adminAddress('', 'press-release', id, version.language)} lang={version.language}>
          {titleWords(say, release, id, language)}
        </Link>
      )}
      {notes.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {`(${notes.join(', ')})`}
        </Typography>
      )}
    </Flex>
  );
}

/** A release by its title, as words inside others. */
export function titleWords(say: Say, release: NamedRelease | undefined, id: string, language: Language): string {
  const version = titleIn(release, language);
  if (version === undefined) return id;
  return version.title === '' ? say('newsroom.popular.untitled') : version.title;
}
