/** One backlog item: what people met, what proves it answered, and where it stands. */
import type { BacklogItem } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation, useRoute } from 'preact-iso'
import { type BacklogDetail, backlogItemQuery } from '../../api/backlog.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { screens } from '../../url/addresses.ts'
import { toUrl } from '../../url/query.ts'
import { ArticleCard } from './ArticleCard.tsx'
import { EvidenceCard } from './EvidenceCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { kindKey } from './kind-key.ts'
import { QueriesCard } from './QueriesCard.tsx'
import { ScoreCard } from './ScoreCard.tsx'
import { StateCard } from './StateCard.tsx'
import { StepCard } from './StepCard.tsx'
import { StepProofCard } from './StepProofCard.tsx'

export function BacklogItemScreen() {
  const t = useTranslate()
  const { project } = useConsole()
  const { params } = useRoute()
  const { query } = useLocation()
  const detail = useQuery(backlogItemQuery(project.id, params.id ?? ''))
  return (
    <Page
      title={detail.data?.title ?? t('backlog.title')}
      before={
        <a class="back-link" href={toUrl(screens.backlog, query)}>
          ← {t('item.back')}
        </a>
      }
    >
      <Loaded query={detail} lines={10}>
        {(data) => <Item item={data} onReload={() => detail.refetch()} />}
      </Loaded>
    </Page>
  )
}

function Item({ item, onReload }: { item: BacklogDetail; onReload: () => void }) {
  return (
    <>
      <Summary item={item} />
      <div class="item-columns">
        <div class="column">
          {item.step ? <StepCard step={item.step} /> : <QueriesCard queries={item.queries} />}
          <EvidenceCard item={item} />
          <ScoreCard item={item} />
          <HistoryCard history={item.history} />
        </div>
        <div class="column">
          <StateCard key={`state ${item.id}`} item={item} proven={isProven(item)} onReload={onReload} />
          {item.step && item.stepProof ? (
            <StepProofCard step={item.step} proof={item.stepProof} />
          ) : (
            <ArticleCard key={`article ${item.id}`} item={item} onReload={onReload} />
          )}
        </div>
      </div>
    </>
  )
}

function isProven({ proof, stepProof }: BacklogDetail): boolean {
  return stepProof ? stepProof.holds : proof.length > 0 && proof.every(({ holds }) => holds)
}

function Summary({ item }: { item: BacklogItem }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <p class="item-summary">
      <StateBadge state={item.state} />
      <span>{t(kindKey(item))}</span>
      <span>
        {t(`diagnosis.${item.diagnosis}`, {
          step: item.step?.stepTitle ?? item.step?.stepId ?? '',
          flow: item.step?.flowTitle ?? item.step?.flowId ?? '',
        })}
      </span>
      <span>{t('item.seen', { from: format.day(item.firstSeenAt), to: format.day(item.lastSeenAt) })}</span>
    </p>
  )
}
