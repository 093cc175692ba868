import changes from './changes';
import feed from './feed';
import media from './media';
import metrics from './metrics';
import outsideLists from './outside-lists';
import slug from './slug';

export default { changes, feed, media, metrics, 'outside-lists': outsideLists, slug };
