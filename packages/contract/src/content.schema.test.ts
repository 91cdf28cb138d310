import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { articleFrontMatterSchema } from './article.schema.ts'
import type { ArticleFrontMatter } from './article.ts'
import { durationText } from './content-text.schema.ts'
import {
  flowAdvanceOnSchema,
  type flowAnswerSchema,
  type flowStartSchema,
  type flowTargetSchema,
  flowVerifyFileSchema,
} from './flow.schema.ts'
import type { FlowAdvanceOn, FlowAnswer, FlowElement, FlowStart, FlowTarget } from './flow.ts'
import type {
  contactChannelSchema,
  contactSettingsSchema,
  settingsFileSchema,
  widgetSettingsSchema,
} from './settings.schema.ts'
import type { ContactChannel, ContactSettings, ProjectSettings, WidgetSettings } from './settings.ts'

/** An intersection as the plain shape it amounts to, so that it can be compared. */
type Flat<T> = { [K in keyof T]: T[K] }
type SettingsFile = Partial<ProjectSettings>

test('the schemas and the shapes are the same', () => {
  expectTypeOf<z.output<typeof articleFrontMatterSchema>>().toEqualTypeOf<ArticleFrontMatter>()
  expectTypeOf<z.output<typeof flowTargetSchema>>().toEqualTypeOf<FlowTarget>()
  expectTypeOf<NonNullable<z.output<typeof flowVerifyFileSchema>['element']>>().toEqualTypeOf<Flat<FlowElement>>()
  expectTypeOf<z.output<typeof flowStartSchema>>().toEqualTypeOf<FlowStart>()
  expectTypeOf<z.output<typeof flowAnswerSchema>>().toEqualTypeOf<FlowAnswer>()
  expectTypeOf<z.output<typeof flowAdvanceOnSchema>>().toEqualTypeOf<FlowAdvanceOn>()
  expectTypeOf<z.output<typeof widgetSettingsSchema>>().toEqualTypeOf<WidgetSettings>()
  expectTypeOf<z.output<typeof contactChannelSchema>>().toEqualTypeOf<ContactChannel>()
  expectTypeOf<z.output<typeof contactSettingsSchema>>().toEqualTypeOf<ContactSettings>()
  expectTypeOf<z.output<typeof settingsFileSchema>>().toEqualTypeOf<SettingsFile>()
})

test('one text where a list is asked for is a list of one, and a number is a code', () => {
  expect(articleFrontMatterSchema.parse({ title: 'A', pages: '/facturation', errors: [908, 'B2-043'] })).toEqual({
    title: 'A',
    pages: ['/facturation'],
    errors: ['908', 'B2-043'],
  })
})

test('durations come out in milliseconds', () => {
  expect(['30s', '500ms', '2m', '1.5s'].map((text) => durationText.parse(text))).toEqual([30_000, 500, 120_000, 1500])
  expect(durationText.safeParse('30').success).toBe(false)
})

test('a step goes on by an event, a page or a plain action', () => {
  for (const on of ['click', 'input', 'change', 'submit', 'next', 'event:imprime', 'page:/parametres/**']) {
    expect(flowAdvanceOnSchema.safeParse(on).success, on).toBe(true)
  }
  for (const on of ['hover', 'event:', 'page:parametres', '', 3]) {
    expect(flowAdvanceOnSchema.safeParse(on).success, String(on)).toBe(false)
  }
})

test('a verification asserts exactly one thing', () => {
  expect(flowVerifyFileSchema.safeParse({ page: '/a', within: '30s' }).success).toBe(true)
  expect(flowVerifyFileSchema.safeParse({ page: '/a', text: 'b' }).success).toBe(false)
  expect(flowVerifyFileSchema.safeParse({ within: '30s' }).success).toBe(false)
})
