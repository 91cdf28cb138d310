/** What the widget knows now, as data: for the screen, and to be copied. The path as it is stands on the screen alone. */
import { isErrorCode } from '@fanal/contract/error-code'
import type { DebugParts } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import type { HelpInfo } from '../../types.ts'

/** Who says a topic: your code, or the page by one of its areas. */
export type TopicSource = 'host' | 'action' | 'refused' | 'dialog' | 'page'

export interface DebugState extends Omit<HelpInfo, 'topics' | 'errors'> {
  topics: { topic: string; from: TopicSource }[]
  /** `leaves`: a code, or an error that articles name; a message stays on the device, and is redacted in its signal */
  errors: { error: string; leaves: boolean }[]
  feature: string | undefined
  release: string | undefined
  attributes: Record<string, string>
  storage: boolean
  sessionId: string
  /** null while the settings are not there */
  settings: { rules: number; flows: number; errors: number } | null
}

export function describeState(runtime: Runtime, { widget, verbs, context, readTopics }: DebugParts): DebugState {
  const { errors, feature, release, attributes } = runtime.context()
  const { config } = runtime
  const known = config?.errors ?? {}
  const told = context.said.topics ?? []
  const onPage = readTopics(widget.area)
  const from = nameSource(onPage.from, widget.area)
  return {
    ...verbs.info(),
    topics: [
      ...told.map((topic) => ({ topic, from: 'host' as const })),
      ...onPage.topics.filter((topic) => !told.includes(topic)).map((topic) => ({ topic, from })),
    ],
    errors: errors.map((error) => ({ error, leaves: isErrorCode(error) || Object.hasOwn(known, error) })),
    feature,
    release,
    attributes,
    storage: runtime.mayStore(),
    sessionId: runtime.sessionId,
    settings: config && {
      rules: config.rules.length,
      flows: config.flows.length,
      errors: Object.keys(known).length,
    },
  }
}

function nameSource(areas: readonly HTMLElement[], action: Element | null | undefined): TopicSource {
  const [first] = areas
  if (first && first === action) return 'action'
  if (areas.length === 1 && first?.querySelector('[aria-invalid=true]')) return 'refused'
  return first?.closest('dialog,[role*=dialog]') ? 'dialog' : 'page'
}
