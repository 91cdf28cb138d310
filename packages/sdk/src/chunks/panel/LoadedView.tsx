/** A view whose chunk arrives when it is first needed; a chunk that cannot be loaded leaves a way on. */
import type { ComponentType } from 'preact'
import type { ArticleViewProps, ContactViewProps, SearchViewProps } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { Notice } from '../../ui/Notice.tsx'
import { panelWords } from '../../ui/panel-words.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { translator } from '../../ui/translate.ts'
import type { View } from './navigation.ts'
import type { ViewChunk, ViewChunks } from './view-chunks.ts'

export interface LoadedViewProps {
  runtime: Runtime
  view: Extract<View, { kind: ViewChunk }>
  chunks: ViewChunks
  commits: number
  onShow(view: View): void
  onBack(): void
  onContact(): void
  onRetry(): void
}

/** Every view is given all there is; each takes what it knows. */
type AnyViewProps = Omit<SearchViewProps, 'onOpenArticle'> &
  Omit<ArticleViewProps, 'from'> &
  Omit<ContactViewProps, 'from'>

export function LoadedView({ runtime, view, chunks, commits, onShow, onBack, onContact, onRetry }: LoadedViewProps) {
  const { kind } = view
  const { search, article, contact } = chunks.loaded
  const Shown = { search: search?.SearchView, article: article?.ArticleView, contact: contact?.ContactView }[
    kind
  ] as ComponentType<Partial<AnyViewProps>>
  if (Shown)
    return (
      <Shown
        {...view}
        runtime={runtime}
        commits={commits}
        onOpenArticle={(id, from, anchor) =>
          onShow({
            kind: 'article',
            articleId: id,
            from: kind === 'search' ? kind : (from ?? 'link'),
            ...(anchor && { anchor }),
          })
        }
        onStartFlow={(id) => {
          runtime.closePanel()
          runtime.startFlow(id, 'article')
        }}
        onContact={onContact}
        onDone={() => onShow({ kind: 'home' })}
        onCancel={onBack}
      />
    )
  if (!chunks.failed.has(kind)) return <Skeleton lines={8} locale={runtime.locale} />
  const t = translator(panelWords, runtime.locale)
  return (
    <Notice title={t('failed.title')} text={t('failed.text')}>
      <button type="button" class="button" onClick={onRetry}>
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
