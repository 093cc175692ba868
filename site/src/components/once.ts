import { createComponent, markHTMLString, renderSlotToString } from 'astro/runtime/server/index.js';

/** What stands in it is drawn once, and given again wherever the same object is shown: it has to hang on that alone. */
interface Props {
  of: object;
}

const drawn = new WeakMap<object, string>();

/** The component `Once`. Astro's own way to what stands in a component, `Astro.slots`, is there in its server alone. */
export const Once = createComponent(async (result, { of }, { default: content }) => {
  const html = drawn.get(of) ?? String(await renderSlotToString(result, content));
  drawn.set(of, html);
  return markHTMLString(html);
}) as unknown as (props: Props) => unknown;
