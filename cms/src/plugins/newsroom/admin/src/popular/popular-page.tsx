import type { PopularDesk } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { AbsenceNote } from '../publishing/absence-note';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { ChoicesSection } from './choices-section';
import { LeftOutSection } from './left-out-section';
import { ListSection } from './list-section';
import { isOver, readTexts, type SettingsDraft } from './settings-draft';
import { SettingsSection } from './settings-section';
import { SilenceBanner } from './silence-banner';
import { SilenceButton } from './silence-button';
import { statusSentences } from './status-sentence';
import { useDecide } from './use-decide';
import { usePopularDesk } from './use-popular-desk';
import { useSettled } from './use-settled';

/** The page "Popular": what readers find in the lists, how it comes about, and what is decided about it. */
export function PopularPage() {
  const say = useSay();
  const [draft, setDraft] = useState<SettingsDraft>();
  const { latest, absence, refresh } = usePopularDesk(triedIn(useSettled(draft)));
  const decide = useDecide(refresh);
  const desk = latest?.answer;
  const mayChange = desk?.mayDecide === true && desk.silence === null;
  useEffect(() => {
    if (desk !== undefined && draft !== undefined && isOver(draft, desk)) setDraft(undefined);
  }, [desk, draft]);

  return (
    <Page.Main>
      <Page.Title>{say('newsroom.popular.title')}</Page.Title>
      <Layouts.Header
        title={say('newsroom.popular.title')}
        subtitle={say('newsroom.popular.subtitle')}
        primaryAction={mayChange && <SilenceButton silent decide={decide} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <div>
            <Status desk={desk} isAway={absence !== undefined} />
            <AbsenceNote absence={absence} lastAt={latest?.at} />
          </div>
          {desk !== undefined && (
            <>
              <SilenceBanner desk={desk} decide={decide} />
              {!desk.mayDecide && <Typography tag="p">{say('newsroom.popular.readOnly')}</Typography>}
              <ListSection desk={desk} decide={decide} mayChange={mayChange} />
              <SettingsSection inForce={desk.inForce} draft={draft} onDraft={setDraft} decide={decide} mayChange={mayChange} />
              <ChoicesSection desk={desk} decide={decide} mayChange={mayChange} />
              <LeftOutSection desk={desk} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** What else than what is in force the lists are to be computed by; nothing while what is typed is no settings. */
function triedIn(draft: SettingsDraft | undefined): Partial<PopularSettings> {
  const read = readTexts(draft?.typed ?? {});
  return read.kind === 'settings' ? read.settings : {};
}

function Status({ desk, isAway }: { desk: PopularDesk | undefined; isAway: boolean }) {
  const say = useSay();
  const times = useTimes();
  const words = () => {
    if (desk !== undefined) return statusSentences(say, times, desk);
    return isAway ? '' : say('newsroom.popular.loading');
  };
  return (
    <Typography tag="p" variant="delta" role="status">
      {words()}
    </Typography>
  );
}
