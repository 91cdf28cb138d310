/** Somebody who does what a guide says, with mouse or keyboard, and what became of it on the server. */
import type { SignalName } from '@fanal/contract'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Practice } from './start-practice.ts'

export interface Guide {
  /** The card of one step; waits until it is there. */
  step(title: string): Promise<Locator>
  /** The same, of a step that points at something: it has found it. */
  points(title: string): Promise<Locator>
  /** Presses a button of the card: an answer, « Continuer », a remedy. */
  press(title: string, button: string): Promise<void>
  /** Answers the closing question, after which nothing of the guide is left on the page. */
  close(question: string, answer: 'Oui' | 'Non'): Promise<void>
}

export function followGuide(page: Page): Guide {
  const card = (title: string) => page.getByRole('dialog', { name: title, exact: true })
  const step = async (title: string) => {
    await expect(card(title)).toBeVisible()
    return card(title)
  }
  const points = async (title: string) => {
    await expect(card(title)).toHaveAttribute('data-anchored', '')
    return step(title)
  }
  const press = async (title: string, button: string) => {
    await (await step(title)).getByRole('button', { name: button, exact: true }).click()
  }
  return {
    step,
    points,
    press,
    async close(question, answer) {
      await press(question, answer)
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.locator('fanal-flow')).toHaveCount(0)
    },
  }
}

/** Tabs from where the focus is until it reaches `wanted`, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`80 presses of Tab do not lead to ${wanted}.`)
}

/** What the server has kept of one flow under one name: the step, answer or reason of each signal, in order. */
async function toldOf({ server }: Practice, flowId: string, name: SignalName): Promise<string[]> {
  const signals = await server.services.store.signals.read('medicab')
  return signals
    .filter((signal) => signal.name === name && 'flowId' in signal.props && signal.props.flowId === flowId)
    .sort((a, b) => a.at - b.at)
    .map(({ props }) => {
      const { stepId, answer, reason } = props as Record<string, string | undefined>
      return [stepId, answer ?? reason].filter(Boolean).join(': ')
    })
}

/** The flow was walked along these steps to its end, and the milestone was reached. */
export async function expectWalked(
  practice: Practice,
  flowId: string,
  { steps, failed = [], milestone }: { steps: string[]; failed?: string[]; milestone: string },
): Promise<void> {
  const wait = { timeout: 30_000 }
  await expect.poll(() => toldOf(practice, flowId, 'flow_completed'), wait).toHaveLength(1)
  await expect.poll(() => toldOf(practice, flowId, 'flow_step_seen'), wait).toEqual(steps)
  expect(await toldOf(practice, flowId, 'flow_step_failed')).toEqual(failed)
  const milestones = async () =>
    (await practice.server.services.store.signals.read('medicab'))
      .filter(({ name }) => name === 'milestone_reached')
      .map(({ props }) => 'name' in props && props.name)
  await expect.poll(milestones, wait).toContain(milestone)
}
