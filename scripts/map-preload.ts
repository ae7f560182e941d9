import type { HtmlTagDescriptor, Plugin } from 'vite';

const MAP = 'src/map/map-surface.ts';

/** Lets the browser fetch the map, which the page asks for only once it runs, together with the page's own script. */
export function mapPreload(): Plugin {
  return {
    name: 'map-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunk = Object.values(bundle).find(
          (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(MAP),
        );
        if (chunk?.type !== 'chunk') throw new Error(`the build has no chunk of ${MAP}`);
        const link = (attributes: Record<string, string>): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { crossorigin: '', ...attributes },
          injectTo: 'head',
        });
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
        return [
          link({ rel: 'modulepreload', href: `/${chunk.fileName}` }),
          ...styles.map((style) => link({ rel: 'preload', as: 'style', href: `/${style}` })),
        ];
      },
    },
  };
}
