/** The ranked table. j and k move along the rows, Enter opens: the focus itself moves, so that every tool can follow. */
import type { BacklogItem } from '@fanal/contract'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { itemAddress } from '../../url/addresses.ts'
import { kindKey } from './kind-key.ts'
import { rowAfterKey } from './row-keys.ts'

export interface BacklogTableProps {
  items: readonly BacklogItem[]
  /** whether j and k move along the rows */
  shortcuts: boolean
}

export function BacklogTable({ items, shortcuts }: BacklogTableProps) {
  const t = useTranslate()
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    if (!shortcuts) return
    const onKeyDown = (event: KeyboardEvent) => {
      const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])]
      const current = links.findIndex((link) => link.matches(':focus'))
      const next = rowAfterKey(event, current, links.length)
      if (next === null) return
      event.preventDefault()
      links[next]?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [shortcuts])
  return (
    <TableFrame caption={t('backlog.caption', { n: items.length })} class="table-rows">
      <thead>
        <tr>
          <th scope="col" class="number">
            {t('backlog.score')}
          </th>
          <th scope="col">{t('backlog.problem')}</th>
          <th scope="col" class="wide-only">
            {t('backlog.kind')}
          </th>
          <th scope="col" class="number wide-only">
            {t('backlog.accounts')}
          </th>
          <th scope="col" class="number wide-only">
            {t('backlog.episodes')}
          </th>
          <th scope="col" class="wide-only">
            {t('backlog.lastSeen')}
          </th>
          <th scope="col">{t('backlog.state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </TableFrame>
  )
}

function Row({ item }: { item: BacklogItem }) {
  const t = useTranslate()
  const format = useFormat()
  const { query } = useLocation()
  return (
    <tr>
      <td class="number score">{format.decimal(item.score)}</td>
      <th scope="row">
        <a class="row-link" href={itemAddress(item.id, query)}>
          {item.title}
        </a>
        <span class="narrow-only row-meta">
          {t(kindKey(item))} · {t('backlog.accountsCount', { n: item.accounts })} ·{' '}
          {t('backlog.episodesCount', { n: item.episodes })}
        </span>
      </th>
      <td class="wide-only muted nowrap">{t(kindKey(item))}</td>
      <td class="number wide-only">{format.count(item.accounts)}</td>
      <td class="number wide-only">{format.count(item.episodes)}</td>
      <td class="wide-only muted nowrap">
        <time dateTime={item.lastSeenAt} title={format.moment(item.lastSeenAt)}>
          {format.ago(item.lastSeenAt, Date.now())}
        </time>
      </td>
      <td>
        <StateBadge state={item.state} />
      </td>
    </tr>
  )
}
