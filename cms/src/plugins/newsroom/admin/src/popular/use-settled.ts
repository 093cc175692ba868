import { useEffect, useState } from 'react';

/** How long nothing has to be typed, in milliseconds. */
const pause = 400;

/** A value as it is once it has not changed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
