import changes from './changes';
import editions from './editions';
import feed from './feed';
import media from './media';
import metrics from './metrics';
import orders from './orders';
import outsideLists from './outside-lists';
import publisher from './publisher';
import slug from './slug';
import standings from './standings';

export default { changes, editions, feed, media, metrics, orders, 'outside-lists': outsideLists, publisher, slug, standings };
