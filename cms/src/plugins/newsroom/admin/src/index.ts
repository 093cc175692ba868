import { popularDeskPath } from '@newsroom/shared/admin-address';
import { Globe, Stack, TrendUp } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { describeFields } from './edit-view/describe-fields';
import { rememberInterfaceLanguage } from './interface-language';
import { showWords } from './list-view/show-words';
import { editionsPage } from './publishing/editions-page-address';
import { standingPanel } from './standing/panel';
import { en } from './words/en';
import { ru } from './words/ru';
import { strapiRu } from './words/strapi-ru';
import { translations } from './words/translations';

const words: Record<string, Record<string, string>> = { en: translations(en), ru: { ...strapiRu, ...translations(ru) } };

/** What we use of Strapi's content manager; it does not export its types. */
interface ContentManager {
  addEditViewSidePanel(panels: (typeof standingPanel)[]): void;
}

export default {
  register(app: StrapiApp) {
    app.customFields.register({
      name: 'slug',
      pluginId: 'newsroom',
      type: 'string',
      intlLabel: { id: 'newsroom.slug.name', defaultMessage: 'Slug' },
      intlDescription: { id: 'newsroom.slug.description', defaultMessage: 'The last part of a page’s address' },
      // Strapi's type knows only components without properties; it gives this one those of a field.
      components: { Input: async () => ({ default: (await import('./slug/slug-input')).SlugInput as ComponentType }) },
    });
    app.addMenuLink({
      to: editionsPage.slice(1),
      icon: Stack,
      intlLabel: { id: 'newsroom.editions.menu', defaultMessage: 'Editions' },
      permissions: [], // everybody may look; the server alone says who may give orders
      Component: () => import('./editions/editions-page').then(({ EditionsPage }) => ({ default: EditionsPage })),
    });
    app.addMenuLink({
      to: popularDeskPath.slice(1),
      icon: TrendUp,
      intlLabel: { id: 'newsroom.popular.menu', defaultMessage: 'Popular' },
      permissions: [], // everybody may look; the server alone says who may decide
      Component: () => import('./popular/popular-page').then(({ PopularPage }) => ({ default: PopularPage })),
    });
    const site = {
      id: 'site',
      pluginId: 'newsroom',
      icon: Globe,
      title: { id: 'newsroom.widget.title', defaultMessage: 'The site' },
      link: { label: { id: 'newsroom.widget.link', defaultMessage: 'Editions' }, href: editionsPage },
      component: () => import('./widget/site-widget').then(({ SiteWidget }) => SiteWidget),
    };
    app.widgets.register((widgets) => [site, ...widgets]); // before Strapi's own
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', describeFields);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', showWords);
    (app.getPlugin('content-manager').apis as unknown as ContentManager).addEditViewSidePanel([standingPanel]);
    rememberInterfaceLanguage();
  },

  registerTrads: async ({ locales }: { locales: string[] }) => locales.map((locale) => ({ locale, data: words[locale] ?? {} })),
};
