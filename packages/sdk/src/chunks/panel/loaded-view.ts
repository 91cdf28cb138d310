/** A view whose chunk arrives when it is first needed; a chunk that cannot be loaded leaves a way on. */

import type { View } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { loadingFailed } from './loading-failed.ts'
import type { ShownView } from './shown-view.ts'
import type { ViewChunk, ViewChunks } from './view-chunks.ts'

export interface LoadedViewParts {
  runtime: Runtime
  chunks: ViewChunks
  /** the view as it is now: what is searched changes while it is typed */
  current(): View
  commits(): number
  onShow(view: View): void
  onBack(): void
  onContact(): void
  onQuery(query: string): void
  onRetry(): void
}

export function openLoadedView(into: HTMLElement, kind: ViewChunk, parts: LoadedViewParts): ShownView {
  const { runtime, chunks, onRetry } = parts
  let stage: 'loading' | 'failed' | 'shown' | undefined

  return {
    update() {
      const next = chunks.loaded[kind] ? 'shown' : chunks.failed.has(kind) ? 'failed' : 'loading'
      if (next !== stage) {
        if (next === 'shown') into.replaceChildren()
        else into.replaceChildren(next === 'failed' ? loadingFailed(runtime, onRetry) : skeleton(runtime.locale, 8))
        stage = next
      }
      if (stage === 'shown') showChunk(into, parts)
    },
    end: () => chunks.loaded[kind]?.show(into, null),
  }
}

function showChunk(into: HTMLElement, parts: LoadedViewParts): void {
  const { runtime, chunks, onShow, onBack, onContact, onQuery } = parts
  const { search, article, contact } = chunks.loaded
  const view = parts.current()
  if (view.kind === 'search') {
    search?.show(into, {
      runtime,
      query: view.query,
      commits: parts.commits(),
      onOpenArticle: (articleId, from = 'search') => onShow({ kind: 'article', articleId, from }),
      onContact,
      onQuery,
    })
  } else if (view.kind === 'article') {
    article?.show(into, {
      ...view,
      runtime,
      onOpenArticle: (articleId, from = 'link', anchor) =>
        onShow({ kind: 'article', articleId, from, ...(anchor && { anchor }) }),
      onStartFlow(id) {
        runtime.closePanel()
        runtime.startFlow(id, 'article')
      },
    })
  } else if (view.kind === 'contact') {
    contact?.show(into, { ...view, runtime, onDone: () => onShow({ kind: 'home' }), onCancel: onBack })
  }
}
