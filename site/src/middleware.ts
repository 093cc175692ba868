import { defineMiddleware } from 'astro:middleware';
import { siteAt } from './views/pages.ts';

/**
 * Whoever draws a page hands its snapshot in, and is told the cause when the page fails. `astro dev` hands none in:
 * then the page gets the one that lies on this machine, and Astro shows what fails. (`import.meta.env.DEV` would not
 * tell the two apart: in a build, too, it follows a variable `DEV` of the environment.)
 */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  if (!('snapshot' in locals)) {
    const { withDevelopmentSnapshot } = await import('./content/development-snapshot.ts');
    return withDevelopmentSnapshot(locals, siteAt(url.origin), next);
  }
  try {
    return await next();
  } catch (error) {
    locals.fault = error;
    return new Response(null, { status: 500 });
  }
});
