/**
 * Where an enlarged image stands: how large, and how far from the middle. Pure. Points and distances are px from the middle of the
 * stage; scale 1 is the image fitted into it. An image that fits stays in the middle, a larger one covers the stage.
 */
export interface Pose {
  scale: number
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export interface Frame {
  stage: Size
  /** the image at scale 1 */
  image: Size
}

export const fitted: Pose = { scale: 1, x: 0, y: 0 }

export const maxScale = 8

/** Larger or smaller by `factor`; what is at the point stays there, as far as the image may move. */
export function zoomAt(pose: Pose, factor: number, at: { x: number; y: number }, frame: Frame): Pose {
  const scale = Math.min(maxScale, Math.max(1, pose.scale * factor))
  const grown = scale / pose.scale
  return hold({ scale, x: at.x - (at.x - pose.x) * grown, y: at.y - (at.y - pose.y) * grown }, frame)
}

export function panBy(pose: Pose, dx: number, dy: number, frame: Frame): Pose {
  return hold({ ...pose, x: pose.x + dx, y: pose.y + dy }, frame)
}

function hold({ scale, x, y }: Pose, { stage, image }: Frame): Pose {
  const within = (offset: number, side: 'width' | 'height') => {
    const room = Math.max(0, (image[side] * scale - stage[side]) / 2)
    return Math.min(room, Math.max(0 - room, offset))
  }
  return { scale, x: within(x, 'width'), y: within(y, 'height') }
}
