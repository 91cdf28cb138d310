/** Hands mails to a mail server over SMTP (nodemailer): resolves once the server has accepted it for every recipient. */
import { createTransport } from 'nodemailer'
import type { SmtpSettings } from '../config.ts'
import type { Mail } from './compose-mail.ts'

/** A mail server that says nothing for this long is as good as down, milliseconds. */
const answerTimeoutMs = 20_000

export interface Mailer {
  /** @throws the transport's error when the server cannot be reached or refuses the mail or one of its recipients */
  send(mail: Mail): Promise<void>
  close(): void
}

export function createMailer(smtp: SmtpSettings): Mailer {
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: answerTimeoutMs,
    greetingTimeout: answerTimeoutMs,
    socketTimeout: answerTimeoutMs,
    // A message is text somebody typed: it never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      const sent = await transport.sendMail(mail)
      if (sent.rejected.length > 0)
        throw new Error(`${sent.rejected.length} of ${mail.to.length} recipients were refused`)
    },
    close: () => transport.close(),
  }
}
