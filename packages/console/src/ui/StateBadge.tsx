/** A backlog state as a word with a dot; the colour only repeats what the word says. */
import { type BacklogState, closedStates } from '@fanal/contract'
import { useTranslate } from '../preferences/PreferencesProvider.tsx'

export function StateBadge({ state }: { state: BacklogState }) {
  const t = useTranslate()
  const tone = state === 'new' ? 'new' : closedStates.includes(state) ? 'closed' : 'open'
  return <span class={`badge badge-${tone}`}>{t(`state.${state}`)}</span>
}
