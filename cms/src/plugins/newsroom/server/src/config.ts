import { type DeskTexts, readDeskSettings } from './desk/settings';

/** What Strapi asks of the plugin's part of `config/plugins.ts` before it starts. */
export const config = {
  validator({ desk }: { desk: DeskTexts }) {
    readDeskSettings(desk);
  },
};
