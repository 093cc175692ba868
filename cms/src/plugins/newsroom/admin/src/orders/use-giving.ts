import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

/** Gives orders, each of which answers why it was not taken; undefined: it was. What was not taken is told to the person. */
export function useGiving(): { isGiving: boolean; give(order: () => Promise<string | undefined>): void } {
  const { toggleNotification } = useNotification();
  const [isGiving, setGiving] = useState(false);

  async function giveAndTell(order: () => Promise<string | undefined>): Promise<void> {
    setGiving(true);
    const failure = await order();
    setGiving(false);
    if (failure !== undefined) toggleNotification({ type: 'danger', message: failure, blockTransition: true }); // until closed
  }

  return { isGiving, give: (order) => void giveAndTell(order) }; // it does not fail: orders answer
}
