import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Section } from '../editions/section';
import { useSay } from '../publishing/say';
import { ChoiceRow } from './choice-row';
import { surplusPins } from './choices';
import { PinsFull } from './pins-full';
import { ReleaseChooser } from './release-chooser';
import { readingLanguage } from './titles';
import type { Decide } from './use-decide';

interface Props {
  desk: PopularDesk;
  decide: Decide;
  mayChange: boolean;
}

/** What is pinned and what is left out, and how another release becomes so. */
export function ChoicesSection({ desk, decide, mayChange }: Props) {
  const say = useSay();
  return (
    <Section title={say('newsroom.popular.choices.title')}>
      <Decisions kind="pin" desk={desk} decide={decide} mayChange={mayChange} />
      <Decisions kind="exclusion" desk={desk} decide={decide} mayChange={mayChange} />
      {mayChange && <ReleaseChooser desk={desk} decide={decide} />}
    </Section>
  );
}

/** What is special about the pins that there are. */
function PinNotes({ desk, mayChange }: Omit<Props, 'decide'>) {
  const say = useSay();
  const count = surplusPins(desk);
  return (
    <>
      {mayChange && <PinsFull choices={desk.choices} />}
      {count > 0 && (
        <Typography tag="p" textColor="warning700">
          {say('newsroom.popular.choices.surplus', { size: desk.inForce.size, count })}
        </Typography>
      )}
    </>
  );
}

function Decisions({ kind, desk, ...rest }: Props & { kind: 'pin' | 'exclusion' }) {
  const say = useSay();
  const { locale } = useIntl();
  const language = readingLanguage(null, locale);
  const [decisions, title, none] =
    kind === 'pin'
      ? ([desk.choices.pins, 'pins', 'noPins'] as const)
      : ([desk.choices.exclusions, 'exclusions', 'noExclusions'] as const);
  return (
    <div>
      <Typography tag="h3" fontWeight="bold">
        {say(`newsroom.popular.choices.${title}`)}
      </Typography>
      {kind === 'pin' && <PinNotes desk={desk} mayChange={rest.mayChange} />}
      {decisions.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {say(`newsroom.popular.choices.${none}`)}
        </Typography>
      ) : (
        <Flex tag={kind === 'pin' ? 'ol' : 'ul'} direction="column" alignItems="stretch">
          {decisions.map((decision) => (
            <ChoiceRow key={decision.release} kind={kind} decision={decision} desk={desk} language={language} {...rest} />
          ))}
        </Flex>
      )}
    </div>
  );
}
