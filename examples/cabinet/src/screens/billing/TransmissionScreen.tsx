/** Télétransmission: batches to the insurer, and what comes back (NOEMIE 908). */
import { useState } from 'preact/hooks'
import {
  batchAmountCents,
  fetchReturns,
  markSent,
  prepareBatch,
  sendingProblem,
  sheetsToSend,
} from '../../domain/billing.ts'
import { formatAmount, formatInstant } from '../../domain/calendar.ts'
import type { Batch, BatchStatus } from '../../domain/types.ts'
import { announce } from '../../help/announce.ts'
import { tellMilestone } from '../../help/fanal.ts'
import { Badge, Done, Empty, ErrorAlert, ProgressBar, type Tone } from '../../parts/feedback.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'

const sendingMs = 2400

const batchWords: Record<BatchStatus, { label: string; tone: Tone }> = {
  'a-envoyer': { label: 'À envoyer', tone: 'warn' },
  envoye: { label: 'Envoyé', tone: 'info' },
  accuse: { label: 'Accusé reçu (ARL)', tone: 'info' },
  paye: { label: 'Payé', tone: 'good' },
  rejete: { label: 'Rejeté (B2-043)', tone: 'bad' },
}

export function TransmissionScreen() {
  const { doctor } = usePractice()
  return (
    <Page title="Télétransmission" topic="teletransmission" lead={<p>{doctor.practice.insurer}</p>}>
      <WaitingSheets />
      <Batches />
      <Returns />
    </Page>
  )
}

function WaitingSheets() {
  const { state, update } = usePractice()
  const waiting = sheetsToSend(state).length
  return (
    <section class="banner" aria-label="Feuilles à envoyer">
      <p>
        <strong class="figures">{waiting}</strong>{' '}
        {waiting > 1 ? 'feuilles de soins attendent' : 'feuille de soins attend'} d’être mise{waiting > 1 ? 's' : ''} en
        lot.
      </p>
      <button
        type="button"
        class="button"
        disabled={waiting === 0}
        data-action="preparer-lot"
        onClick={() => update((current) => prepareBatch(current, new Date().toISOString()))}
      >
        Préparer un lot
      </button>
    </section>
  )
}

function Batches() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(sendingMs)
  const [code, setCode] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const send = (batch: Batch) => {
    const problem = sendingProblem(state.reader)
    setCode(problem)
    setMessage(null)
    if (problem) return
    start(() => {
      update((current) => markSent(current, batch.id, new Date().toISOString()))
      setMessage(`Lot n° ${batch.number} envoyé. L’accusé de réception arrive dans l’heure.`)
      announce('lot-envoye')
      // told each time: the first one is what counts
      tellMilestone('first-teletransmission')
    })
  }
  return (
    <Panel title="Lots">
      {code ? (
        <ErrorAlert code={code} title="Carte CPS non détectée">
          <p>
            Insérez votre carte CPS dans le lecteur, puis recommencez.{' '}
            <a href="/parametres/carte-vitale">Vérifier le lecteur</a>
          </p>
        </ErrorAlert>
      ) : null}
      {percent !== null ? <ProgressBar label="Envoi à la caisse…" percent={percent} /> : null}
      <Done>{message}</Done>
      {state.batches.length === 0 ? (
        <Empty icon="teletransmission" title="Aucun lot">
          Préparez un lot pour envoyer vos feuilles de soins.
        </Empty>
      ) : (
        <div class="table-wrap">
          <table class="table table-cards">
            <caption class="sr-only">Lots de feuilles de soins</caption>
            <thead>
              <tr>
                <th scope="col">Lot</th>
                <th scope="col">Préparé</th>
                <th scope="col">Feuilles</th>
                <th scope="col" class="cell-amount">
                  Part caisse
                </th>
                <th scope="col">État</th>
                <th scope="col">
                  <span class="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {state.batches.map((batch) => (
                <BatchRow key={batch.id} batch={batch} busy={percent !== null} onSend={() => send(batch)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function BatchRow({ batch, busy, onSend }: { batch: Batch; busy: boolean; onSend(): void }) {
  const { state } = usePractice()
  const { label, tone } = batchWords[batch.status]
  return (
    <tr>
      <th scope="row" class="figures">
        Lot n° {batch.number}
      </th>
      <td class="figures" data-label="Préparé">
        {formatInstant(batch.preparedAt)}
      </td>
      <td class="figures" data-label="Feuilles">
        {batch.sheetIds.length}
      </td>
      <td class="figures cell-amount" data-label="Part caisse">
        {formatAmount(batchAmountCents(state, batch))}
      </td>
      <td data-label="État">
        <Badge tone={tone}>{label}</Badge>
      </td>
      <td class="cell-actions">
        {batch.status === 'a-envoyer' ? (
          <button type="button" class="button-primary" disabled={busy} data-action="envoyer-lot" onClick={onSend}>
            Envoyer
          </button>
        ) : null}
        {batch.status === 'rejete' ? (
          <a class="button-small" href="/facturation">
            Voir les feuilles
          </a>
        ) : null}
      </td>
    </tr>
  )
}

function Returns() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(sendingMs / 2)
  const [message, setMessage] = useState<string | null>(null)
  const fetch = () => {
    setMessage(null)
    start(() => {
      const next = fetchReturns(state, new Date().toISOString())
      const count = next.returns.length - state.returns.length
      setMessage(count === 0 ? 'Aucun nouveau retour.' : `${count} nouveau${count > 1 ? 'x retours' : ' retour'}.`)
      update(() => next)
    })
  }
  return (
    <Panel
      title="Retours NOEMIE 908"
      actions={
        <button type="button" class="button" disabled={percent !== null} data-action="retours" onClick={fetch}>
          Récupérer les retours
        </button>
      }
    >
      {percent !== null ? <ProgressBar label="Lecture des retours…" percent={percent} /> : null}
      <Done>{message}</Done>
      <div class="table-wrap">
        <table class="table table-cards">
          <caption class="sr-only">Retours de la caisse</caption>
          <thead>
            <tr>
              <th scope="col">Reçu</th>
              <th scope="col">Lot</th>
              <th scope="col">Feuilles</th>
              <th scope="col" class="cell-amount">
                Montant
              </th>
              <th scope="col">Nature</th>
            </tr>
          </thead>
          <tbody>
            {state.returns.map((received) => (
              <tr key={received.id}>
                <th scope="row" class="figures">
                  {formatInstant(received.at)}
                </th>
                <td class="figures" data-label="Lot">
                  {received.batchNumber}
                </td>
                <td class="figures" data-label="Feuilles">
                  {received.sheets}
                </td>
                <td class="figures cell-amount" data-label="Montant">
                  {formatAmount(received.amountCents)}
                </td>
                <td data-label="Nature">
                  <Badge tone={received.kind === 'paiement' ? 'good' : 'bad'}>
                    {received.kind === 'paiement' ? 'Paiement' : 'Rejet'}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
