import { isSameRule } from '@newsroom/shared/popular-rule';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { Button, Field, Flex, Grid, TextInput, Typography } from '@strapi/design-system';
import { Section } from '../editions/section';
import { OrderButton } from '../orders/order-button';
import { useSay } from '../publishing/say';
import { isOvertaken, readTexts, type SettingsDraft, settingsFields, textsOf, withTyped } from './settings-draft';
import type { Decide } from './use-decide';

interface Props {
  inForce: PopularSettings;
  /** What somebody has typed; undefined: nothing. */
  draft: SettingsDraft | undefined;
  onDraft(draft: SettingsDraft | undefined): void;
  decide: Decide;
  mayChange: boolean;
}

/** How the list is computed. What is typed is shown in the list before it is saved. */
export function SettingsSection({ inForce, draft, onDraft, decide, mayChange }: Props) {
  const say = useSay();
  const read = readTexts(draft?.typed ?? {});
  const wanted = read.kind === 'settings' ? { ...inForce, ...read.settings } : undefined;
  const isChanged = draft?.saved === undefined && (wanted === undefined || !isSameRule(wanted, inForce));
  const texts = { ...textsOf(inForce), ...draft?.typed };
  const save = async (settings: PopularSettings) => {
    const failure = await decide.set({ ...settings, basedOn: inForce });
    if (failure === undefined) onDraft({ typed: textsOf(settings), begunAt: inForce, saved: settings });
    return failure;
  };
  return (
    <Section title={say('newsroom.popular.settings.title')}>
      {mayChange && <Typography tag="p">{say('newsroom.popular.settings.lead')}</Typography>}
      <Grid.Root gap={4}>
        {settingsFields.map(({ name, min, max, isWhole }) => {
          const fault = say(`newsroom.popular.settings.${isWhole ? 'whole' : 'decimal'}`, { min, max });
          const isWrong = read.kind === 'faults' && read.fields.includes(name);
          return (
            <Grid.Item key={name} col={4} s={6} xs={12} direction="column" alignItems="stretch">
              <Field.Root
                name={name}
                {...(isWrong ? { error: fault } : {})}
                {...(name === 'halfLifeDays' ? { hint: say('newsroom.popular.settings.halfLifeHint') } : {})}
              >
                <Field.Label>{say(`newsroom.popular.settings.${name}`)}</Field.Label>
                <TextInput
                  inputMode="decimal"
                  autoComplete="off"
                  value={texts[name]}
                  disabled={!mayChange}
                  onChange={({ target }: { target: HTMLInputElement }) => onDraft(withTyped(draft, inForce, name, target.value))}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Grid.Item>
          );
        })}
      </Grid.Root>
      {mayChange && isChanged && (
        <Flex gap={3} alignItems="center" wrap="wrap">
          {wanted !== undefined && <OrderButton label={say('newsroom.popular.settings.save')} onOrder={() => save(wanted)} />}
          <Button variant="tertiary" onClick={() => onDraft(undefined)}>
            {say('newsroom.popular.settings.discard')}
          </Button>
          {wanted !== undefined && (
            <Typography tag="p" role="status">
              {say('newsroom.popular.settings.unsaved')}
            </Typography>
          )}
        </Flex>
      )}
      {mayChange && draft !== undefined && isOvertaken(draft, inForce) && (
        <Typography tag="p" textColor="warning700" role="status">
          {say('newsroom.popular.settings.overtaken')}
        </Typography>
      )}
    </Section>
  );
}
