import type { Language } from '@newsroom/shared/languages';
import type { DeskEntry, PopularDesk } from '@newsroom/shared/popular-desk';
import { Badge, Flex, IconButton, Link, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown, CaretUp, ExternalLink } from '@strapi/icons';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { OrderButton } from '../orders/order-button';
import { useSay } from '../publishing/say';
import { Cell } from '../publishing/table-cells';
import { mostPins, withExclusion, without, withPin } from './choices';
import { Movement } from './movement';
import { isPreview } from './preview';
import { ReleaseTitle, titleWords } from './release-title';
import { ScoreSum } from './score-sum';
import { releaseOf, titleIn } from './titles';
import type { Decide } from './use-decide';
import { ViewsChart } from './views-chart';

/** How many columns the table has. */
const columns = 7;

interface Props {
  entry: DeskEntry;
  desk: PopularDesk;
  /** In which titles are read. */
  language: Language;
  decide: Decide;
  mayChange: boolean;
}

/** A release in the list: its place, what readers did, what can be done; opened, how its score came about. */
export function ListRow({ entry, desk, language, decide, mayChange }: Props) {
  const say = useSay();
  const { formatNumber } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const release = releaseOf(desk, entry.id);
  const title = titleWords(say, release, entry.id, language);
  const address = titleIn(release, language)?.address ?? null;
  return (
    <>
      <tr>
        <Cell isHeading>
          <Flex direction="column" alignItems="flex-start">
            <span>{entry.rank}</span>
            <Movement entry={entry} isPreview={isPreview(desk)} />
          </Flex>
        </Cell>
        <Cell>
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Flex gap={2} alignItems="baseline">
              <ReleaseTitle id={entry.id} release={release} language={language} />
              {address !== null && (
                <Link href={address} isExternal={false} target="_blank" rel="noreferrer">
                  <ExternalLink width="1.2rem" height="1.2rem" aria-hidden />
                  <VisuallyHidden>{say('newsroom.popular.list.open', { title })}</VisuallyHidden>
                </Link>
              )}
            </Flex>
            {entry.isPinned && <Badge variant="primary">{say('newsroom.popular.list.pinned')}</Badge>}
          </Flex>
        </Cell>
        <Cell isNumber>{formatNumber(entry.views)}</Cell>
        <Cell isNumber>{formatNumber(entry.comments)}</Cell>
        <Cell isNumber>{formatNumber(entry.reactions)}</Cell>
        <Cell>
          <ViewsChart days={entry.last30} />
        </Cell>
        <Cell>
          <Flex gap={2} justifyContent="flex-end">
            {mayChange && <Actions entry={entry} desk={desk} title={title} decide={decide} />}
            <IconButton
              variant="ghost"
              label={say('newsroom.popular.sum.openFor', { title })}
              aria-expanded={isOpen}
              aria-controls={details}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? <CaretUp /> : <CaretDown />}
            </IconButton>
          </Flex>
        </Cell>
      </tr>
      {isOpen && (
        <tr id={details}>
          <td colSpan={columns}>
            <ScoreSum entry={entry} title={title} settings={desk.asked} />
          </td>
        </tr>
      )}
    </>
  );
}

function Actions({ entry, desk, title, decide }: Pick<Props, 'entry' | 'desk' | 'decide'> & { title: string }) {
  const say = useSay();
  const { choices } = desk;
  return (
    <>
      {entry.isPinned ? (
        <OrderButton
          variant="tertiary"
          label={say('newsroom.popular.act.unpin')}
          fullLabel={say('newsroom.popular.act.unpinFor', { title })}
          onOrder={() => decide.choose(without(choices, entry.id))}
        />
      ) : (
        choices.pins.length < mostPins && (
          <OrderButton
            variant="tertiary"
            label={say('newsroom.popular.act.pin')}
            fullLabel={say('newsroom.popular.act.pinFor', { title })}
            onOrder={() => decide.choose(withPin(choices, entry.id))}
          />
        )
      )}
      <OrderButton
        variant="tertiary"
        label={say('newsroom.popular.act.leaveOut')}
        fullLabel={say('newsroom.popular.act.leaveOutFor', { title })}
        onOrder={() => decide.choose(withExclusion(choices, entry.id))}
      />
    </>
  );
}

/** What stands for a list that has nothing. */
export function EmptyRow() {
  const say = useSay();
  return (
    <tr>
      <td colSpan={columns}>
        <Typography tag="p" padding={3}>
          {say('newsroom.popular.list.none')}
        </Typography>
      </td>
    </tr>
  );
}
