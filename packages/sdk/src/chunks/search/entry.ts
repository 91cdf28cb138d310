import { showWith } from '../../ui/show-view.ts'
import { openSearch } from './search-view.ts'

export const show = showWith(openSearch)
