import type { DeskOrder } from '@newsroom/shared/desk-order';

/** What people at the desk ask of the publisher. */
export default () => ({
  /** The orders with a number greater than this one, oldest first. */
  async since(_number: number): Promise<DeskOrder[]> {
    return [];
  },
});
