/** axe-core over a widget, its open shadow root included. */
import axe from 'axe-core'

/** What axe finds, one line per rule and element; [] when all is well. */
export async function findViolations(host: Element): Promise<string[]> {
  // Colours in the middle of an animation are nobody's colours.
  const animations = host.shadowRoot?.getAnimations() ?? []
  for (const animation of animations) if (animation.effect?.getComputedTiming().iterations === 1) animation.finish()
  const { violations } = await axe.run(host, { resultTypes: ['violations'] })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.flat().join(' ')}`),
  )
}
