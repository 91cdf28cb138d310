/** Which pages of the product have no article to suggest. Source: docs/content.md#checking */
import { foldPath } from '@fanal/contract'
import type { Finding, KnowledgeBase } from '../knowledge.ts'
import { suggestedOn } from '../page-rules.ts'

export interface RoutesResult {
  findings: Finding[]
  routes: number
  without: number
}

/** @param source a path on each line, such as `/patients/:id`; empty lines and those that begin with # are passed over */
export function checkRoutes(base: KnowledgeBase, file: string, source: string): RoutesResult {
  const findings: Finding[] = []
  let routes = 0
  let without = 0
  for (const [place, text] of source.split('\n').entries()) {
    const route = text.trim()
    if (route === '' || route[0] === '#') continue
    routes += 1
    const line = place + 1
    if (route[0] !== '/') {
      const message = `"${route.slice(0, 80)}" is no path. Write one that begins with "/", such as /patients/:id.`
      findings.push({ file, line, severity: 'error', message })
      continue
    }
    if (suggestedOn(foldPath(route), base).length > 0) continue
    without += 1
    const message = `Nothing is suggested on "${route}". Name it under "pages" of an article, or of a category in fanal.yaml.`
    findings.push({ file, line, severity: 'warning', message })
  }
  return { findings, routes, without }
}
