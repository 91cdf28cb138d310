/**
 * Stands before an application that knows nothing of Fanal and does what its product team would: puts the script tag into its pages
 * and, where the application has a content security policy, allows the Fanal server in it as docs/embed.md says. Nothing else changes:
 * bodies stream through, WebSockets too.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Transform } from 'node:stream'

export interface InjectingProxy {
  /** without it the application comes as it is: the run that the other is compared with */
  injects: boolean
  /** policies of the application as it sent them, each with what was added */
  readonly policies: Set<string>
  stop(): Promise<void>
}

export interface ProxyOptions {
  port: number
  targetPort: number
  /** origin of the Fanal server */
  fanal: string
  tag: string
}

export async function startProxy({ port, targetPort, fanal, tag }: ProxyOptions): Promise<InjectingProxy> {
  const sockets = new Set<Duplex>()
  const policies = new Set<string>()
  const site = createServer((incoming, response) => {
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: targetPort,
        method: incoming.method,
        path: incoming.url,
        // What is compressed could not be added to.
        headers: { ...incoming.headers, 'accept-encoding': 'identity' },
      },
      (answer) => hand(answer, response),
    )
    forwarded.on('error', (problem) => {
      if (!response.headersSent) response.writeHead(502)
      response.end(problem.message)
    })
    incoming.pipe(forwarded)
  })
  site.on('connection', (socket) => remember(sockets, socket))
  site.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = connect(targetPort, '127.0.0.1', () => {
      const headers = incoming.rawHeaders.flatMap((word, place, all) =>
        place % 2 ? [] : [`${word}: ${all[place + 1]}`],
      )
      target.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      target.write(head)
      target.pipe(socket).pipe(target)
    })
    remember(sockets, target)
    // One end gone, the other has nobody to talk to.
    target.on('error', () => socket.destroy())
    socket.on('error', () => target.destroy())
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))

  const proxy: InjectingProxy = {
    injects: true,
    policies,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => site.close(resolve))
    },
  }

  function hand(answer: IncomingMessage, response: ServerResponse): void {
    const headers = { ...answer.headers }
    const status = answer.statusCode ?? 502
    if (!proxy.injects || !headers['content-type']?.startsWith('text/html')) {
      response.writeHead(status, headers)
      answer.pipe(response)
      return
    }
    const policy = headers['content-security-policy']
    if (policy) {
      const widened = allow(`${policy}`, fanal)
      policies.add(`${policy} → ${widened}`)
      headers['content-security-policy'] = widened
    }
    delete headers['content-length']
    response.writeHead(status, headers)
    answer.pipe(insertTag(tag)).pipe(response)
  }

  return proxy
}

function remember(sockets: Set<Duplex>, socket: Socket): void {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
}

/**
 * Adds an origin where a policy restricts scripts, connections or images; a directive that is not there inherits `default-src`, so it is
 * written out. What allows the origin already stays as it is.
 */
export function allow(policy: string, origin: string): string {
  const directives = new Map(
    policy
      .split(';')
      .map((text) => text.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  )
  for (const name of ['script-src', 'connect-src', 'img-src']) {
    const sources = directives.get(name) ?? directives.get('default-src')
    if (!sources || sources.includes('*') || sources.includes(origin)) continue
    directives.set(name, [...sources.filter((source) => source !== "'none'"), origin])
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** Puts the tag before the end of the head, or of the body, whichever comes first; the rest streams on untouched. */
function insertTag(tag: string): Transform {
  const end = /<\/(head|body)>/i
  const longest = '</head>'.length
  let kept = ''
  let done = false
  return new Transform({
    // Bytes as they are: an end tag is ASCII in every encoding these applications speak.
    transform(chunk: Buffer, _encoding, next) {
      if (done) return next(null, chunk)
      const text = kept + chunk.toString('latin1')
      const found = end.exec(text)
      if (found) {
        done = true
        return next(null, Buffer.from(text.slice(0, found.index) + tag + text.slice(found.index), 'latin1'))
      }
      kept = text.slice(-longest)
      next(null, Buffer.from(text.slice(0, text.length - kept.length), 'latin1'))
    },
    flush(next) {
      next(null, done ? undefined : Buffer.from(kept, 'latin1'))
    },
  })
}
