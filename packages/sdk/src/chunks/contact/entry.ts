import { showWith } from '../../ui/show-view.ts'
import { ContactView } from './ContactView.tsx'

export const show = showWith(ContactView)
