/** Results, none, and no index. */
import { button, searchFor, type Visit } from './desk.ts'

export const search: Visit = {
  name: 'search',
  states: [
    {
      name: 'results',
      async reach(desk) {
        await desk.go('/facturation')
        await desk.call('open')
        await searchFor(desk, 'feuille rejetée')
        await desk.panel.getByText(/^\d+ (résultats|results)$/).waitFor()
      },
    },
    {
      name: 'guesses',
      async reach(desk) {
        await searchFor(desk, 'le scanner ne numérise pas les documents')
        await desk.panel.getByRole('region', { name: /^(Dire autrement|Say it differently)$/ }).waitFor()
      },
    },
    {
      name: 'nothing found, and what comes near',
      async reach(desk) {
        await searchFor(desk, 'télécopie sécurisée')
        await desk.panel.getByRole('region', { name: /^(Peut-être|Maybe)$/ }).waitFor()
      },
    },
    {
      name: 'nothing found, and nothing near',
      async reach(desk) {
        await searchFor(desk, 'zzzzzz')
        await desk.panel.getByText(/moins de mots|fewer words/).waitFor()
      },
    },
    {
      name: 'out of reach, with what the device kept',
      async reach(desk) {
        await desk.call('article', 'corriger-rejet-b2-043')
        await desk.panel.getByRole('article').waitFor()
        await desk.page.route('**/1/indexes/**', (route) => route.abort())
        await searchFor(desk, 'rejet B2-043')
        await desk.panel.getByText(/injoignable|cannot be reached/).waitFor()
      },
    },
    {
      name: 'failed',
      async reach(desk) {
        await searchFor(desk, 'wwwwww')
        await button(desk.panel, /^(Réessayer|Try again)$/).waitFor()
      },
    },
  ],
}
