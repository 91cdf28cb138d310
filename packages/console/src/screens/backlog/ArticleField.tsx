/** Links an article by its id, with the recently read ones as suggestions. What is typed survives a conflict. */
import { useQuery } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { articlesQuery } from '../../api/reports.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { useDraft } from '../../ui/draft.ts'
import { readPeriod } from '../../url/period.ts'

export interface ArticleFieldProps {
  itemId: string
  disabled: boolean
  onLink: (articleId: string) => void
}

export function ArticleField({ itemId, disabled, onLink }: ArticleFieldProps) {
  const t = useTranslate()
  const id = useId()
  const { project } = useConsole()
  const { from, to } = readPeriod({ period: '90d' }, Date.now())
  const read = useQuery(articlesQuery({ project: project.id, from, to }))
  const [text, setText] = useDraft(`article ${itemId}`)
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() !== '') onLink(text.trim())
  }
  return (
    <form class="field" noValidate onSubmit={submit}>
      <label for={id}>{t('article.field')}</label>
      <div class="field-row">
        <input
          id={id}
          list={`${id}-articles`}
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={missing}
          aria-describedby={`${id}-hint${missing ? ` ${id}-problem` : ''}`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={disabled}>
          {t('article.link')}
        </button>
      </div>
      <datalist id={`${id}-articles`}>
        {read.data?.articles.map((article) => (
          <option key={article.id} value={article.id}>
            {article.title ?? article.id}
          </option>
        ))}
      </datalist>
      {missing && (
        <p id={`${id}-problem`} class="field-error">
          {t('article.missing')}
        </p>
      )}
      <p id={`${id}-hint`} class="hint">
        {t('article.hint')}
      </p>
    </form>
  )
}
