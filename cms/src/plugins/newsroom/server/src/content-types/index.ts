import accreditation from './accreditation';
import delegation from './delegation';
import event from './event';
import observerOrganisation from './observer-organisation';
import page from './page';
import pressRelease from './press-release';
import redirect from './redirect';
import siteSettings from './site-settings';

export default {
  'press-release': { schema: pressRelease },
  delegation: { schema: delegation },
  'observer-organisation': { schema: observerOrganisation },
  event: { schema: event },
  accreditation: { schema: accreditation },
  page: { schema: page },
  redirect: { schema: redirect },
  'site-settings': { schema: siteSettings },
};
