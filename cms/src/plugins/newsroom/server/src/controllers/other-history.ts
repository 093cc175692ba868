import type { Core } from '@strapi/strapi';

/** Tells a reader that what it knows is no state of this history. */
export function refuseOtherHistory(ctx: Parameters<Core.ControllerHandler>[0], why: string): void {
  ctx.status = 409;
  ctx.body = {
    error: {
      status: 409,
      name: 'OtherHistory',
      message: `${why} Take the feed whole: ask for it without parameters.`,
    },
  };
}
