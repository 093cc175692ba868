import type { Language } from '@newsroom/shared/languages';
import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import { Typography } from '@strapi/design-system';
import { useSay } from '../publishing/say';
import { titleWords } from './release-title';
import { releaseOf } from './titles';

interface Props {
  list: DeskList;
  desk: PopularDesk;
  /** In which titles are read. */
  language: Language;
}

/** What the list has by the saved settings, and not by those that are tried; nothing where that is nothing. */
export function DroppedList({ list: { dropped }, desk, language }: Props) {
  const say = useSay();
  if (dropped.length === 0) return null;
  return (
    <div>
      <Typography tag="h3" fontWeight="bold">
        {say('newsroom.popular.list.dropped')}
      </Typography>
      <ul>
        {dropped.map(({ id, rankInForce: rank }) => (
          <Typography tag="li" key={id}>
            {say('newsroom.popular.list.droppedOne', { rank, title: titleWords(say, releaseOf(desk, id), id, language) })}
          </Typography>
        ))}
      </ul>
    </div>
  );
}
