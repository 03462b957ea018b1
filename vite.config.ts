import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The screens. `#app/...` and its sisters resolve through package.json "imports", as everywhere. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  plugins: [react()],
  // The shell puts a fresh nonce here for every answer (main/shell/renderer-files.ts).
  html: { cspNonce: 'GRIF-STYLE-NONCE' },
  build: {
    outDir: resolve(root, 'dist/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    target: 'chrome140',
    // Under the CSP a font or a picture in a data: URL would not load from a stylesheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
});
