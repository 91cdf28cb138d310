import { showWith } from '../../ui/show-view.ts'
import { ArticleView } from './ArticleView.tsx'

export const show = showWith(ArticleView)
