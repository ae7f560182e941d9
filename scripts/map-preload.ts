import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

const MAP = 'src/map/map-surface.ts';

/** A chunk and all that it imports at once. */
function reach(bundle: Rollup.OutputBundle, chunk: Rollup.OutputChunk): ReadonlySet<Rollup.OutputChunk> {
  const reached = new Set<Rollup.OutputChunk>();
  const visit = (one: Rollup.OutputAsset | Rollup.OutputChunk | undefined): void => {
    if (one?.type !== 'chunk' || reached.has(one)) return;
    reached.add(one);
    for (const name of one.imports) visit(bundle[name]);
  };
  visit(chunk);
  return reached;
}

function link(attributes: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { crossorigin: '', ...attributes }, injectTo: 'head' };
}

/** Lets the browser fetch the map, which the page asks for only once it runs, together with the page's own script. */
export function mapPreload(): Plugin {
  return {
    name: 'map-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {}, chunk: page }) {
        const map = Object.values(bundle).find(
          (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(MAP),
        );
        if (map?.type !== 'chunk' || page === undefined) throw new Error(`the build has no chunk of ${MAP}`);
        const known = reach(bundle, page);
        const chunks = [...reach(bundle, map)].filter((chunk) => !known.has(chunk));
        const styles = chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        return [
          ...chunks.map(({ fileName }) => link({ rel: 'modulepreload', href: `/${fileName}` })),
          ...styles.map((style) => link({ rel: 'preload', as: 'style', href: `/${style}` })),
        ];
      },
    },
  };
}
