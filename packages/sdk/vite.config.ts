import { defineConfig, type UserConfig } from 'vite'

/**
 * Three builds, told apart by mode; scripts/build.ts runs them in this order.
 *
 * browser  boot and the lazy chunks, dist/assets/NAME-HASH.js: immutable
 * loader   dist/fanal.js, a classic script that names the exact boot file (FANAL_BOOT); short cache
 * npm      dist/index.js and dist/chunks/*: the same widget for bundlers
 */
const output = { minify: true as const, comments: false as const }

const browser: UserConfig = {
  build: {
    // Library mode: no preload helper around import(), which alone is larger than boot.
    lib: { entry: { boot: 'src/boot/connect.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        ...output,
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ name, moduleIds }) => `assets/${chunkName(name, moduleIds)}-[hash].js`,
        codeSplitting: { groups: sharedGroups() },
      },
    },
  },
}

const loader: UserConfig = {
  define: { __FANAL_BOOT__: JSON.stringify(process.env.FANAL_BOOT) },
  build: {
    rolldownOptions: {
      input: { fanal: 'src/script.ts' },
      external: [/^\.\/assets\//],
      output: { ...output, format: 'iife', entryFileNames: '[name].js' },
    },
  },
}

const npm: UserConfig = {
  build: {
    lib: { entry: { index: 'src/index.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        ...output,
        entryFileNames: '[name].js',
        chunkFileNames: ({ name, moduleIds }) => `chunks/${chunkName(name, moduleIds)}.js`,
        codeSplitting: { groups: sharedGroups() },
      },
    },
  },
}

/**
 * What chunks share goes to the chunk that is there first anyway, instead of a request each: pure words and rules to the
 * runtime, Preact and the common parts of the views to one chunk. Boot shares nothing.
 */
function sharedGroups() {
  return [
    { name: 'runtime', test: /sdk\/src\/(runtime\.ts|chunks\/runtime\/)|contract\/src\/|sdk\/package\.json/ },
    { name: 'ui', test: /node_modules\/preact\/|sdk\/src\/ui\// },
  ]
}

/** Every chunk's entry file is called `entry.ts`; its folder is its name. */
function chunkName(name: string, moduleIds: readonly string[]): string {
  const entry = moduleIds.find((id) => /\/chunks\/[a-z]+\/entry\.ts$/.test(id))
  return entry ? (entry.split('/').at(-2) ?? name) : name
}

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...({ browser, loader, npm }[mode] ?? browser),
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    cssCodeSplit: true,
    reportCompressedSize: false,
    ...({ browser, loader, npm }[mode] ?? browser).build,
  },
}))
