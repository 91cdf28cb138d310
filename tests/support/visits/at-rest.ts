/** What stands beside the page before the help is used. */
import { button, type Visit } from './desk.ts'

export const atRest: Visit = {
  name: 'at rest',
  states: [
    { name: 'launcher alone', reach: ({ go }) => go('/patients') },
    {
      name: 'offer of help for an error',
      async reach({ page, go }) {
        await go('/facturation')
        await button(page, /B2-043/).waitFor()
      },
    },
  ],
}

export const icon: Visit = {
  name: 'launcher as an icon, compact and square',
  launcher: { launcher: 'icon', density: 'compact', radius: 0 },
  states: [
    { name: 'launcher alone', reach: ({ go }) => go('/patients') },
    {
      name: 'home',
      async reach({ panel, call }) {
        await call('open')
        await button(panel, /^(Agrandir|Expand)/).waitFor()
      },
    },
  ],
}
