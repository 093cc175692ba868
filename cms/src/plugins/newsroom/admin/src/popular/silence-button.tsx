import { OrderButton } from '../orders/order-button';
import { useSay } from '../publishing/say';
import type { Decide } from './use-decide';

/** Stops the lists for readers, or lets them move again, after a question that says what happens. */
export function SilenceButton({ silent, decide }: { silent: boolean; decide: Decide }) {
  const say = useSay();
  const word = silent ? 'begin' : 'end';
  return (
    <OrderButton
      variant={silent ? 'tertiary' : 'default'}
      label={say(`newsroom.popular.silence.${word}`)}
      question={{
        title: say(`newsroom.popular.silence.${word}Title`),
        text: say(`newsroom.popular.silence.${word}Text`),
        yes: say(`newsroom.popular.silence.${word}Yes`),
      }}
      onOrder={() => decide.silence(silent)}
    />
  );
}
