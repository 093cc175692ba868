import type { AstroIntegration } from 'astro';

/**
 * Makes `astro build` compile the site into an application that draws any page from a snapshot: an adapter in
 * Astro's words, though nothing is ever served by it.
 */
export function compiledApplication(): AstroIntegration {
  return {
    name: 'newsroom:compiled-application',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        // It is run from other folders, where no package is found: it carries all inside but the database's driver.
        updateConfig({ vite: { ssr: { noExternal: true, external: ['better-sqlite3'] } } });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'newsroom:compiled-application',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./compiled-entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable' },
        });
      },
    },
  };
}
