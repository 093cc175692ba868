import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  children?: ReactNode;
  /** Numbers stand at the end, so that their digits stand below each other. */
  isNumber?: boolean;
}

/** The heading of a column. */
export function Heading({ children, isNumber = false }: Props) {
  return (
    <Typography
      tag="th"
      scope="col"
      variant="sigma"
      textColor="neutral600"
      style={{ textAlign: isNumber ? 'end' : 'start', padding: '0.8rem' }}
    >
      {children}
    </Typography>
  );
}

/** A cell of a table; the heading of its row where it is one. */
export function Cell({ children, isNumber = false, isHeading = false }: Props & { isHeading?: boolean }) {
  return (
    <Box
      tag={isHeading ? 'th' : 'td'}
      {...(isHeading ? { scope: 'row' } : {})}
      padding={2}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0"
      style={{ textAlign: isNumber ? 'end' : 'start', verticalAlign: 'top', fontVariantNumeric: 'tabular-nums' }}
    >
      <Typography tag="div">{children}</Typography>
    </Box>
  );
}
