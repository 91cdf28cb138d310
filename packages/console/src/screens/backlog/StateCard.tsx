/** Moves an item along: one button per allowed transition, a reason where one is needed, refusals explained in words. */
import type { BacklogItem, BacklogState } from '@fanal/contract'
import { useState } from 'preact/hooks'
import { useBacklogChange } from '../../api/backlog.ts'
import { ApiError } from '../../api/request.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { ChangeFailure } from './ChangeFailure.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { needsReason, nextStates } from './transitions.ts'

export interface StateCardProps {
  item: BacklogItem
  /** every query of the item finds its article today: closing is then the step to take */
  proven: boolean
  onReload: () => void
}

export function StateCard({ item, proven, onReload }: StateCardProps) {
  const t = useTranslate()
  const toast = useToast()
  const { session, canEdit } = useConsole()
  const change = useBacklogChange(item, session.csrfToken)
  const [asking, setAsking] = useState<BacklogState | null>(null)

  const move = (state: BacklogState, reason?: string) => {
    change.mutate(reason === undefined ? { state } : { state, reason }, {
      onSuccess: () => toast(t('item.changed', { state: t(`state.${state}`) })),
      onError: (error) => {
        if (error instanceof ApiError && error.code === 'BACKLOG_NEEDS_REASON') setAsking(state)
      },
    })
  }
  const choose = (state: BacklogState) => (needsReason(state) ? setAsking(state) : move(state))
  const reload = () => {
    change.reset()
    onReload()
  }

  return (
    <section class="card" aria-labelledby="state-title" aria-busy={change.isPending}>
      <div class="card-head">
        <h2 id="state-title">{t('item.stateNow')}</h2>
        <StateBadge state={item.state} />
      </div>
      {change.error && <ChangeFailure error={change.error} onReload={reload} />}
      {canEdit ? (
        <Choices state={item.state} proven={proven} disabled={change.isPending} onChoose={choose} />
      ) : (
        <p class="muted">{t('item.viewer')}</p>
      )}
      {asking && (
        <ReasonDialog
          itemId={item.id}
          to={asking}
          onCancel={() => setAsking(null)}
          onConfirm={(reason) => {
            setAsking(null)
            move(asking, reason)
          }}
        />
      )}
    </section>
  )
}

interface ChoicesProps {
  state: BacklogState
  proven: boolean
  disabled: boolean
  onChoose: (state: BacklogState) => void
}

function Choices({ state, proven, disabled, onChoose }: ChoicesProps) {
  const t = useTranslate()
  const { steps, exits } = nextStates(state)
  const main = proven && steps.includes('published') ? 'published' : steps[0]
  if (steps.length + exits.length === 0) return <p class="muted">{t('item.final')}</p>
  return (
    <>
      <fieldset class="choices" disabled={disabled}>
        <legend>{t('item.next')}</legend>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            class={step === main ? 'button button-primary' : 'button'}
            onClick={() => onChoose(step)}
          >
            {t(`action.${step}`)}
          </button>
        ))}
      </fieldset>
      {exits.length > 0 && (
        <fieldset class="choices" disabled={disabled}>
          <legend>{t('item.exits')}</legend>
          {exits.map((exit) => (
            <button key={exit} type="button" class="button button-quiet" onClick={() => onChoose(exit)}>
              {t(`action.${exit}`)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
