import feed from './feed';
import metrics from './metrics';

export default { feed, metrics };
