/** A view whose chunk arrives when it is first needed; a chunk that cannot be loaded leaves a way on. */
import { useEffect, useState } from 'preact/hooks'
import type { Chunks } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { Notice } from '../../ui/Notice.tsx'
import { panelWords } from '../../ui/panel-words.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { sessionMemory } from '../../ui/session-memory.ts'
import { useTranslate } from '../../ui/translate.ts'
import type { View } from './navigation.ts'

export interface LoadedViewProps {
  runtime: Runtime
  view: Exclude<View, { kind: 'home' }>
  commits: number
  onShow(view: View): void
  onBack(): void
  onContact(): void
}

/** What has been loaded, so that a view shown again is there in the same frame. */
const loadedOf = sessionMemory<Partial<Chunks>>(() => ({}))

export function LoadedView({ runtime, view, commits, onShow, onBack, onContact }: LoadedViewProps) {
  const t = useTranslate(panelWords)
  const name = view.kind
  const loaded = loadedOf(runtime)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  const [, setArrived] = useState('')
  useEffect(() => {
    let current = true
    setFailed(false)
    runtime.load(name).then(
      (chunk) => {
        Object.assign(loaded, { [name]: chunk })
        if (current) setArrived(name)
      },
      () => {
        if (current) setFailed(true)
      },
    )
    return () => {
      current = false
    }
  }, [runtime, name, tries, loaded])

  if (view.kind === 'search' && loaded.search)
    return (
      <loaded.search.SearchView
        runtime={runtime}
        query={view.query}
        commits={commits}
        onOpenArticle={(id) => onShow({ kind: 'article', id, from: 'search' })}
        onContact={onContact}
      />
    )
  if (view.kind === 'article' && loaded.article)
    return (
      <loaded.article.ArticleView
        runtime={runtime}
        articleId={view.id}
        from={view.from}
        {...(view.anchor && { anchor: view.anchor })}
        onOpenArticle={(id, from = 'link', anchor) => onShow({ kind: 'article', id, from, ...(anchor && { anchor }) })}
        onStartFlow={(id) => {
          runtime.closePanel()
          runtime.startFlow(id, 'article')
        }}
        onContact={onContact}
      />
    )
  if (view.kind === 'contact' && loaded.contact)
    return (
      <loaded.contact.ContactView
        runtime={runtime}
        from={view.from}
        {...(view.prefill && { prefill: view.prefill })}
        onDone={() => onShow({ kind: 'home' })}
        onCancel={onBack}
      />
    )
  if (!failed) return <Skeleton lines={8} />
  return (
    <Notice title={t('failed.title')} text={t('failed.text')}>
      <button type="button" class="button" onClick={() => setTries(tries + 1)}>
        {t('retry')}
      </button>
      {runtime.config?.contact.channels.map(({ id, phone, email }) => (
        <a key={id} href={phone ? `tel:${phone.replaceAll(' ', '')}` : `mailto:${email}`}>
          {phone ?? email}
        </a>
      ))}
    </Notice>
  )
}
