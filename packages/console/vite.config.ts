import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/**
 * Builds the console into dist/: index.html and assets/, served by the Fanal server under /console.
 * Nothing is inlined and no polyfill is injected, so that `script-src 'self'; style-src 'self'` is enough.
 */
export default defineConfig({
  base: '/console/',
  plugins: [preact()],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': 'http://127.0.0.1:4400' },
  },
})
