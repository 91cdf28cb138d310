/** Counters of this process since it started, and their Prometheus text. Labels never carry anything about a person. */
import type { SignalReceipt } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'

export interface Metrics {
  countSignals(receipt: SignalReceipt): void
  /** @param gauges what is counted when asked, such as waiting contacts */
  render(gauges: { contactsWaiting: number }): string
}

/** Counts every answered request by method, route pattern and status. */
export function registerMetrics(app: FastifyInstance): Metrics {
  const signals = { accepted: 0, duplicate: 0, rejected: 0 }
  const requests = new Map<string, number>()

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const labels = `method="${request.method}",route="${route}",status="${reply.statusCode}"`
    requests.set(labels, (requests.get(labels) ?? 0) + 1)
  })

  return {
    countSignals(receipt) {
      signals.accepted += receipt.accepted
      signals.duplicate += receipt.duplicates
      signals.rejected += receipt.rejected.length
    },

    render({ contactsWaiting }) {
      const lines = [
        '# HELP fanal_signals_total Signals received, by what became of them.',
        '# TYPE fanal_signals_total counter',
        ...Object.entries(signals).map(([outcome, count]) => `fanal_signals_total{outcome="${outcome}"} ${count}`),
        '# HELP fanal_contacts_waiting Contacts that no mail server has accepted yet.',
        '# TYPE fanal_contacts_waiting gauge',
        `fanal_contacts_waiting ${contactsWaiting}`,
        '# HELP fanal_http_requests_total Requests answered.',
        '# TYPE fanal_http_requests_total counter',
        ...[...requests].sort().map(([labels, count]) => `fanal_http_requests_total{${labels}} ${count}`),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}
