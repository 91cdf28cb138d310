export { mountPanel } from './mount-panel.tsx'
