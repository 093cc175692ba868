import type { DocumentStanding, Obstacle } from '@newsroom/shared/standing';

/** What keeps a document's versions from moving; what keeps several of them is named once. */
export function obstaclesOf(versions: DocumentStanding['versions']): Obstacle[] {
  const met = versions.flatMap(({ standing }) => {
    return (standing.kind === 'waiting' || standing.kind === 'leaving') && standing.obstacle !== null ? [standing.obstacle] : [];
  });
  return [...new Map(met.map((obstacle) => [JSON.stringify(obstacle), obstacle])).values()];
}
