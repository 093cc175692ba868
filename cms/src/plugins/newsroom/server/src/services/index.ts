import changeLines from './change-lines';
import changes from './changes';
import collections from './collections';
import comparison from './comparison';
import desk from './desk';
import duplicates from './duplicates';
import editViews from './edit-views';
import editions from './editions';
import feed from './feed';
import headWatch from './head-watch';
import history from './history';
import keptUploads from './kept-uploads';
import lastSeen from './last-seen';
import leases from './leases';
import metrics from './metrics';
import orders from './orders';
import originals from './originals';
import outsideLists from './outside-lists';
import popularChoices from './popular-choices';
import popularDesk from './popular-desk';
import popularSettings from './popular-settings';
import privateUploads from './private-uploads';
import repairs from './repairs';
import runs from './runs';
import seenEditions from './seen-editions';
import setup from './setup';
import silence from './silence';
import siteLanguages from './site-languages';
import slugs from './slugs';
import standings from './standings';
import statistics from './statistics';
import titles from './titles';

export default {
  'change-lines': changeLines,
  changes,
  collections,
  comparison,
  desk,
  duplicates,
  'edit-views': editViews,
  editions,
  feed,
  'head-watch': headWatch,
  history,
  'kept-uploads': keptUploads,
  'last-seen': lastSeen,
  leases,
  metrics,
  orders,
  originals,
  'outside-lists': outsideLists,
  'popular-choices': popularChoices,
  'popular-desk': popularDesk,
  'popular-settings': popularSettings,
  'private-uploads': privateUploads,
  repairs,
  runs,
  'seen-editions': seenEditions,
  setup,
  silence,
  'site-languages': siteLanguages,
  slugs,
  standings,
  statistics,
  titles,
};
