/**
 * Asks whether the article helped, and on "no" what was wrong. The vote leaves at once, the reason and comment when they
 * are sent; it can be changed. Stateless: the parent keeps the vote.
 */
import { limits, type VoteReason } from '@fanal/contract'
import type { ArticleTranslate } from './article-words.ts'

export interface Vote {
  helpful: boolean
  reason?: VoteReason
  comment?: string
  /** the reason has been sent */
  explained?: boolean
}

export interface VoteBarProps {
  t: ArticleTranslate
  vote: Vote | undefined
  onVote(helpful: boolean): void
  /** the person picks a reason or types; not sent yet */
  onChange(change: Pick<Vote, 'reason' | 'comment'>): void
  onExplain(): void
  onContact(): void
}

const reasons: VoteReason[] = ['missing', 'wrong', 'unclear', 'broken', 'other']

export function VoteBar({ t, vote, onVote, onChange, onExplain, onContact }: VoteBarProps) {
  const thanks = !vote ? '' : t(vote.helpful ? 'vote.thanksYes' : vote.explained ? 'vote.sent' : 'vote.thanksNo')
  return (
    <div class="vote">
      <fieldset>
        <legend>{t('vote.question')}</legend>
        <button type="button" class="button" aria-pressed={vote?.helpful === true} onClick={() => onVote(true)}>
          {t('vote.yes')}
        </button>
        <button type="button" class="button" aria-pressed={vote?.helpful === false} onClick={() => onVote(false)}>
          {t('vote.no')}
        </button>
      </fieldset>
      <p role="status">{thanks}</p>
      {vote?.helpful === false && (
        <>
          {!vote.explained && <VoteReasons t={t} vote={vote} onChange={onChange} onExplain={onExplain} />}
          <button type="button" class="button plain" onClick={onContact}>
            {t('vote.support')}
          </button>
        </>
      )}
    </div>
  )
}

function VoteReasons({
  t,
  vote,
  onChange,
  onExplain,
}: Pick<VoteBarProps, 't' | 'onChange' | 'onExplain'> & { vote: Vote }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onExplain()
      }}
    >
      <fieldset class="reasons">
        <legend>{t('vote.why')}</legend>
        {reasons.map((reason) => (
          <label key={reason}>
            <input
              type="radio"
              name="fanal-reason"
              checked={vote.reason === reason}
              onChange={() => onChange({ reason })}
            />
            {t(`vote.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      {vote.reason && (
        <>
          <label class="field">
            <span>{t('vote.comment')}</span>
            <textarea
              rows={2}
              maxLength={limits.maxCommentChars}
              aria-describedby="fanal-comment-hint"
              value={vote.comment ?? ''}
              onInput={(event) => onChange({ comment: event.currentTarget.value })}
            />
          </label>
          <small id="fanal-comment-hint">{t('vote.commentHint')}</small>
          <button type="submit" class="button primary">
            {t('vote.send')}
          </button>
        </>
      )}
    </form>
  )
}
