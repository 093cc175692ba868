import changes from './changes';
import feed from './feed';
import metrics from './metrics';
import privateUploads from './private-uploads';
import setup from './setup';
import siteLanguages from './site-languages';

export default { changes, feed, metrics, 'private-uploads': privateUploads, setup, 'site-languages': siteLanguages };
