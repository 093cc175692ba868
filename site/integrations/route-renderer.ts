import type { AstroGlobal, Params, RouteData, SSRManifest, SSRResult } from 'astro';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';

type Component = Parameters<typeof renderToString>[1];

/** Draws the page at a path: its text, or the answer that the page gives in its place. */
type Draw = (path: string, params: Params, locals: App.Locals) => Promise<string | Response>;

/**
 * Draws pages by Astro's renderer alone, without the server that it usually stands in: no request, middleware and answer
 * are made for a page, and what Astro makes anew for every request is made once for a route. It takes a third off what a
 * page costs.
 *
 * Of Astro's global, a page and its components find `props`, `params`, `locals`, `site` and `url`, and nothing else.
 * Routes that are drawn in another way (endpoints, rest parameters, heads that components add to) are left to the server.
 */
export class RouteRenderers {
  readonly #routes: readonly RouteData[];
  readonly #site: URL;
  readonly #draws = new Map<RouteData, Promise<Draw | undefined>>();

  /** @param site the site's own address */
  constructor({ routes }: SSRManifest, site: string) {
    this.#routes = routes.map(({ routeData }) => routeData);
    this.#site = new URL(site);
  }

  /**
   * Draws a page.
   *
   * @returns undefined where its route is left to the server
   * @throws what the page throws
   */
  async draw(path: string, locals: App.Locals): Promise<string | Response | undefined> {
    const route = this.#routes.find(({ pattern }) => pattern.test(path));
    if (route === undefined || !isPlain(route, path)) return undefined;
    if (!this.#draws.has(route)) this.#draws.set(route, this.#ofRoute(route, path));
    const draw = await this.#draws.get(route);
    return draw?.(path, paramsOf(route, path), locals);
  }

  async #ofRoute(route: RouteData, path: string): Promise<Draw | undefined> {
    const site = this.#site;
    const state = new FetchState(new Request(new URL(path, site)));
    const module = await state.loadComponentInstance();
    const component = module.default as Component;
    const result = await state.createResult(module, state.getActionAPIContext());
    const { propagation = 'none', containsHead = false } = result.componentMetadata.get(component.moduleId ?? '') ?? {};
    if (state.routeData !== route || propagation !== 'none' || result.shouldInjectCspMetaTags) return undefined;
    const metadata = { ...result._metadata, headInTree: containsHead };
    return async (at, params, locals) => {
      const page = { params, locals, site, url: new URL(at, site) };
      // Every compiled component notes itself as `self`.
      const createAstro: SSRResult['createAstro'] = (props) => ({ ...page, props, self: null }) as unknown as AstroGlobal;
      const own = { ...afresh(result), _metadata: afresh(metadata), createAstro, params, pathname: at };
      return renderToString(own, component, {}, {}, true, route);
    };
  }
}

/** With lists and sets of its own, which the renderer fills and empties. */
function afresh<T extends object>(state: T): T {
  const own = { ...state };
  for (const [key, value] of Object.entries(state)) {
    if (value instanceof Set) own[key as keyof T] = new Set(value) as T[keyof T];
    else if (Array.isArray(value)) own[key as keyof T] = [...value] as T[keyof T];
  }
  return own;
}

/** A page, each of whose parameters is one part of the path, as it stands there. */
function isPlain({ type, params }: RouteData, path: string): boolean {
  return type === 'page' && !path.includes('%') && !params.some((name) => name.startsWith('...'));
}

function paramsOf({ pattern, params }: RouteData, path: string): Params {
  const values = pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(params.map((name, index) => [name, values[index]]));
}
