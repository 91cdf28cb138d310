/** Where a page keeps the one Fanal that runs in it, whichever way it came: a second tag, another bundle or another version find it here. */
export const place = Symbol.for('fanal')

export type Dispatch = (...args: unknown[]) => unknown

export type FanalDocument = Document & { [place]?: Dispatch | undefined }
