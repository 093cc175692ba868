import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { ProgramWords } from '../publishing/program-words';
import { useSay } from '../publishing/say';
import { useFaultWords } from '../publishing/use-fault-words';
import { VersionLink } from '../publishing/version-link';
import { heldNow, isSameVersion } from './live-edition';

/** What the live edition holds back, why, and where to mend it; nothing where nothing is held back. */
export function HeldList({ view }: { view: EditionsView }) {
  const say = useSay();
  const wordsFor = useFaultWords();
  const held = heldNow(view);
  const count = view.live?.edition.heldCount ?? 0;
  if (count === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" fontWeight="bold" textColor="danger700">
        {say('newsroom.live.held', { count })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('newsroom.live.heldHint')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {held.map((one) => {
          const words = one.fault && wordsFor(one, one.fault);
          const isMended = view.waiting.versions.some((other) => isSameVersion(one, other));
          return (
            <Flex tag="li" direction="column" alignItems="flex-start" key={`${one.type} ${one.id} ${one.language}`}>
              <VersionLink version={one} title={one.title} />
              <Typography tag="p" variant="pi">
                {words?.what ?? say(`newsroom.fault.${one.why}.vague`)}{' '}
                {isMended ? say('newsroom.live.heldMended') : say(`newsroom.fault.${one.why}.todo`)}
              </Typography>
              {words?.detail && <ProgramWords>{words.detail}</ProgramWords>}
            </Flex>
          );
        })}
      </Flex>
      {count > held.length && (
        <Typography tag="p" variant="pi">
          {say('newsroom.live.heldMore', { count: count - held.length })}
        </Typography>
      )}
    </Flex>
  );
}
