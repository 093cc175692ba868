import changes from './changes';
import collections from './collections';
import editions from './editions';
import feed from './feed';
import media from './media';
import metrics from './metrics';
import orders from './orders';
import outsideLists from './outside-lists';
import popular from './popular';
import publisher from './publisher';
import slug from './slug';
import standings from './standings';

export default {
  changes,
  collections,
  editions,
  feed,
  media,
  metrics,
  orders,
  'outside-lists': outsideLists,
  popular,
  publisher,
  slug,
  standings,
};
