/**
 * Takes personal data out of everything in a signal that a person may have typed or the host may have put on screen.
 * The widget does so too; this is for pages with an old or foreign sender.
 */
import { foldPath, type Signal } from '@fanal/contract'
import { redact } from '@fanal/redact'

/** @returns the signal with free texts redacted and the page key folded; the same signal when run twice */
export function redactSignal(signal: Signal): Signal {
  const { key, title } = signal.page
  const page = { key: foldPath(key), ...(title === undefined ? {} : { title: redact(title) }) }
  switch (signal.name) {
    case 'search_committed':
      return { ...signal, page, props: { ...signal.props, query: redact(signal.props.query) } }
    case 'checkpoint_answered':
      return { ...signal, page, props: { ...signal.props, answer: redact(signal.props.answer) } }
    case 'vote_cast':
      return { ...signal, page, props: withRedacted(signal.props, 'comment') }
    case 'survey_shown':
      return { ...signal, page, props: withRedacted(signal.props, 'comment') }
    case 'survey_answered':
      return { ...signal, page, props: withRedacted(signal.props, 'comment') }
    case 'error_seen':
      return { ...signal, page, props: withRedacted(signal.props, 'message') }
    default:
      return { ...signal, page }
  }
}

function withRedacted<Props extends object>(props: Props, field: keyof Props): Props {
  const text = props[field]
  return typeof text === 'string' ? { ...props, [field]: redact(text) } : props
}
