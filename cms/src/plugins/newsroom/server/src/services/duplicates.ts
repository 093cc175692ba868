import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

/**
 * The admin's list asks for a duplicate of the language version that it shows; Strapi reads the language elsewhere,
 * and duplicates the default language's, or answers "Not Found" where there is none.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Must run before Strapi makes its routes. */
  inShownLanguage(): void {
    strapi.get('controllers').extend('plugin::content-manager.collection-types', (controller: Core.Controller) => ({
      ...controller,
      async autoClone(ctx: Context, next: () => Promise<void>) {
        const { locale } = ctx.query;
        if (typeof locale === 'string') ctx.request.body = { ...ctx.request.body, locale };
        return controller.autoClone?.(ctx, next);
      },
    }));
  },
});
