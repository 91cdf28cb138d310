/** Contacts (hand-offs written in the widget), tickets and releases. */

/** P1 blocked · P2 badly hindered · P3 hindered · P4 a question */
export type ImpactLevel = 'P1' | 'P2' | 'P3' | 'P4'

/** What the person saw and agreed to send along with their message. */
export interface ContactContext {
  page?: { key: string; title?: string }
  release?: string
  locale?: string
  /** codes or redacted messages of errors on screen */
  errors?: string[]
  /** redacted searches of this session, oldest first */
  searches?: string[]
  /** articles opened this session, oldest first; with the person's vote, where they gave one */
  articles?: { id: string; title: string; helpful?: boolean }[]
  flow?: {
    id: string
    version: number
    stepId: string
    path: string[]
    answers: Record<string, string>
    failure?: string
  }
}

/** Body of `POST /v1/contacts`. */
export interface ContactRequest {
  key: string
  /** UUIDv7; sending the same id again returns the same answer */
  id: string
  token?: string
  sessionId?: string
  visitorId?: string
  accountId?: string
  subject: string
  message: string
  impact: ImpactLevel
  /** where to answer */
  email: string
  name?: string
  phone?: string
  channel?: string
  context?: ContactContext
}

/** Answer `201` of `POST /v1/contacts`. */
export interface ContactReceipt {
  /** what the person quotes, such as `F-7K3QX` */
  ref: string
  channel: string
  /** ISO 8601 instant by which support answers, in opening hours; null when the project states no SLA */
  expectedReply: string | null
}

/** A request for human help, however it reached support. Times: milliseconds since the epoch, or ISO 8601 on the wire. */
export interface Ticket {
  id: string
  createdAt: number
  visitorId?: string
  contactRef?: string
  accountId?: string
  topic?: string
  priority?: ImpactLevel
  channel?: string
  firstReplyAt?: number
  solvedAt?: number
  reopened?: boolean
  reassignments?: number
}

/** A version of the host app; marks linked articles "to verify". */
export interface Release {
  version: string
  at: number
  features: string[]
  pages: string[]
}
