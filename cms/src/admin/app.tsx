import { closeBanner } from './close-banner';

export default {
  config: {
    locales: ['ru'],
    notifications: { releases: false },
    tutorials: false,
  },
  bootstrap() {
    void closeBanner(); // a courtesy: without it the banner stays until it is clicked away
  },
};
