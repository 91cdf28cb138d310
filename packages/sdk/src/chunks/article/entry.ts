import { showWith } from '../../ui/show-view.ts'
import { openArticle } from './article-view.ts'

export const show = showWith(openArticle)
