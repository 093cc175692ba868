import attachment from '../src/components/newsroom/attachment';
import correction from '../src/components/newsroom/correction';
import link from '../src/components/newsroom/link';
import notice from '../src/components/newsroom/notice';
import person from '../src/components/newsroom/person';
import picture from '../src/components/newsroom/picture';

/** The newsroom's components by their names. */
export const components = { attachment, correction, link, notice, person, picture };
