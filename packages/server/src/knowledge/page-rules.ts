/**
 * The part of a knowledge base that every page load receives: settings of the widget, and for each page that content names, what to
 * offer there first. Kept small: ids alone, which `GET /v1/suggestions` turns into titles and summaries when someone asks. Pure.
 * Source: docs/content.md#suggestions
 */
import type { AlgoliaSettings, PageRule, ProjectSettings, WidgetConfig } from '@fanal/contract'
import type { PageUse } from '@fanal/insights'
import { errorTable } from './error-table.ts'
import type { KnowledgeBase } from './knowledge.ts'
import { type Place, pageFit } from './page-fit.ts'
import { globMatches } from './page-globs.ts'
import { globPrecision, type SuggestionEvidence, suggest } from './suggest.ts'

const articlesPerRule = 3

/** Most precise page first: the first rule that matches a page is the one meant for it. */
export function pageRules(
  { articles, settings }: { articles: KnowledgeBase['articles']; settings: Pick<ProjectSettings, 'categories'> },
  locale?: string,
  use?: PageUse,
): PageRule[] {
  const globs = new Set([
    ...[...articles.values()].flatMap((article) => article.frontMatter.pages ?? []),
    ...(settings.categories ?? []).flatMap((category) => category.pages ?? []),
  ])
  const ordered = [...globs].sort((a, b) => globPrecision(b) - globPrecision(a) || (a < b ? -1 : 1))
  return ordered.flatMap((page) => {
    const context = { page, limit: articlesPerRule, ...(locale === undefined ? {} : { locale }) }
    const found = suggest(articles.values(), settings, context, evidenceOn({ page }, articles, use))
    return found.length === 0 ? [] : [{ page, articles: found.map(({ id }) => id) }]
  })
}

/** Ids of what is offered on a page, whatever else is known of the visitor. */
export function suggestedOn(
  page: string,
  { articles, settings }: Pick<KnowledgeBase, 'articles' | 'settings'>,
): string[] {
  return suggest(articles.values(), settings, { page }, evidenceOn({ page }, articles, undefined)).map(({ id }) => id)
}

/** What is known beside what authors wrote. @param place a glob stands for all the pages it matches */
export function evidenceOn(
  place: Place,
  articles: KnowledgeBase['articles'],
  use: PageUse | undefined,
): SuggestionEvidence {
  const { page, title = page === undefined ? undefined : use?.titleOf(page) } = place
  const wordFit = pageFit(articles, { ...place, ...(title === undefined ? {} : { title }) })
  if (use === undefined || page === undefined || articles.size === 0) return { wordFit }
  return { wordFit, use: use.on((key) => key === page || globMatches(page, key), articles.size) }
}

/** Answer of `GET /v1/config`. */
export function toWidgetConfig(base: KnowledgeBase, locale?: string, use?: PageUse): WidgetConfig {
  const { settings } = base
  const { mode, noticeUrl } = settings.privacy
  const channels = (settings.contact.channels ?? []).map(({ id, kind, label, phone, email, hours }) => ({
    id,
    kind,
    ...(label === undefined ? {} : { label }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(hours === undefined ? {} : { hours }),
  }))
  const errors = errorTable(base.articles.values(), locale)
  const search = toAlgolia(settings)
  return {
    project: base.project,
    locales: settings.locales,
    widget: settings.widget,
    privacy: { mode, ...(noticeUrl === undefined ? {} : { noticeUrl }) },
    contact: { channels },
    rules: pageRules(base, locale, use),
    flows: [...base.flows.values()]
      // One that nobody is offered has no trigger to tell every page view of.
      .filter((flow) => flow.start.when !== 'manual' && (locale === undefined || flow.locale === locale))
      .map(({ id, title, start }) => ({ id, title, start })),
    ...(settings.offers === undefined ? {} : { offers: settings.offers }),
    ...(settings.checklist === undefined ? {} : { checklist: true }),
    ...(errors === undefined ? {} : { errors }),
    ...(search === undefined ? {} : { search }),
  }
}

/** What the widget needs to ask Algolia; undefined where it asks this server. */
function toAlgolia({ project, search }: ProjectSettings): AlgoliaSettings | undefined {
  if (search?.engine !== 'algolia') return undefined
  const { engine: _ours, appId, searchKey, index = project, ...hosts } = search
  return appId === undefined || searchKey === undefined ? undefined : { appId, searchKey, index, ...hosts }
}
