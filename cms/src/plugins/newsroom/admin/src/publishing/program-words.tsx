import { Typography } from '@strapi/design-system';
import { useSay } from './say';

/** What a program said, in an operator's English, folded up beside the words for editors. */
export function ProgramWords({ children }: { children: string }) {
  const say = useSay();
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral600">
        {say('newsroom.program.said')}
      </Typography>
      <Typography tag="p" variant="pi" lang="en" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </details>
  );
}
