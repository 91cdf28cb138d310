/** What a first click needs, as boot loads it. Every other chunk is the runtime's to load (load-chunk.ts): its name would cost each page view bytes. */
export const loadRuntime = () => import('../chunks/runtime/entry.ts')
export const loadPanel = () => import('../chunks/panel/entry.ts')
