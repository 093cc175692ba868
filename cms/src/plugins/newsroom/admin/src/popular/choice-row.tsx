import type { Language } from '@newsroom/shared/languages';
import type { Decision, PopularDesk } from '@newsroom/shared/popular-desk';
import { Box, Field, Flex, IconButton, TextInput, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { useState } from 'react';
import { OrderButton } from '../orders/order-button';
import { useGiving } from '../orders/use-giving';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { withMove, without, withReason } from './choices';
import { ReleaseTitle, titleWords } from './release-title';
import { releaseOf } from './titles';
import type { Decide } from './use-decide';

interface Props {
  kind: 'pin' | 'exclusion';
  decision: Decision;
  desk: PopularDesk;
  language: Language;
  decide: Decide;
  mayChange: boolean;
}

/** What was decided about a release: by whom, when and why, and how it is taken back. */
export function ChoiceRow({ kind, decision, desk, language, decide, mayChange }: Props) {
  const say = useSay();
  const times = useTimes();
  const { release: id, by, at, reason } = decision;
  const release = releaseOf(desk, id);
  const title = titleWords(say, release, id, language);
  const [act, full] = kind === 'pin' ? (['unpin', 'unpinFor'] as const) : (['letIn', 'letInFor'] as const);
  const lost = release?.state === 'gone' || release?.state === 'withdrawn' ? release.state : undefined;
  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap" paddingTop={2} paddingBottom={2}>
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1 1 30rem">
        <ReleaseTitle id={id} release={release} language={language} />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('newsroom.popular.choices.by', { by, at: times.moment(at) })}
        </Typography>
        {!mayChange && reason !== null && <Typography tag="p">{reason}</Typography>}
        {lost !== undefined && (
          <Typography tag="p" textColor="warning700">
            {say(`newsroom.popular.choices.${lost}`)}
          </Typography>
        )}
      </Flex>
      {mayChange && (
        <Flex gap={2} alignItems="center" wrap="wrap">
          <Reason key={reason} decision={decision} desk={desk} title={title} decide={decide} />
          {kind === 'pin' && <Moves id={id} desk={desk} title={title} decide={decide} />}
          <OrderButton
            variant="tertiary"
            label={say(`newsroom.popular.act.${act}`)}
            fullLabel={say(`newsroom.popular.act.${full}`, { title })}
            onOrder={() => decide.choose(without(desk.choices, id))}
          />
        </Flex>
      )}
    </Flex>
  );
}

type Part = Pick<Props, 'desk' | 'decide'> & { title: string };

/** The field for the reason, with a button as soon as it says something else. */
function Reason({ decision, desk, title, decide }: Part & Pick<Props, 'decision'>) {
  const say = useSay();
  const [text, setText] = useState(decision.reason ?? '');
  return (
    <Flex gap={2} alignItems="center">
      <Box width="28rem">
        <Field.Root>
          <VisuallyHidden>
            <Field.Label>{say('newsroom.popular.choices.reasonFor', { title })}</Field.Label>
          </VisuallyHidden>
          <TextInput
            size="S"
            maxLength={200}
            placeholder={say('newsroom.popular.choices.reason')}
            value={text}
            onChange={({ target }: { target: HTMLInputElement }) => setText(target.value)}
          />
        </Field.Root>
      </Box>
      {text.trim() !== (decision.reason ?? '') && (
        <OrderButton
          variant="secondary"
          label={say('newsroom.popular.act.saveReason')}
          fullLabel={say('newsroom.popular.act.saveReasonFor', { title })}
          onOrder={() => decide.choose(withReason(desk.choices, decision.release, text))}
        />
      )}
    </Flex>
  );
}

function Moves({ id, desk, title, decide }: Part & { id: string }) {
  const say = useSay();
  const { isGiving, give } = useGiving();
  const { pins } = desk.choices;
  const move = (by: -1 | 1) => give(() => decide.choose(withMove(desk.choices, id, by)));
  return (
    <>
      <IconButton
        variant="ghost"
        label={say('newsroom.popular.act.up', { title })}
        disabled={isGiving || pins[0]?.release === id}
        onClick={() => move(-1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        variant="ghost"
        label={say('newsroom.popular.act.down', { title })}
        disabled={isGiving || pins.at(-1)?.release === id}
        onClick={() => move(1)}
      >
        <ArrowDown />
      </IconButton>
    </>
  );
}
