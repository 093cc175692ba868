import type { DocumentFault, HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import type { Outcome } from './publish.ts';

/** What came of publishing, for the person at the terminal. */
export function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === 'nothing') return `Nothing to do. ${outcome.why}`;
  const { generation, pages, seq, asOf } = outcome.edition;
  if (outcome.kind === 'released')
    return `The pause is over. Edition ${generation} is live, and what is published goes live again.`;
  if (outcome.kind === 'rolled-back')
    return `Edition ${generation} is live: all that was published up to ${seq}, as before. The site stays so until it is released, in the admin under "Editions" or by: npm run release`;
  const { held, warnings } = outcome;
  return [
    `Edition ${generation} is live: ${pages} pages, all that was published up to ${seq}, for ${asOf}.`,
    ...warnings.map((warning) => `  Left out of ${describeVersion(warning)}: ${describeFault(warning.fault)}`),
    ...held.map((version) => `  Held: ${describeHeld(version)}`),
  ].join('\n');
}

function describeHeld(held: HeldVersion): string {
  const instead = held.good === null ? 'it is not shown' : 'its last good version stays';
  return `${describeVersion(held)}; ${instead}: ${describeFault(held.fault)}`;
}

function describeVersion({ type, id, language }: VersionKey): string {
  return `${type} ${id}${language === null ? '' : ` (${language})`}`;
}

function describeFault(fault: DocumentFault): string {
  switch (fault.kind) {
    case 'dead-link':
      return `the link “${fault.text}” in paragraph ${fault.paragraph} of the field "${fault.field}" leads nowhere (${fault.address}).`;
    case 'address-taken':
      return `its address ${fault.path} is taken by “${fault.holder.title}” (${fault.holder.type} ${fault.holder.id}).`;
    case 'media':
      return `the file “${fault.file}” of the field "${fault.field}" ${fault.why}.`;
    case 'contract':
      return `${fault.what}.`;
    case 'not-drawn':
      return `the page ${fault.path} cannot be drawn: ${fault.why}.`;
    case 'cms-trace':
      return `the page ${fault.path} would show ${fault.what}.`;
  }
}
