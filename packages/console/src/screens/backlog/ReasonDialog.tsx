/** Asks why before an item leaves without an answer. What is typed survives closing, conflicts and an ended session. */
import type { BacklogState } from '@fanal/contract'
import { limits } from '@fanal/contract'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useDraft } from '../../ui/draft.ts'

export interface ReasonDialogProps {
  itemId: string
  to: BacklogState
  onCancel: () => void
  onConfirm: (reason: string) => void
}

export function ReasonDialog({ itemId, to, onCancel, onConfirm }: ReasonDialogProps) {
  const t = useTranslate()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useDraft(`reason ${itemId} ${to}`)
  const [missing, setMissing] = useState(false)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    field.current?.focus()
  }, [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
    } else {
      onConfirm(reason.trim())
    }
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-title`} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <h2 id={`${id}-title`}>{t('reasonDialog.title', { action: t(`action.${to}`) })}</h2>
        <div class="field">
          <label for={id}>{t('reasonDialog.label')}</label>
          <textarea
            ref={field}
            id={id}
            rows={4}
            maxLength={limits.maxCommentChars}
            value={reason}
            aria-invalid={missing}
            aria-describedby={`${id}-hint${missing ? ` ${id}-problem` : ''}`}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          {missing && (
            <p id={`${id}-problem`} class="field-error">
              {t('reasonDialog.missing')}
            </p>
          )}
          <p id={`${id}-hint`} class="hint">
            {t('reasonDialog.hint')}
          </p>
        </div>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" class="button button-primary">
            {t(`action.${to}`)}
          </button>
        </div>
      </form>
    </dialog>
  )
}
