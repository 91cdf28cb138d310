/**
 * Who is compared: our guided flows, driver.js and shepherd.js. Each is brought and set up as its own documentation says, with every option on
 * that a scenario could profit from (waiting for a target, advancing by the target's own event, a function where a selector does not reach).
 */
import type { Page } from 'playwright'
import type { TourStep } from './tour.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Subject {
  name: string
  /** tags of the page's head */
  head: (fanal: string) => string
  /** a script of the page's own: makes the button #visite start the tour */
  script: (steps: readonly TourStep[]) => string
  /** in the page: whether the button can be pressed */
  ready: string
  /** the card, its way on, and its way out, as Playwright finds them */
  card: string
  next: string
  close: string
  /** in the page: the box that it points at; null where it points at nothing */
  pointed: string
  /** in the page: ends the tour */
  stop: string
}

const located = ({ target }: TourStep) =>
  target?.locate ? `() => ${target.locate}` : JSON.stringify(target?.css ?? null)

const ours: Subject = {
  name: 'Fanal',
  head: (fanal) => `<script async src="${fanal}/fanal.js" data-key="pk_bench" data-locale="fr"></script>`,
  script: () => '',
  ready: `typeof window.fanal === 'function' && !!document.querySelector('fanal-help')`,
  card: '.flow-card',
  next: '.flow-card button:has-text("Continuer")',
  close: '.flow-card button[aria-label="Quitter le guide"]',
  pointed: `(() => {
    const layers = [...document.querySelectorAll('fanal-flow, fanal-help')]
    for (const { shadowRoot } of layers) {
      const ring = shadowRoot?.querySelector('.flow-ring')
      if (ring && !ring.hidden && ring.checkVisibility()) return ring.getBoundingClientRect().toJSON()
    }
    return null
  })()`,
  stop: `fanal('flow', 'stop')`,
}

const driverJs: Subject = {
  name: 'driver.js',
  head: () =>
    `<link rel="stylesheet" href="/peers/driver.css"><script defer src="/peers/driver.js"></script><script defer src="/tour.js"></script>`,
  script: (steps) => `
    const steps = [${steps.map(
      (step) => `{
        element: ${step.target ? located(step) : 'undefined'},
        advanceOnClick: ${step.on !== undefined},
        popover: { title: ${JSON.stringify(step.title)}, description: ${JSON.stringify(step.text)} },
      }`,
    )}]
    window.start = () => {
      window.tour = window.driver.js.driver({
        steps, waitForElement: 6000, showProgress: true, nextBtnText: 'Continuer', prevBtnText: 'Retour', doneBtnText: 'Continuer',
      })
      window.tour.drive()
    }
    document.querySelector('#visite').addEventListener('click', window.start)`,
  ready: `typeof window.start === 'function'`,
  card: '.driver-popover',
  next: '.driver-popover-next-btn',
  close: '.driver-popover-close-btn',
  pointed: `(() => {
    const element = window.tour?.getActiveElement()
    if (!element || element.id === 'driver-dummy-element') return null
    return window.tour.getState('__activeStagePosition') ?? null
  })()`,
  stop: 'window.tour.destroy()',
}

const shepherd: Subject = {
  name: 'shepherd.js',
  head: () => `<link rel="stylesheet" href="/peers/shepherd.css"><script type="module" src="/tour.js"></script>`,
  script: (steps) => `
    import Shepherd from '/peers/shepherd.js'
    window.start = () => {
      const tour = new Shepherd.Tour({
        useModalOverlay: true,
        defaultStepOptions: {
          cancelIcon: { enabled: true, label: 'Fermer' },
          scrollTo: { behavior: 'auto', block: 'center' },
          waitForElement: 6000,
        },
      })
      tour.addSteps([${steps.map(
        (step, index) => `{
          id: 'etape-${index + 1}', title: ${JSON.stringify(step.title)}, text: ${JSON.stringify(step.text)},
          ${step.target ? `attachTo: { element: ${located(step)}, on: 'bottom' },` : ''}
          ${step.target && step.on ? `advanceOn: { selector: ${JSON.stringify(step.target.css)}, event: '${step.on}' },` : ''}
          buttons: [{ text: 'Retour', secondary: true, action: tour.back }, { text: 'Continuer', action: tour.next }],
        }`,
      )}])
      window.tour = tour
      tour.start()
    }
    document.querySelector('#visite').addEventListener('click', window.start)`,
  ready: `typeof window.start === 'function'`,
  card: '.shepherd-element:not([hidden])',
  next: '.shepherd-element:not([hidden]) .shepherd-button:not(.shepherd-button-secondary)',
  close: '.shepherd-element:not([hidden]) .shepherd-cancel-icon',
  pointed: `(() => {
    const target = window.tour?.getCurrentStep()?.getTarget()
    return target && target !== document.body ? target.getBoundingClientRect().toJSON() : null
  })()`,
  stop: 'window.tour.cancel()',
}

export const subjects: readonly Subject[] = [ours, driverJs, shepherd]

export async function pointedBox(page: Page, subject: Subject): Promise<Box | null> {
  return page.evaluate<Box | null>(subject.pointed)
}
