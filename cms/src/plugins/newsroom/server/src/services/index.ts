import changes from './changes';
import editViews from './edit-views';
import feed from './feed';
import metrics from './metrics';
import privateUploads from './private-uploads';
import setup from './setup';
import siteLanguages from './site-languages';
import slugs from './slugs';

export default {
  changes,
  'edit-views': editViews,
  feed,
  metrics,
  'private-uploads': privateUploads,
  setup,
  'site-languages': siteLanguages,
  slugs,
};
