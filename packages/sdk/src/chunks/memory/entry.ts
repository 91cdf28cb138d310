/** What this device remembers for the person who uses it: answers kept for when the network is away, queries, places in articles. */
export { openMemory } from './open-memory.ts'
