import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { ProgramWords } from '../publishing/program-words';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { VersionLink } from '../publishing/version-link';
import { VersionList } from '../publishing/version-list';
import { Section } from './section';

/** What a hand past the CMS changed in the database, and what to do about it; nothing where nobody need know. */
export function RepairSection({ view: { repair } }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  if (repair === null) return null;
  const { at, mended, mendedCount, broken, brokenCount } = repair;
  return (
    <Section title={say('newsroom.repair.title')}>
      <Typography tag="p">{say('newsroom.repair.found', { at: times.at(at) })}</Typography>
      {brokenCount > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h3" fontWeight="bold" textColor="danger700">
            {say('newsroom.repair.broken', { count: brokenCount })}
          </Typography>
          <Typography tag="p">{say('newsroom.repair.brokenTodo')}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {broken.map(({ title, why, ...version }) => (
              <li key={JSON.stringify(version)}>
                <VersionLink version={version} title={title} />
                <ProgramWords>{why}</ProgramWords>
              </li>
            ))}
          </Flex>
          <More count={brokenCount - broken.length} />
        </Flex>
      )}
      <Mended title={say('newsroom.repair.changed')} versions={mended.filter(({ went }) => !went)} />
      <Mended title={say('newsroom.repair.gone')} versions={mended.filter(({ went }) => went)} />
      <More count={mendedCount - mended.length} />
    </Section>
  );
}

function Mended({ title, versions }: { title: string; versions: NonNullable<EditionsView['repair']>['mended'] }) {
  if (versions.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography tag="h3" fontWeight="bold">
        {title}
      </Typography>
      <VersionList versions={versions} count={versions.length} />
    </Flex>
  );
}

function More({ count }: { count: number }) {
  const say = useSay();
  return count > 0 && <Typography tag="p">{say('newsroom.history.more', { count })}</Typography>;
}
