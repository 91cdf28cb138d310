/** What following a target costs: counted, not timed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { build, clearHost, showHost } from '../testing/host-page.ts'
import { followAnchor } from './follow-anchor.ts'

let stop = () => {}
let reads: ReturnType<typeof vi.spyOn>
let frames: ReturnType<typeof vi.spyOn>
let target: HTMLElement

const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 0, 0)).then(() => new Promise(realFrame))
const realFrame = (resolve: (at: number) => void) => originalFrame(resolve)
const originalFrame = window.requestAnimationFrame.bind(window)

beforeEach(async () => {
  target = build('button', {}, 'Enregistrer')
  Object.assign(target.style, { position: 'absolute', top: '100px', left: '100px' })
  const layer = build('div', { id: 'layer' }, build('div'), build('div'), build('div'))
  showHost(target, layer)
  document.body.style.minHeight = '4000px'
  const [card, ring, caret] = [...layer.children] as [HTMLElement, HTMLElement, HTMLElement]
  for (const part of [card, ring]) part.style.position = 'fixed'
  stop = followAnchor(target, { card, ring, caret })
  // observers say once where things stand
  for (let frame = 0; frame < 10; frame += 1) await nextFrame()
  reads = vi.spyOn(target, 'getBoundingClientRect')
  frames = vi.spyOn(window, 'requestAnimationFrame')
})

afterEach(() => {
  stop()
  vi.restoreAllMocks()
  document.body.style.minHeight = ''
  window.scrollTo(0, 0)
  clearHost()
})

it('nothing while nothing moves: no frame asked for, no layout read', async () => {
  for (let frame = 0; frame < 30; frame += 1) await nextFrame()
  expect(reads).not.toHaveBeenCalled()
  expect(frames).not.toHaveBeenCalled()
})

it('one frame, whatever happens in it', async () => {
  for (let time = 0; time < 20; time += 1) {
    window.dispatchEvent(new Event('scroll'))
    document.dispatchEvent(new Event('scroll'))
    window.dispatchEvent(new Event('resize'))
  }
  expect(frames).toHaveBeenCalledTimes(1)
  expect(reads).not.toHaveBeenCalled()
  await nextFrame()
  await nextFrame()
  expect(reads).toHaveBeenCalledTimes(1)
})

it('nothing any more once it has stopped, though a frame was asked for', async () => {
  window.dispatchEvent(new Event('scroll'))
  stop()
  for (let frame = 0; frame < 3; frame += 1) await nextFrame()
  expect(reads).not.toHaveBeenCalled()
})
