/** Search in the whole help where the index is out of reach. */
export { openDeviceIndex } from './open-device-index.ts'
