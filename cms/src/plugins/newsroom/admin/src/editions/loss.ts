import type { EditionsView } from '@newsroom/shared/editions-view';

/**
 * The loss that somebody has to accept before the next edition can be made, with the number of pages that would go
 * where it is known; undefined where there is none, or an edition was made after it.
 */
export function lossToAccept({ runs }: EditionsView): { gone: number | undefined } | undefined {
  const last = runs.find(({ state }) => state.kind === 'refused' || state.kind === 'deployed');
  if (last?.state.kind !== 'refused' || last.state.why !== 'loss') return undefined;
  return { gone: last.state.gone };
}
