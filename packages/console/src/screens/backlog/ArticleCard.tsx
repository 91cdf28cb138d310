/** The article that answers the item: link it, see today's proof, choose among what the item's own queries find. */
import { useState } from 'preact/hooks'
import { type BacklogDetail, useBacklogChange } from '../../api/backlog.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { ArticleField } from './ArticleField.tsx'
import { CandidatesTable } from './CandidatesTable.tsx'
import { ChangeFailure } from './ChangeFailure.tsx'
import { ProofTable } from './ProofTable.tsx'

export interface ArticleCardProps {
  item: BacklogDetail
  onReload: () => void
}

export function ArticleCard({ item, onReload }: ArticleCardProps) {
  const t = useTranslate()
  const toast = useToast()
  const { session, canEdit } = useConsole()
  const { proof, candidates } = item
  const change = useBacklogChange(item, session.csrfToken)
  const [linkings, setLinkings] = useState(0)
  const link = (articleId: string | null) =>
    change.mutate(
      { articleId },
      {
        onSuccess: () => {
          setLinkings((count) => count + 1)
          toast(articleId === null ? t('item.unlinked') : t('item.linked', { article: articleId }))
        },
      },
    )
  const reload = () => {
    change.reset()
    onReload()
  }
  return (
    <section class="card" aria-labelledby="article-title" aria-busy={change.isPending}>
      <h2 id="article-title">{t('article.title')}</h2>
      {change.error && <ChangeFailure error={change.error} onReload={reload} />}
      {item.articleId === null ? (
        <p class="muted">{t('article.none')}</p>
      ) : (
        <LinkedArticle
          id={item.articleId}
          title={candidates.find(({ id }) => id === item.articleId)?.title}
          onUnlink={canEdit ? () => link(null) : null}
        />
      )}
      {item.articleId !== null && <ProofTable proof={proof} />}
      <CandidatesTable
        candidates={candidates}
        linkedId={item.articleId}
        onLink={canEdit ? link : null}
        disabled={change.isPending}
      />
      {canEdit && <ArticleField key={linkings} itemId={item.id} disabled={change.isPending} onLink={link} />}
    </section>
  )
}

interface LinkedArticleProps {
  id: string
  title: string | undefined
  onUnlink: (() => void) | null
}

function LinkedArticle({ id, title, onUnlink }: LinkedArticleProps) {
  const t = useTranslate()
  return (
    <div class="linked-article">
      <p>
        <strong>{title ?? id}</strong>
        {title !== undefined && <code>{id}</code>}
      </p>
      {onUnlink && (
        <button type="button" class="button button-quiet" onClick={onUnlink}>
          {t('article.unlink')}
        </button>
      )}
    </div>
  )
}
