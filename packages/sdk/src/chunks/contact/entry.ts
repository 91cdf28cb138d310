import { showWith } from '../../ui/show-view.ts'
import { openContact } from './contact-view.ts'

export const show = showWith(openContact)
