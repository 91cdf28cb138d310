/** The answer of `GET /v1/reports/flows`, for the API's description. Shape: report.ts. */
import { z } from 'zod'
import { stepFailures } from './signal.ts'

const count = z.int().min(0)
const fraction = z.number().min(0).max(1).nullable()
const milliseconds = z.number().min(0)
const reason = z.enum(stepFailures)

export const rateSchema = z.object({ value: fraction, low: fraction, high: fraction, n: count })

const stepFunnel = z.object({
  stepId: z.string(),
  title: z.string().nullable(),
  seen: count,
  passed: count,
  verified: count.nullable(),
  answers: z.partialRecord(z.string(), count).nullable(),
  failed: count,
  failures: z.array(z.object({ reason, release: z.string().nullable(), runs: count })),
  left: count,
  leftBy: z.partialRecord(z.enum(['quit', 'contact', 'navigated', 'failed', 'timeout', 'silent']), count),
  contacted: count,
  medianMs: milliseconds.nullable(),
})

function shareOf<K extends z.ZodType>(key: K) {
  return z.object({ key, starts: count, failed: count, completion: rateSchema })
}

const flowFunnel = z.object({
  flowId: z.string(),
  title: z.string().nullable(),
  offered: count,
  acceptance: rateSchema,
  starts: count,
  startedBy: z.partialRecord(z.enum(['visitor', 'first_visit', 'link', 'api', 'article']), count),
  ignored: count,
  running: count,
  completed: count,
  completion: rateSchema,
  solved: z.object({ yes: count, no: count, unsaid: count }),
  failed: count,
  left: count,
  contacted: count,
  medianMs: milliseconds.nullable(),
  steps: z.array(stepFunnel),
  versions: z.array(shareOf(count)),
  releases: z.array(shareOf(z.string().nullable())),
})

export const flowsReportSchema = z.object({
  project: z.string(),
  from: z.string(),
  to: z.string(),
  now: z.string(),
  flows: z.array(flowFunnel),
  activation: z
    .object({
      milestone: z.string(),
      withinMs: milliseconds,
      accounts: count,
      immature: count,
      reached: rateSchema,
      late: count,
      medianMs: milliseconds.nullable(),
    })
    .nullable(),
})
