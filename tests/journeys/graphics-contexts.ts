import type { Page } from 'playwright-core';

declare global {
  var graphicsContexts: Set<WebGL2RenderingContext>;
}

/** Keeps every graphics context that a page makes, so that none is given back by chance: by the garbage collector. */
export function keepGraphicsContexts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    globalThis.graphicsContexts = new Set();
    for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
      const own = prototype.getContext as (...args: unknown[]) => unknown;
      prototype.getContext = function (this: unknown, ...args: unknown[]) {
        const context = own.apply(this, args);
        if (context instanceof WebGL2RenderingContext || context instanceof WebGLRenderingContext)
          globalThis.graphicsContexts.add(context as WebGL2RenderingContext);
        return context;
      } as never;
    }
  });
}

/** How many of them the page has neither lost nor given back; those are forgotten, so that they can be collected. */
export function graphicsContextsAlive(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const context of globalThis.graphicsContexts)
      if (context.isContextLost()) globalThis.graphicsContexts.delete(context);
    return globalThis.graphicsContexts.size;
  });
}
