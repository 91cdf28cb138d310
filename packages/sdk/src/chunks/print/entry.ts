/** An article on paper. */
export { printArticle } from './print-article.ts'
