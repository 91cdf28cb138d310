import { basename } from 'node:path'
import { limits, paths } from '@fanal/contract'
import { minify } from 'terser'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import type { WidgetLocale } from './src/types.ts'

/**
 * The builds, told apart by mode; scripts/build.ts runs them in this order.
 *
 * fr, en   boot and the lazy chunks with the words of one language, dist/assets/LOCALE/NAME-HASH.js: immutable
 * loader   dist/fanal.js, a classic script that names the exact boot file (FANAL_BOOT); short cache
 * probe    dist/probe.js, what `fanal check --url` puts into pages; never served
 * npm      dist/index.js and dist/chunks/*: the same widget for bundlers, in every language
 */
const output = { minify: true as const, comments: false as const }

const browser = (locale: WidgetLocale): UserConfig => ({
  define: { __FANAL_LOCALE__: JSON.stringify(locale) },
  build: {
    // Library mode: no preload helper around import(), which alone is larger than boot.
    lib: { entry: { boot: 'src/boot/connect.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        ...output,
        entryFileNames: `assets/${locale}/[name]-[hash:6].js`,
        chunkFileNames: ({ name, moduleIds }) => `assets/${locale}/${chunkName(name, moduleIds)}-[hash:6].js`,
        codeSplitting: { groups: sharedGroups() },
      },
    },
  },
})

const loader: UserConfig = {
  define: { __FANAL_BOOT__: JSON.stringify(process.env.FANAL_BOOT), __FANAL_LOCALE__: 'undefined' },
  build: {
    rolldownOptions: {
      input: { fanal: 'src/script.ts' },
      output: { ...output, format: 'iife', entryFileNames: '[name].js' },
    },
  },
}

const probe: UserConfig = {
  build: {
    rolldownOptions: {
      input: { probe: 'src/probe.ts' },
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
 * What chunks share, in as few files as can be, for what is compressed together is smaller: the runtime's file holds what it needs, whoever
 * else does, and so does the panel's after it; a flow without a panel then loads the panel's file. `words` is what views share with the outbox,
 * `store` what outbox and memory do, `keep` what flows, their offers and the checklist do, `overlays` what those for product teams do. Boot
 * shares nothing.
 */
function sharedGroups() {
  const group = (name: string, priority: number, holds: (reachedFrom: string[]) => boolean) => ({
    debugName: name,
    priority,
    name: (id: string, graph: ModuleGraph) => (holds(entriesAbove(graph, id)) ? name : null),
  })
  return [
    group('runtime', 3, (entries) => entries.includes('runtime')),
    group('panel', 2, (entries) => entries.includes('panel')),
    group('store', 1.5, (entries) => entries.length > 1 && entries.every((name) => /^(outbox|memory)$/.test(name))),
    group(
      'keep',
      1.2,
      (entries) => entries.length > 1 && entries.every((name) => /^(flow|start|checklist)$/.test(name)),
    ),
    group('words', 1, (entries) => entries.length > 1 && entries.includes('outbox')),
    group('overlays', 0.5, (entries) => entries.length > 1 && entries.every((name) => /^(debug|author)$/.test(name))),
    group('views', 0, (entries) => entries.length > 1),
  ]
}

interface ModuleGraph {
  getModuleInfo(id: string): { importers: string[] } | null
}

/** Names of the chunks whose entry imports the module, directly or through others. */
function entriesAbove(graph: ModuleGraph, id: string): string[] {
  const seen = new Set<string>()
  const climb = (module: string) => {
    if (seen.has(module)) return
    seen.add(module)
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) climb(importer)
  }
  climb(id)
  return [...seen].flatMap((module) => /\/chunks\/([a-z]+)\/entry\.ts$/.exec(module)?.[1] ?? [])
}

/** The contract's tables of numbers and paths as literals where they are used: a chunk carries the few it needs, not all of them. */
const inlineTables: Plugin = {
  name: 'fanal:inline-tables',
  transform(code, id) {
    if (!/\/sdk\/src\/.*\.tsx?$/.test(id) || !code.includes('@fanal/contract')) return null
    return code.replace(/\b(limits|paths)\.(\w+)\b/g, (access, table: 'limits' | 'paths', name) =>
      name in tables[table] ? JSON.stringify(Reflect.get(tables[table], name)) : access,
    )
  },
}

const tables = { limits, paths }

/**
 * Terser after the bundler's own minifier: together two per cent smaller than either. What it is told is true of everything of ours: no function
 * needs a `this` of its own or is a constructor, and no getter does anything but give.
 */
const squeeze: Plugin = {
  name: 'fanal:squeeze',
  async generateBundle({ format }, bundle) {
    // The loader is no module: what stands at its top would be the page's.
    const module = format === 'es'
    const compress = { passes: 3, unsafe_arrows: true, pure_getters: true }
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      const { code } = await minify(file.code, { ecma: 2020, module, compress })
      if (code) file.code = code
    }
  },
}

/**
 * A chunk that others share parts of is given a second file that exports nothing but its entry: one more request in the way of the first click.
 * Here the chunk exports its entry itself, and who asked for the second file asks for the chunk.
 */
const withoutFacades: Plugin = {
  name: 'fanal:without-facades',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    for (const facade of chunks) {
      const [, shared, name, target] = /^export\{([\w$]+) as (\w+)\}from"\.\/([^"]+)";?\s*$/.exec(facade.code) ?? []
      const chunk = target && chunks.find(({ fileName }) => basename(fileName) === target)
      if (!chunk) continue
      // What stands last is what the chunk exports; what it imports is written alike.
      const [clause, list = ''] = /export\{([^}]*)\};?\s*$/.exec(chunk.code) ?? []
      const local = list.split(',').find((one) => one.split(' as ').at(-1) === shared)
      if (!clause || !local) throw new Error(`${target} does not export the ${name} that ${facade.fileName} names`)
      const own = `${local.split(' as ')[0]} as ${name}`
      chunk.code = chunk.code.slice(0, chunk.code.lastIndexOf(clause)) + clause.replace('{', `{${own},`)
      for (const other of chunks) other.code = other.code.replaceAll(basename(facade.fileName), target)
      delete bundle[facade.fileName]
    }
  },
}

