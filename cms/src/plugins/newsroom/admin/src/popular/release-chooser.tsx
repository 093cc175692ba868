import type { NamedRelease, PopularDesk } from '@newsroom/shared/popular-desk';
import { Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { OrderButton } from '../orders/order-button';
import { useSay } from '../publishing/say';
import { mostPins, withExclusion, withPin } from './choices';
import { ReleaseTitle, titleWords } from './release-title';
import { readingLanguage } from './titles';
import type { Decide } from './use-decide';
import { useFoundReleases } from './use-found-releases';

interface Props {
  desk: PopularDesk;
  decide: Decide;
}

/** Finds a release by a part of its title, to pin it or to leave it out. */
export function ReleaseChooser({ desk, decide }: Props) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useFoundReleases(words);
  const told = () => {
    switch (found.kind) {
      case 'nothing-asked':
        return '';
      case 'searching':
        return say('newsroom.popular.choices.finding');
      case 'away':
        return say('newsroom.order.unreachable');
      case 'found':
        return say('newsroom.popular.choices.found', { count: found.releases.length });
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root hint={say('newsroom.popular.choices.findHint')}>
        <Field.Label>{say('newsroom.popular.choices.find')}</Field.Label>
        <TextInput
          type="search"
          maxLength={250}
          value={words}
          onChange={({ target }: { target: HTMLInputElement }) => setWords(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Typography tag="p" variant="pi" role="status">
        {told()}
      </Typography>
      {found.kind === 'found' && found.releases.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {found.releases.map((release) => (
            <FoundRelease key={release.id} release={release} desk={desk} decide={decide} />
          ))}
        </Flex>
      )}
    </Flex>
  );
}

function FoundRelease({ release, desk, decide }: Props & { release: NamedRelease }) {
  const say = useSay();
  const { locale } = useIntl();
  const language = readingLanguage(null, locale);
  const title = titleWords(say, release, release.id, language);
  const { choices } = desk;
  const is = (decisions: typeof choices.pins) => decisions.some(({ release: id }) => id === release.id);
  return (
    <Flex tag="li" justifyContent="space-between" gap={4}>
      <ReleaseTitle id={release.id} release={release} language={language} />
      <Flex gap={2} shrink={0}>
        {!is(choices.pins) && choices.pins.length < mostPins && (
          <OrderButton
            variant="tertiary"
            label={say('newsroom.popular.act.pin')}
            fullLabel={say('newsroom.popular.act.pinFor', { title })}
            onOrder={() => decide.choose(withPin(choices, release.id))}
          />
        )}
        {!is(choices.exclusions) && (
          <OrderButton
            variant="tertiary"
            label={say('newsroom.popular.act.leaveOut')}
            fullLabel={say('newsroom.popular.act.leaveOutFor', { title })}
            onOrder={() => decide.choose(withExclusion(choices, release.id))}
          />
        )}
      </Flex>
    </Flex>
  );
}
