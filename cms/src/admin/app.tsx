import { closeBanner } from './close-banner';
import { endGuidedTour } from './end-guided-tour';

export default {
  config: {
    locales: ['ru'],
    notifications: { releases: false },
    tutorials: false,
  },
  bootstrap() {
    endGuidedTour();
    void closeBanner(); // a courtesy: without it the banner stays until it is clicked away
  },
};
