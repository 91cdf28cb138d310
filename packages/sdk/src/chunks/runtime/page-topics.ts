/**
 * Which topics the page says the visitor is at, by `data-fanal-topic`: the area of the last action or focus, else of a refused field,
 * else of an open dialog, else all the page's areas. What is marked `data-fanal-private` is never read.
 * Source: docs/embed.md#topics
 */

export interface PageTopics {
  topics: string[]
  /** the areas that say so */
  from: HTMLElement[]
}

/** More areas than this on one page say nothing about where the person is. */
const maxAreaTopics = 3

const readable = ':not([data-fanal-private],[data-fanal-private] *)'
const area = `[data-fanal-topic]${readable}`

/** @param action area with a topic around the last click or focus */
export function readTopics(action: HTMLElement | null | undefined): PageTopics {
  const all = [...document.querySelectorAll<HTMLElement>(area)]
  const one =
    (action?.matches(area) && action) ||
    // A field that was refused is where the person has to go back to.
    document.querySelector(`${area} [aria-invalid=true]${readable}`)?.closest<HTMLElement>(area)
  const inDialog = all.filter((each) => each.closest('dialog[open],[role*=dialog]')?.checkVisibility())
  const from = one ? [one] : inDialog[0] ? inDialog : all
  const topics = [...new Set(from.flatMap(split))]
  return { topics: topics.length > maxAreaTopics ? [] : topics, from }
}

function split({ dataset }: HTMLElement): string[] {
  return (dataset.fanalTopic ?? '').split(/\s*,\s*/).filter(Boolean)
}
