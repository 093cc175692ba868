import delegation from './delegation';
import event from './event';
import observerOrganisation from './observer-organisation';
import pressRelease from './press-release';
import siteSettings from './site-settings';

export default {
  'press-release': { schema: pressRelease },
  delegation: { schema: delegation },
  'observer-organisation': { schema: observerOrganisation },
  event: { schema: event },
  'site-settings': { schema: siteSettings },
};
