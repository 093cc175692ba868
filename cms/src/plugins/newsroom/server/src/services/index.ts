import changes from './changes';
import duplicates from './duplicates';
import editViews from './edit-views';
import feed from './feed';
import headWatch from './head-watch';
import history from './history';
import keptUploads from './kept-uploads';
import metrics from './metrics';
import orders from './orders';
import originals from './originals';
import outsideLists from './outside-lists';
import privateUploads from './private-uploads';
import setup from './setup';
import siteLanguages from './site-languages';
import slugs from './slugs';

export default {
  changes,
  duplicates,
  'edit-views': editViews,
  feed,
  'head-watch': headWatch,
  history,
  'kept-uploads': keptUploads,
  metrics,
  orders,
  originals,
  'outside-lists': outsideLists,
  'private-uploads': privateUploads,
  setup,
  'site-languages': siteLanguages,
  slugs,
};
