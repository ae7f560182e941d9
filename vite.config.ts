import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildMark } from './scripts/build-mark.ts';
import { mapPreload } from './scripts/map-preload.ts';
import { openingChunks } from './scripts/opening-chunks.ts';
import { DEVELOPMENT_HEADERS, DEVELOPMENT_NONCE } from './scripts/policy.ts';

export default defineConfig(({ command }) => ({
  plugins: [react(), mapPreload(), buildMark()],
  build: {
    // The last Chrome for Windows 7 and 8.1.
    target: 'chrome109',
    // The policy allows no data: address for scripts, fonts or fetches.
    assetsInlineLimit: 0,
    // Every supported browser preloads modules by itself.
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: [openingChunks()] } } },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    headers: DEVELOPMENT_HEADERS,
    // The overlay writes HTML as text, which Trusted Types forbid: faults are on the console and in the terminal.
    hmr: { overlay: false },
  },
  ...(command === 'serve' ? { html: { cspNonce: DEVELOPMENT_NONCE } } : {}),
}));
