export { ArticleView } from './ArticleView.tsx'
