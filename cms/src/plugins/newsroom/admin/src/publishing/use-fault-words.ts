import type { DocumentFault } from '@newsroom/shared/document-fault';
import { useIntl } from 'react-intl';
import { type FaultWords, type FaultyVersion, faultWords } from './fault-words';
import { useSay } from './say';

/** Gives the words for faults, with fields by the labels that editors read at them. */
export function useFaultWords(): (version: FaultyVersion, fault: DocumentFault) => FaultWords {
  const say = useSay();
  const { messages, formatMessage } = useIntl();
  const labelOf = (id: string) => (typeof messages[id] === 'string' ? formatMessage({ id }) : undefined);
  return (version, fault) => faultWords(say, labelOf, version, fault);
}
