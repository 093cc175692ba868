import { Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

/** A part of the page with its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={6}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
    >
      <Typography tag="h2" variant="delta" fontWeight="bold" id={id}>
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
