import { showWith } from '../../ui/show-view.ts'
import { SearchView } from './SearchView.tsx'

export const show = showWith(SearchView)
