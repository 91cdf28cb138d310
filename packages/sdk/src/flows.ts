/** What the chunks of guided flows hand to the rest of the widget: flows that run, and offers of those that might. */
import type { Flow, SignalProps } from '@fanal/contract'

/** The flow a person is in the middle of. */
export interface RunningFlow {
  id: string
  title: string
  /** « Étape 2 sur 5 » */
  position: string
  /** Shows its card again, wherever the person is, and puts the focus on it. */
  resume(): void
}

export interface FlowHandle {
  start(id: string, by: SignalProps['flow_started']['by'], stepId?: string): Promise<void>
  stop(): void
  readonly running: RunningFlow | null
  /**
   * Offers a flow as soon as its first target can be seen; nothing shows before, nor while another flow runs.
   * @returns takes the offer back
   */
  offer(flow: Flow, offer: FlowOffer): () => void
  destroy(): void
}

export interface FlowOffer {
  /** what « Plus tard » means, in words */
  hint: string
  /** Its first target is in sight. @returns whether it may be shown now */
  onTarget(): boolean
  onAnswer(answer: 'begin' | 'later' | 'never'): void
}

/** What watches for first visits asks of the runtime besides. */
export interface StartParts {
  /** Does something with the flows, which are loaded for it. */
  flows(use: (flows: FlowHandle) => unknown): void
}

export interface StartHandle {
  destroy(): void
}

/** The flows a new visitor is to go through, as home shows them. */
export interface ChecklistHandle {
  /** hidden where there is nothing left to do, or nobody wants to see it now */
  readonly element: HTMLElement
  /** Home is shown: is it still as it was? */
  update(): Promise<void>
  destroy(): void
}
