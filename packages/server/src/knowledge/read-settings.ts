/** `fanal.yaml` and `synonyms.yaml`: checked, with defaults for all that is left out. Source: docs/content.md#settings */
import type { ProjectSettings } from '@fanal/contract'
import { settingsFileSchema, synonymsFileSchema } from '@fanal/contract/schema'
import type { SynonymGroups } from '@fanal/search'
import { checkShape } from './check-shape.ts'
import type { Finding } from './knowledge.ts'
import { parseYaml } from './yaml-text.ts'

export const defaultLocale = 'fr'

export interface ReadSettings {
  settings: Partial<ProjectSettings>
  broken: boolean
  findings: Finding[]
  lineOf(path: readonly PropertyKey[]): number
}

export function readSettings(file: string, source: string): ReadSettings {
  const yaml = parseYaml(source)
  const checked = checkShape(settingsFileSchema, yaml, file, Object.keys(settingsFileSchema.shape))
  const findings = [...checked.findings]
  for (const { key, line } of checked.unknownKeys) {
    findings.push({ file, line, severity: 'warning', message: `There is no setting "${key}"; it is left out.` })
  }
  const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf(path)
  return { settings: checked.value ?? {}, broken: checked.broken, findings, lineOf }
}

/** Wrong groups are named and left out; the others hold. */
export function readSynonyms(
  file: string,
  source: string,
): { groups: SynonymGroups; broken: boolean; findings: Finding[]; lineOf: (place: number) => number } {
  const yaml = parseYaml(source)
  const findings: Finding[] = yaml.problems.map((problem) => ({ file, severity: 'error', ...problem }))
  const lineOf = (place: number) => yaml.lineOf([place])
  if (findings.length > 0) return { groups: [], broken: true, findings, lineOf }
  if (yaml.data === null) return { groups: [], broken: false, findings, lineOf }
  const whole = synonymsFileSchema.safeParse(yaml.data)
  if (whole.success) return { groups: whole.data, broken: false, findings, lineOf }
  const list = Array.isArray(yaml.data) ? yaml.data : []
  for (const issue of whole.error.issues) {
    const line = yaml.lineOf(issue.path)
    const message =
      'Synonyms are groups of two texts or more, such as - [fse, feuille de soins électronique], or one way: - { input: carte, synonyms: [carte vitale] }.'
    findings.push({ file, line, severity: 'error', message })
  }
  const groups = list.flatMap((group) => {
    const one = synonymsFileSchema.safeParse([group])
    return one.success ? one.data : []
  })
  return { groups, broken: true, findings, lineOf }
}

/**
 * @param project what the project is called when the file does not say
 * @param locales what its articles are written in, most frequent first
 */
export function completeSettings(
  written: Partial<ProjectSettings>,
  project: string,
  locales: readonly string[],
): ProjectSettings {
  return {
    ...written,
    project: written.project ?? project,
    locales: written.locales ?? (locales.length > 0 ? [...locales] : [defaultLocale]),
    origins: written.origins ?? [],
    widget: written.widget ?? {},
    privacy: written.privacy ?? { mode: 'identified' },
    contact: written.contact ?? {},
  }
}

/** A folder's name as a project id: small letters, digits and hyphens. */
export function projectIdOf(folderName: string): string {
  const id = folderName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
  return id.slice(0, 60) || 'project'
}
