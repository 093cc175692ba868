import { closeBanner } from './close-banner';
import { en } from './words/en';
import { ru } from './words/ru';
import { translations } from './words/translations';

export default {
  config: {
    locales: ['ru'],
    translations: { en: translations(en), ru: translations(ru) },
    notifications: { releases: false },
    tutorials: false,
  },
  bootstrap() {
    void closeBanner(); // a courtesy: without it the banner stays until it is clicked away
  },
};
