import type { DocumentFault } from '@newsroom/shared/document-fault';
import { Flex, Typography } from '@strapi/design-system';
import type { FaultyVersion } from './fault-words';
import { ProgramWords } from './program-words';
import { useSay } from './say';
import { useFaultWords } from './use-fault-words';

/** What readers see otherwise than it was written, in a version that is live all the same; nothing where all is well. */
export function Warnings({ version, faults }: { version: FaultyVersion; faults: DocumentFault[] }) {
  const say = useSay();
  const wordsFor = useFaultWords();
  if (faults.length === 0) return null;
  return (
    <>
      <Typography tag="p" variant="pi" textColor="warning700">
        {say('newsroom.version.warned')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {faults.map((fault) => {
          const { warning, detail } = wordsFor(version, fault);
          return (
            <Typography tag="li" variant="pi" textColor="neutral700" key={JSON.stringify(fault)}>
              {warning}
              {detail !== '' && <ProgramWords>{detail}</ProgramWords>}
            </Typography>
          );
        })}
      </Flex>
    </>
  );
}
