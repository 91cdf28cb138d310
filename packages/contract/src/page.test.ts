import { describe, expect, it } from 'vitest'
import { foldPath, matchesPage } from './page.ts'

describe('foldPath', () => {
  it.each([
    // words of the route stay
    ['/', '/'],
    ['', '/'],
    ['/parametres/imprimantes/', '/parametres/imprimantes'],
    ['/patients/nouveau', '/patients/nouveau'],
    ['/tiers-payant/feuilles_de_soins', '/tiers-payant/feuilles_de_soins'],
    ['/monCompte/TiersPayant', '/monCompte/TiersPayant'],
    ['/monRendezVousDuJour', '/monRendezVousDuJour'],
    ['/_next/__admin', '/_next/__admin'],
    ['/anticonstitutionnellement', '/anticonstitutionnellement'],
    ['//patients//liste', '/patients/liste'],
    // codes and versions of the route
    ['/v2/factures', '/v2/factures'],
    ['/v10', '/:id'],
    ['/v1.12/docs', '/:id/docs'],
    ['/b2', '/b2'],
    ['/B2-rejets', '/B2-rejets'],
    ['/lot-b2', '/lot-b2'],
    ['/hl7/c2s', '/hl7/c2s'],
    ['/securite/2fa', '/securite/2fa'],
    // accents, as people write them
    ['/param%C3%A8tres', '/paramètres'],
    ['/réglages/télétransmission', '/réglages/télétransmission'],
    ['/%D7%A2%D7%96%D7%A8%D7%94', '/עזרה'],
    // pages that are files
    ['/index.html', '/index.html'],
    ['/facturation/lots.php', '/facturation/lots.php'],
    ['/factures/12.html', '/factures/:id'],
    ['/documents/ordonnance-durand.pdf', '/documents/:id'],
    ['/documents/courrier.tar.gz', '/documents/:id'],
    // what follows a path
    ['/patients/?nom=Durand#haut', '/patients'],
    ['/patients?nom=Durand\n#haut', '/patients'],
    ['/accueil.do;jsessionid=1A2B3C', '/accueil.do'],
    ['/patients;nom=durand/fiche', '/patients/fiche'],
    ['/;jsessionid=1A2B3C', '/'],
    // numbers, alone and among words
    ['/patients/8841', '/patients/:id'],
    ['/patients/8841/ordonnances/3', '/patients/:id/ordonnances/:id'],
    ['/patients/12-durand-marie', '/patients/:id'],
    ['/patients/durand-marie-12', '/patients/:id'],
    ['/patients/durand_marie_1952', '/patients/:id'],
    ['/patients/DURAND.Marie', '/patients/:id'],
    ['/patients/durand12', '/patients/:id'],
    ['/patients/p123', '/patients/:id'],
    ['/lots/LOT-12', '/lots/:id'],
    ['/lots/LOT12', '/lots/:id'],
    ['/lots/b2-043', '/lots/:id'],
    ['/retours/noemie-908', '/retours/:id'],
    ['/versions/1.2', '/versions/:id'],
    ['/patients/2850578006084', '/patients/:id'],
    ['/patients/٣٤٥', '/patients/:id'],
    // dates
    ['/agenda/2026-03-02', '/agenda/:id'],
    ['/agenda/20260302', '/agenda/:id'],
    ['/agenda/02-03-26', '/agenda/:id'],
    ['/agenda/2026-03-02T14:30', '/agenda/:id'],
    ['/agenda/mars-2026', '/agenda/:id'],
    // tokens
    ['/dossiers/0f8fad5b-d9cb-469f-a165-70867728950e/edit', '/dossiers/:id/edit'],
    ['/dossiers/{0F8FAD5B-D9CB-469F-A165-70867728950E}', '/dossiers/:id'],
    ['/dossiers/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/dossiers/:id'],
    ['/dossiers/ABCDEFGHJKMNPQRSTVWXYZABCD', '/dossiers/:id'],
    ['/dossiers/5f3a9c', '/dossiers/:id'],
    ['/dossiers/507f1f77bcf86cd799439011', '/dossiers/:id'],
    ['/partages/dGhpc0lzQVRlc3Q', '/partages/:id'],
    ['/partages/TWFyaWUgRHVyYW5k==', '/partages/:id'],
    ['/partages/abcdefghijklmnopqrstuvwxyz', '/partages/:id'],
    // values, not places
    ['/messages/marie.durand@example.org', '/messages/:id'],
    ['/messages/marie%40example', '/messages/:id'],
    ['/@marie/profil', '/:id/profil'],
    ['/~mdurand', '/:id'],
    ['/patients/Marie%20Durand', '/patients/:id'],
    ['/patients/Durand,Marie', '/patients/:id'],
    ['/patients/nom%3Ddurand', '/patients/:id'],
    ['/patients/durand%2Fmarie', '/patients/:id'],
    ['/patients/%E0%A4%A', '/patients/:id'],
    ['/patients/durand%2540example', '/patients/:id'],
    ['/aide/pourquoi-mon-lecteur-de-carte-vitale-ne-repond-il-plus-depuis-hier', '/aide/:id'],
    // a page key, and what routers call the variable parts
    ['/patients/:id/ordonnances', '/patients/:id/ordonnances'],
    ['/patients/:patientId', '/patients/:id'],
    ['/patients/[slug]', '/patients/:id'],
    ['/patients/{patient}', '/patients/:id'],
  ])('folds %s to %s', (path, key) => {
    expect(foldPath(path)).toBe(key)
    expect(foldPath(key)).toBe(key)
  })

  it('takes time that grows with the path, whatever the path', () => {
    for (const part of ['a-', 'aA', '-', '1.', 'b2', '%C3', 'é', '.html']) {
      const from = performance.now()
      for (const path of [`/${part.repeat(20_000)}`, `/${part.repeat(14)}!/`.repeat(2000)]) foldPath(path)
      expect(performance.now() - from).toBeLessThan(1000)
    }
  })
})

describe('matchesPage', () => {
  it.each([
    ['/patients/:id', '/patients/:id', true],
    ['/patients/:id', '/patients/12', true],
    ['/patients/:id', '/patients', false],
    ['/patients/*', '/patients/12', true],
    ['/facturation/**', '/facturation', true],
    ['/facturation/**', '/facturation/lots/3', true],
    ['/facturation/**', '/facturations', false],
    ['/**', '/', true],
    ['/', '/', true],
    ['/', '/agenda', false],
    ['/a.html', '/aXhtml', false],
    ['/lot-*', '/lot-b2', true],
    ['/paramètres', '/paramètres', true],
    ['/param%C3%A8tres', '/paramètres', true],
    ['/retours/noemie-908', '/retours/:id', true],
    ['/retours/noemie-908', '/retours', false],
    ['/v2/patients/12', '/v2/patients/:id', true],
    ['/v2/patients/12', '/v3/patients/:id', false],
  ])('%s against %s is %s', (glob, key, expected) => {
    expect(matchesPage(glob, key)).toBe(expected)
  })
})
