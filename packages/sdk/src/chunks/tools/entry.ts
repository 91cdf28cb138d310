/** What an article gains once its text is on screen: copying, printing, a closer look at images. */
export { furnishArticle } from './furnish-article.ts'
export { reasonsForm } from './reasons-form.ts'
