/**
 * Offers a flow where a first visit calls for one: once, only when its first target can be seen, never imposed.
 */
import { type Flow, paths, pathTo } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { flowToOffer } from './flow-to-offer.ts'
import { flowWords } from './flow-words.ts'
import { openSeenOffers } from './seen-offers.ts'
import { type OfferAnswer, offerCard } from './stage/offer-card.ts'
import { addCard, openLayer } from './stage/open-layer.ts'
import { watchTarget } from './targeting/watch-target.ts'

export interface OfferWatch {
  /** The page changed, or a flow ended: looks whether there is something to offer. */
  check(): void
  /** Takes an offer back without counting it as answered. */
  withdraw(): void
}

/**
 * @param isBusy whether a flow runs already: one at a time
 * @param onBegin the person accepted
 */
export function watchOffers(runtime: Runtime, isBusy: () => boolean, onBegin: (flow: Flow) => void): OfferWatch {
  const seen = openSeenOffers(runtime)
  let current: { id: string; page: string; close(): void } | null = null

  const withdraw = () => {
    current?.close()
    current = null
  }

  const check = () => {
    const { page } = runtime.context()
    // an offer on screen stays for the page it was made on
    if (current && current.page === page && !isBusy()) return
    withdraw()
    const offered = isBusy() || isCovered() ? null : flowToOffer(runtime.config, runtime.context(), seen.ids())
    if (!offered) return
    const undos: (() => void)[] = []
    const mine = { id: offered.id, page, close: () => undos.splice(0).forEach((undo) => void undo()) }
    current = mine
    runtime.getJson<Flow>(pathTo(paths.flow, { id: offered.id })).then(
      (flow) => {
        if (current === mine) runtime.guard(() => undos.push(whenTargetShows(flow, () => undos.push(show(flow)))))
      },
      () => {
        // not to be had now: nothing was shown, so nothing counts as offered
        if (current === mine) current = null
      },
    )
  }

  /** On a phone the open panel is all there is: an offer over it could be seen and not answered. It is made when the panel closes. */
  const isCovered = () => runtime.root.querySelector('dialog:modal') !== null

  const show = (flow: Flow) => {
    if (isCovered()) {
      current = null
      return () => {}
    }
    seen.add(flow.id)
    runtime.report('flow_offered', { flowId: flow.id, version: flow.version, by: 'first_visit' })
    return showOffer(runtime, flow, (answer) => {
      withdraw()
      if (answer === 'later') seen.snooze(flow.id)
      if (answer === 'begin') onBegin(flow)
    })
  }

  return { check, withdraw }
}

/** Calls back once the flow's first target can be seen; at once when the first step has none. */
function whenTargetShows(flow: Flow, onShown: () => void): () => void {
  const target = flow.steps[0]?.target
  let stop = () => {}
  let shown = false
  const tell = () => {
    if (shown) return
    shown = true
    stop()
    onShown()
  }
  if (!target) tell()
  else {
    stop = watchTarget(target, ({ status }) => {
      if (status === 'found') tell()
    })
    if (shown) stop()
  }
  return () => stop()
}

function showOffer(runtime: Runtime, flow: Flow, onAnswer: (answer: OfferAnswer) => void): () => void {
  const layer = openLayer(runtime)
  const card = addCard(runtime, layer, 'flow-card flow-offer', 'section')
  card.ariaLabel = flow.title
  const translate = translator(flowWords, runtime.locale)
  card.append(...offerCard(flow.title, translate, (answer) => runtime.guard(() => onAnswer(answer))))
  return layer.close
}
