import feed from './feed';
import metrics from './metrics';
import slug from './slug';

export default { feed, metrics, slug };
