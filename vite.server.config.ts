import { defineConfig } from 'vite';

/** The server of a release in one file, for Node alone. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'scripts/site-server.ts',
    target: 'node20',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'serve.mjs' } },
  },
});
