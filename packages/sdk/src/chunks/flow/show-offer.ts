/**
 * Shows the offer of a flow once its first target can be seen. Whether there is one to make is the chunk `start`'s to say.
 */
import type { Flow } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { flowWords } from './flow-words.ts'
import { type OfferAnswer, offerCard } from './stage/offer-card.ts'
import { addCard, openLayer } from './stage/open-layer.ts'
import { watchTarget } from './targeting/watch-target.ts'

/**
 * @param hint what « Plus tard » means, in words
 * @param onTarget the first target is in sight; says whether the offer may be shown now
 * @returns takes it back
 */
export function showOffer(
  runtime: Runtime,
  flow: Flow,
  hint: string,
  onTarget: () => boolean,
  onAnswer: (answer: OfferAnswer) => void,
): () => void {
  let closeLayer = () => {}
  const stop = whenTargetShows(flow, () => {
    if (!onTarget()) return
    const layer = openLayer(runtime)
    closeLayer = layer.close
    const card = addCard(runtime, layer, 'flow-card flow-offer', 'section')
    card.ariaLabel = flow.title
    const translate = translator(flowWords, runtime.locale)
    card.append(...offerCard(flow.title, hint, translate, (answer) => runtime.guard(() => onAnswer(answer))))
  })
  return () => {
    stop()
    closeLayer()
  }
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
