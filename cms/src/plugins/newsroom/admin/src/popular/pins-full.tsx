import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { Typography } from '@strapi/design-system';
import { useSay } from '../publishing/say';
import { mostPins } from './choices';

/** Says why nothing more can be pinned; nothing where something can. */
export function PinsFull({ choices }: Pick<PopularDesk, 'choices'>) {
  const say = useSay();
  if (choices.pins.length < mostPins) return null;
  return <Typography tag="p">{say('newsroom.popular.choices.full')}</Typography>;
}
