/** The application: who is signed in, which screen is shown, and what Fanal is told about both. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { defaultDoctorId, findDoctor } from './data/practices.ts'
import { forgetVisitor, tellFeature } from './help/fanal.ts'
import { useIdentity } from './help/use-identity.ts'
import { Shell } from './parts/Shell.tsx'
import { findRoute } from './routes.ts'
import { AgendaScreen } from './screens/agenda/AgendaScreen.tsx'
import { BillingScreen } from './screens/billing/BillingScreen.tsx'
import { TransmissionScreen } from './screens/billing/TransmissionScreen.tsx'
import { IntegrationsScreen } from './screens/IntegrationsScreen.tsx'
import { ImportScreen } from './screens/import/ImportScreen.tsx'
import { NotFoundScreen } from './screens/NotFoundScreen.tsx'
import { PatientScreen } from './screens/patients/PatientScreen.tsx'
import { PatientsScreen } from './screens/patients/PatientsScreen.tsx'
import { PatientPrescriptionScreen, PrescriptionsScreen } from './screens/prescriptions/PrescriptionsScreen.tsx'
import { SafetyScreen } from './screens/safety/SafetyScreen.tsx'
import { CardReaderScreen } from './screens/settings/CardReaderScreen.tsx'
import { PracticeScreen } from './screens/settings/PracticeScreen.tsx'
import { PrintersScreen } from './screens/settings/PrintersScreen.tsx'
import { SettingsScreen } from './screens/settings/SettingsScreen.tsx'
import { UpdatesScreen } from './screens/settings/UpdatesScreen.tsx'
import { PracticeProvider } from './state/practice-context.tsx'
import { findTabStorage } from './state/store.ts'

const doctorKey = 'medicab.doctor'

export function App() {
  const [doctorId, setDoctorId] = useState(() => restoreDoctor())
  useIdentity(doctorId)
  const switchTo = (id: string) => {
    forgetVisitor()
    try {
      findTabStorage()?.setItem(doctorKey, id)
    } catch {
      // full storage: the choice holds until the page is reloaded
    }
    setDoctorId(id)
  }
  return (
    <LocationProvider>
      <PracticeProvider key={doctorId} doctorId={doctorId}>
        <Screens doctorId={doctorId} onSwitch={switchTo} />
      </PracticeProvider>
    </LocationProvider>
  )
}

function restoreDoctor(): string {
  const stored = findTabStorage()?.getItem(doctorKey) ?? ''
  return findDoctor(stored) ? stored : defaultDoctorId
}

function Screens({ doctorId, onSwitch }: { doctorId: string; onSwitch(id: string): void }) {
  const { path } = useLocation()
  useArrival(path)
  return (
    <Shell doctorId={doctorId} onSwitch={onSwitch}>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={AgendaScreen} />
          <Route path="/patients" component={PatientsScreen} />
          <Route path="/patients/:id" component={PatientScreen} />
          <Route path="/patients/:id/ordonnance" component={PatientPrescriptionScreen} />
          <Route path="/ordonnances" component={PrescriptionsScreen} />
          <Route path="/facturation" component={BillingScreen} />
          <Route path="/teletransmission" component={TransmissionScreen} />
          <Route path="/parametres" component={SettingsScreen} />
          <Route path="/parametres/cabinet" component={PracticeScreen} />
          <Route path="/parametres/imprimantes" component={PrintersScreen} />
          <Route path="/parametres/carte-vitale" component={CardReaderScreen} />
          <Route path="/parametres/mises-a-jour" component={UpdatesScreen} />
          <Route path="/import" component={ImportScreen} />
          <Route path="/securite" component={SafetyScreen} />
          <Route path="/integrations" component={IntegrationsScreen} />
          <Route default component={NotFoundScreen} />
        </Router>
      </ErrorBoundary>
    </Shell>
  )
}

/** On each new screen: the tab's title (never a patient's name), Fanal's context, the focus on the heading. */
function useArrival(path: string): void {
  const first = useRef(true)
  useEffect(() => {
    const route = findRoute(path)
    document.title = `${route?.title ?? 'Page introuvable'} – MediCab`
    tellFeature(route?.feature ?? 'inconnu')
    window.scrollTo(0, 0)
    if (first.current) {
      first.current = false
      return
    }
    // only where the focus was ours: an open help panel keeps its own
    const active = document.activeElement
    if (active === null || active === document.body || active.closest('#app')) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    }
  }, [path])
}
