/** `GET /v1/reports/{deflection|searches|articles|flows|pages}`: figures over a period, for programs and the console. */
import { FanalError, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { isReportName, makeReport, reportNames } from '../../reports/make-report.ts'
import { readPeriod } from '../../reports/read-period.ts'
import type { Services } from '../../services.ts'
import { readQueryText } from '../read-query.ts'
import { requireSecretKeyOrSession } from '../require-key.ts'

export function registerReportRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { report: string } }>(paths.reports, async (request, reply) => {
    const { project } = await requireSecretKeyOrSession(services, request, 'viewer')
    const { report } = request.params
    if (!isReportName(report)) {
      throw new FanalError('REPORT_UNKNOWN', { report: report.slice(0, 60), known: reportNames.join(', ') })
    }
    const period = readPeriod(
      {
        from: readQueryText(request, 'from'),
        to: readQueryText(request, 'to'),
        now: readQueryText(request, 'now'),
        window: readQueryText(request, 'window'),
      },
      services.now(),
    )
    reply.header('cache-control', 'no-store')
    const base = services.knowledge.get(project)
    return makeReport(report, { store: services.store, project, settings: base?.settings, base, period })
  })
}
