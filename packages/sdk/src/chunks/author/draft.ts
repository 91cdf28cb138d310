/**
 * The flow being recorded: what is done to it, and the flow it makes. Pure; every change gives a new draft.
 */
import type { Flow, FlowAdvanceOn, FlowStep, FlowTarget, TargetProposal } from '@fanal/contract'

export interface DraftStep extends FlowStep {
  strength?: TargetProposal['strength']
}

export interface Draft {
  title: string
  locale: string
  steps: DraftStep[]
  /** page of the last thing recorded or done */
  page: string
  /** milliseconds since the epoch of the last step recorded */
  recordedAt: number
  recording: boolean
  previewing: boolean
}

/** A page that opens this long after a step was recorded is what the step led to, milliseconds. */
const arrivalMs = 15_000
const maxIdChars = 40

export function emptyDraft(locale: string, page: string): Draft {
  return { title: '', locale, steps: [], page, recordedAt: 0, recording: true, previewing: false }
}

export interface RecordedAction {
  on: FlowAdvanceOn
  target: FlowTarget
  strength: TargetProposal['strength']
  title: string
  text: string
  page: string
  /** milliseconds since the epoch */
  at: number
}

/** Adds what was done as a step; typing on in the same field, or the submit that a click brought, is one step. */
export function recordAction(draft: Draft, { on, target, strength, title, text, page, at }: RecordedAction): Draft {
  const last = draft.steps.at(-1)
  const sameTarget = last !== undefined && JSON.stringify(last.target) === JSON.stringify(target)
  const known = { page, recordedAt: at }
  if (sameTarget && on === 'submit') return { ...changeStep(draft, last.id, { advance: { on } }), ...known }
  if (sameTarget && on !== 'click' && last.advance?.on === on) return { ...draft, ...known }
  const step: DraftStep = { id: newId(draft, title), page, target, title, text, advance: { on }, strength }
  return { ...draft, steps: [...draft.steps, step], ...known }
}

/** The page became another: what the last step led to, if that was just now. */
export function arriveOn(draft: Draft, page: string, now: number): Draft {
  if (page === draft.page) return draft
  const last = draft.steps.at(-1)
  const led = draft.recording && last?.advance && !last.verify && now - draft.recordedAt < arrivalMs
  return { ...(led ? changeStep(draft, last.id, { verify: { page } }) : draft), page }
}

/** A question after the step, or at the end. */
export function addCheckpoint(draft: Draft, words: { checkpoint: string; yes: string; no: string }): Draft {
  const step: DraftStep = {
    id: newId(draft, 'question'),
    page: draft.page,
    checkpoint: words.checkpoint,
    answers: [{ label: words.yes }, { label: words.no, contact: true }],
  }
  return { ...draft, steps: [...draft.steps, step] }
}

export function changeStep(
  draft: Draft,
  id: string,
  change: { [Key in keyof DraftStep]?: DraftStep[Key] | undefined },
): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? withoutGaps({ ...step, ...change }) : step)) }
}

/** @param by -1 up, 1 down */
export function moveStep(draft: Draft, id: string, by: -1 | 1): Draft {
  const steps = [...draft.steps]
  const place = steps.findIndex((step) => step.id === id)
  const [step] = steps.splice(place, 1)
  if (step) steps.splice(Math.max(0, place + by), 0, step)
  return { ...draft, steps }
}

/** Answers and remedies that led to it lead on instead. */
export function removeStep(draft: Draft, id: string): Draft {
  const steps = draft.steps
    .filter((step) => step.id !== id)
    .map((step) => {
      const answers = step.answers?.map(({ next, ...answer }) => (next === id ? answer : withNext(answer, next)))
      return withoutGaps({
        ...step,
        ...(answers && { answers }),
        ...(step.remedy === id && { remedy: undefined }),
        ...(step.next === id && { next: undefined }),
      })
    })
  return { ...draft, steps }
}

/** The flow as the widget plays it and the content folder keeps it. */
export function toFlow(draft: Draft, untitled: string): Flow {
  const title = draft.title.trim() || untitled
  return {
    id: toId(title) || 'guide',
    title,
    locale: draft.locale,
    version: 1,
    start: { when: 'manual' },
    steps: draft.steps.map((step) => toStep(step, untitled)),
    done: {},
  }
}

function toStep({ strength: _, ...step }: DraftStep, untitled: string): FlowStep {
  const { title, text, checkpoint, answers, ...rest } = step
  const said = {
    ...(title?.trim() && { title: title.trim() }),
    ...(text?.trim() && { text: text.trim() }),
    ...(checkpoint !== undefined && { checkpoint: checkpoint.trim() || untitled }),
  }
  const given = answers
    ?.filter(({ label }) => label.trim())
    .map((answer) => ({ ...answer, label: answer.label.trim() }))
  return {
    ...rest,
    ...(Object.keys(said).length > 0 ? said : { title: untitled }),
    ...(given?.length && { answers: given }),
  }
}

function withNext<T extends object>(answer: T, next: string | undefined): T & { next?: string } {
  return next === undefined ? answer : { ...answer, next }
}

function withoutGaps(step: { [Key in keyof DraftStep]: DraftStep[Key] | undefined }): DraftStep {
  return Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined)) as unknown as DraftStep
}

function newId({ steps }: Draft, title: string): string {
  const base = toId(title) || 'etape'
  let id = base === 'done' ? 'etape' : base
  for (let count = 2; steps.some((step) => step.id === id); count++) id = `${base}-${count}`
  return id
}

function toId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdChars)
    .replace(/^-+|-+$/g, '')
}
