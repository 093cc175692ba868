import type { Run } from '@newsroom/shared/editions-view';
import { Typography } from '@strapi/design-system';
import { useSay } from './say';
import { VersionLink } from './version-link';

type TitledVersions = Run['brought'];

/** How many are seen before the rest is unfolded. */
const seen = 3;

/** Versions as links to their forms: the first few, the rest unfolds. @param count of all, also of those not listed */
export function VersionList({ versions, count }: { versions: TitledVersions; count: number }) {
  const say = useSay();
  const [first, rest] = [versions.slice(0, seen), versions.slice(seen)];
  return (
    <div>
      <Links to={first} />
      {rest.length > 0 && (
        <details>
          <Typography tag="summary">{say('newsroom.history.more', { count: count - first.length })}</Typography>
          <Links to={rest} />
          {count > versions.length && (
            <Typography tag="p">{say('newsroom.history.more', { count: count - versions.length })}</Typography>
          )}
        </details>
      )}
    </div>
  );
}

function Links({ to }: { to: TitledVersions }) {
  return (
    <ul>
      {to.map((version) => (
        <li key={`${version.type} ${version.id} ${version.language}`}>
          <VersionLink version={version} title={version.title} />
        </li>
      ))}
    </ul>
  );
}
