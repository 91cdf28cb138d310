/**
 * Checks `fanal.yaml`. Shape: settings.ts; here everything may be left out, the reader of the file fills in the defaults.
 */
import { z } from 'zod'
import { globText, nameText, spanText, textList, writtenText } from './content-text.schema.ts'

const share = z.number().min(0).max(1)
const amount = z.number().min(0)
const clock = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, 'must be a time such as 08:00')
const webAddress = z.string().regex(/^https?:\/\/\S+$/, 'must be an http or https address')

/** One message for every way to get it wrong: `12px` is the likely one. */
const radius = z.custom<number>(
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 24,
  'must be a whole number of pixels from 0 to 24, without a unit',
)

export const projectIdText = z
  .string()
  .max(60)
  .regex(/^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/, 'may hold small letters, digits, "-" and "_"')

export const widgetSettingsSchema = z.strictObject({
  label: z.string().trim().min(1).max(60).exactOptional(),
  position: z.enum(['bottom-right', 'bottom-left']).exactOptional(),
  accent: z
    .string()
    .regex(/^#[\da-f]{6}$/i, 'must be a colour such as "#0b6e6e" (in quotes: # begins a comment)')
    .exactOptional(),
  theme: z.enum(['light', 'dark', 'auto']).exactOptional(),
  radius: radius.exactOptional(),
  density: z.enum(['comfortable', 'compact']).exactOptional(),
  launcher: z.enum(['button', 'icon', 'none']).exactOptional(),
  pageViews: z.boolean().exactOptional(),
})

export const openingHoursSchema = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1),
  from: clock,
  to: clock,
})

export const contactChannelSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['email', 'phone', 'form']),
  label: z.string().exactOptional(),
  email: z.email().exactOptional(),
  phone: writtenText.exactOptional(),
  hours: z.array(openingHoursSchema).exactOptional(),
  slaHours: z.number().gt(0).exactOptional(),
  cost: amount.exactOptional(),
})

export const contactSettingsSchema = z.strictObject({
  timeZone: z
    .string()
    .refine((name) => isTimeZone(name), 'must be an IANA time zone such as Europe/Paris')
    .exactOptional(),
  channels: z.array(contactChannelSchema).exactOptional(),
  sinks: z
    .array(z.strictObject({ kind: z.literal('smtp'), to: z.string().min(3), from: z.string().min(3).exactOptional() }))
    .exactOptional(),
})

export const checklistSchema = z.strictObject({
  title: z.string().trim().min(1).max(80),
  flows: textList(nameText).refine((flows) => flows.length >= 1 && flows.length <= 20, 'must name one to twenty flows'),
  milestone: writtenText.exactOptional(),
  within: spanText.exactOptional(),
})

/** Answer of `GET /v1/checklist`. */
export const checklistAnswerSchema = z.object({
  title: z.string().nullable(),
  flows: z.array(z.object({ id: z.string(), title: z.string(), milestone: z.string().exactOptional() })),
})

export const offersSchema = z.strictObject({
  perSession: z.int().min(0).max(100).exactOptional(),
  perWeek: z.int().min(0).max(100).exactOptional(),
  snooze: spanText.exactOptional(),
})

const originText = z
  .string()
  .regex(/^https?:\/\/[^/\s?#]+$/, 'must be an origin such as https://app.example.com, without a path')

export const searchSettingsSchema = z
  .strictObject({
    engine: z.enum(['embedded', 'algolia']),
    appId: z
      .string()
      .regex(/^[A-Za-z0-9]{4,20}$/, 'must be the id of an Algolia application, letters and digits')
      .exactOptional(),
    searchKey: z
      .string()
      .regex(/^[\w+/=-]{8,2000}$/, 'must be a search-only API key of Algolia')
      .exactOptional(),
    index: z
      .string()
      .regex(/^[^/\s]{1,200}$/, 'must be the name of an index, without spaces')
      .exactOptional(),
    hosts: textList(originText).exactOptional(),
    insightsHost: originText.exactOptional(),
  })
  .superRefine(({ engine, appId, searchKey }, context) => {
    if (engine !== 'algolia') return
    const wanted = { appId: 'the id of the application', searchKey: 'its search-only API key, never the admin key' }
    for (const [name, what] of Object.entries(wanted)) {
      if ({ appId, searchKey }[name] !== undefined) continue
      const message = `the widget asks Algolia itself, so write ${what}, from API keys in Algolia's dashboard`
      context.addIssue({ code: 'custom', path: [name], message })
    }
  })

export const settingsFileSchema = z.strictObject({
  project: projectIdText.exactOptional(),
  title: z.string().trim().min(1).max(200).exactOptional(),
  locales: textList(
    z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as fr'),
  ).exactOptional(),
  origins: textList(originText).exactOptional(),
  keys: z
    .strictObject({
      public: z
        .string()
        .regex(/^pk_[\w-]{1,200}$/, 'must begin with pk_')
        .exactOptional(),
    })
    .exactOptional(),
  widget: widgetSettingsSchema.exactOptional(),
  privacy: z
    .strictObject({
      mode: z.enum(['anonymous', 'identified']),
      legalBasis: z.string().exactOptional(),
      noticeUrl: webAddress.exactOptional(),
      retention: z.record(z.string(), writtenText).exactOptional(),
    })
    .exactOptional(),
  contact: contactSettingsSchema.exactOptional(),
  categories: z
    .array(z.strictObject({ name: z.string().trim().min(1), pages: textList(globText).exactOptional() }))
    .exactOptional(),
  triage: z.record(z.string(), z.unknown()).exactOptional(),
  surveys: z.record(z.string(), z.unknown()).exactOptional(),
  targets: z
    .strictObject({
      deflectionBaseline: share.exactOptional(),
      pointsPerQuarter: z.number().exactOptional(),
      addressableCeiling: share.exactOptional(),
    })
    .exactOptional(),
  costs: z
    .strictObject({
      perTicket: amount.exactOptional(),
      contentHours: amount.exactOptional(),
      hourlyRate: amount.exactOptional(),
      tool: amount.exactOptional(),
      currency: z.string().exactOptional(),
    })
    .exactOptional(),
  team: z
    .strictObject({ agents: amount.exactOptional(), ticketsPerAgentPerMonth: amount.exactOptional() })
    .exactOptional(),
  search: searchSettingsSchema.exactOptional(),
  experiments: z.strictObject({ holdoutShare: share.exactOptional() }).exactOptional(),
  checklist: checklistSchema.exactOptional(),
  offers: offersSchema.exactOptional(),
})

const oneWaySynonymSchema = z.strictObject({ input: writtenText, synonyms: z.array(writtenText).min(1).max(50) })

/** `synonyms.yaml`: groups of phrases that mean the same, and phrases that stand for others one way only. */
export const synonymsFileSchema = z.array(z.union([z.array(writtenText).min(2).max(50), oneWaySynonymSchema])).max(2000)

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    // The only way to ask: an unknown zone is a RangeError.
    return false
  }
}
