/**
 * Sends waiting contacts until a mail server has accepted each. What waits stands in the store, so a restart loses nothing; a
 * contact that fails waits longer each time and never holds up the others.
 */
import { composeMail } from '../contact/compose-mail.ts'
import { createMailer, type Mailer } from '../contact/deliver.ts'
import type { Services } from '../services.ts'
import type { StoredContact } from '../store/store.ts'

const firstRetryMs = 30_000
const longestRetryMs = 3_600_000
const pollMs = 5000
/** Longer than a mail server may take over one contact: nobody mails what another server is mailing. */
const claimMs = 120_000

export interface ContactDelivery {
  /** A contact has just come in: try now instead of at the next look. */
  nudge(): void
  /** Resolves once the try that is going on has ended. */
  stop(): Promise<void>
}

/** @returns how long to wait after so many failed tries: 30 s, 1 min, 2 min … 1 h */
export function retryDelayMs(failedTries: number): number {
  return Math.min(firstRetryMs * 2 ** Math.max(0, failedTries - 1), longestRetryMs)
}

/** Looks for waiting contacts every few seconds. Without an SMTP setting, says so once and leaves them waiting. */
export function startContactDelivery(services: Services): ContactDelivery {
  const { smtp } = services.config
  if (!smtp) {
    services.log.warn('no FANAL_SMTP_URL: contacts are kept and wait; set it and start again to have them mailed')
    return { nudge() {}, stop: async () => {} }
  }
  const mailer = createMailer(smtp)
  let running: Promise<void> | null = null
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      await deliverDue(services, mailer).catch((error: unknown) => {
        services.log.error({ err: error }, 'contacts could not be delivered')
      })
    } while (again)
    running = null
  }

  function nudge(): void {
    if (running) again = true
    else running = run()
  }

  const timer = setInterval(nudge, pollMs)
  timer.unref()
  nudge()
  return {
    nudge,
    async stop() {
      clearInterval(timer)
      again = false
      await running
      mailer.close()
    },
  }
}

/** Tries every contact that is due, once. @returns how many were accepted */
export async function deliverDue(services: Services, mailer: Mailer): Promise<number> {
  let accepted = 0
  for (;;) {
    const contact = await services.store.contacts.claim(services.now(), services.now() + claimMs)
    if (!contact) return accepted
    if (await deliverOne(services, mailer, contact)) accepted += 1
  }
}

async function deliverOne(services: Services, mailer: Mailer, contact: StoredContact): Promise<boolean> {
  const { store, log } = services
  const { project, ref } = contact
  try {
    const settings = services.knowledge.get(project)?.settings
    const mail = settings && composeMail(contact, settings, services.config.smtp?.from ?? '')
    if (!mail) throw new Error('nobody to send to: name a sink or an e-mail channel under contact in fanal.yaml')
    await mailer.send(mail)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const waitMs = retryDelayMs(contact.attempts + 1)
    // The reason may quote an address: it stays in the store, beside the contact it belongs to.
    log.warn(
      { project, ref, attempts: contact.attempts + 1, code: smtpCode(error), waitMs },
      'a contact was not accepted',
    )
    await store.contacts.recordFailure(project, ref, reason.slice(0, 500), services.now() + waitMs)
    return false
  }
  await store.contacts.recordDelivered(project, ref, services.now())
  log.info({ project, ref }, 'a contact was delivered')
  return true
}

/** What the mail server or the connection said: an SMTP status such as 451, or a code such as ECONNREFUSED. */
function smtpCode(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return 'responseCode' in error ? error.responseCode : 'code' in error ? error.code : undefined
}