/** In the build of one language every other's words are this one's: `{ fr, en }` then holds one object twice. */
const oneLanguage = (locale: WidgetLocale): Plugin => ({
  name: 'fanal:one-language',
  load(id) {
    const [, other] = /\/locales\/(fr|en)\.ts$/.exec(id) ?? []
    return other && other !== locale ? `export { ${locale} as ${other} } from './${locale}.ts'` : null
  },
})

/**
 * The recorder carries its own copy of the flows' targeting: shared by two chunks it would be a third file, which every visitor's flow would
 * load. The sources stay one.
 */
const ownTargeting: Plugin = {
  name: 'fanal:own-targeting',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !/\/own-targeting\.ts$|\?own$/.test(importer) || source[0] !== '.') return null
    const found = await this.resolve(source, importer.replace('?own', ''), { skipSelf: true })
    return found && /\/flow\/targeting\//.test(found.id) ? `${found.id}?own` : found
  },
}

/** Every chunk's entry file is called `entry.ts`; its folder is its name. The names of the rare ones are `rare`. */
function chunkName(name: string, moduleIds: readonly string[]): string {
  const entry = moduleIds.find((id) => /\/chunks\/[a-z]+\/entry\.ts$/.test(id))
  return entry ? (entry.split('/').at(-2) ?? name) : name.replace('load-', '')
}

function configOf(mode: string): UserConfig {
  if (mode === 'fr' || mode === 'en') return browser(mode)
  if (mode === 'probe') return probe
  return mode === 'loader' ? loader : npm
}

export default defineConfig(({ mode }) => ({
  plugins: [
    ownTargeting,
    inlineTables,
    squeeze,
    withoutFacades,
    ...(mode === 'fr' || mode === 'en' ? [oneLanguage(mode)] : []),
  ],
  ...configOf(mode),
  build: {
    target: 'es2022',
    // The browsers of docs/embed.md#browsers: for older ones light-dark() would be spelled out, colour by colour.
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    cssCodeSplit: true,
    reportCompressedSize: false,
    ...configOf(mode).build,
    rolldownOptions: {
      checks: { pluginTimings: false },
      experimental: { chunkOptimization: false },
      ...configOf(mode).build?.rolldownOptions,
    },
  },
}))
