/** A real listening server with a small French and English help, for tests of the routes that read content. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ContentFolder, makeContentFolder, pngHeader } from './knowledge/content-folder.support.ts'
import { type RunningServer, startServer } from './main.ts'

export interface ContentServer {
  server: RunningServer
  content: ContentFolder
  /** `http://127.0.0.1:PORT` */
  url: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  dispose(): Promise<void>
}

const files = {
  'fanal.yaml': `project: medisoft
title: MediSoft
locales: [fr, en]
widget: { label: Aide, accent: "#0b6e6e", radius: 8, density: compact, launcher: icon }
privacy: { mode: anonymous, noticeUrl: "https://medisoft.example/confidentialite", legalBasis: interest }
contact:
  channels:
    - { id: standard, kind: form, slaHours: 4, cost: 12 }
  sinks: [{ kind: smtp, to: support@medisoft.example }]
categories:
  - { name: Facturation, pages: ["/facturation/**"] }
costs: { perTicket: 10 }
`,
  'articles/imprimante.md': `---
title: L'ordonnance ne sort pas de l'imprimante
category: Ordonnances
summary: Vérifier le voyant & le bac.
pages: [/ordonnances]
topics: [imprimante]
symptoms: [mon ordonnance ne s'imprime pas, le papier reste coincé]
owner: anne@medisoft.example
flow: imprimante
related: [facture]
---
## Le voyant

Le voyant doit être vert. Ouvrez le capot, retirez le papier, puis relancez l'impression.

![Voyant](../images/voyant.png)
`,
  'articles/facture.md': `---
title: Créer une facture
category: Facturation
summary: De la consultation au règlement.
topics: [facturation]
---
Cliquez sur **Facturer**.
`,
  'articles/rejet.md': `---
title: Corriger un rejet B2-043
category: Facturation
errors: [B2-043]
pages: [/facturation/lots]
---
Le numéro de sécurité sociale est inconnu.
`,
  'articles/print.md': `---
title: The prescription does not print
locale: en
category: Prescriptions
---
Turn the printer on, then print the prescription again.
`,
  'flows/imprimante.yaml': `title: Configurer l'imprimante
start: { when: first-visit, page: /parametres/imprimantes }
steps:
  - { id: ouvrir, title: Ouvrez les imprimantes }
`,
  'images/voyant.png': pngHeader(320, 200),
  'images/schema.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'videos/demo.mp4': '0123456789',
}

/**
 * @param now the server's clock, milliseconds since the epoch
 * @param others files beside those above
 */
export async function openContentServer(
  now?: () => number,
  others: Record<string, string> = {},
): Promise<ContentServer> {
  const content = makeContentFolder({ ...files, ...others })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'fanal-data-'))
  const server = await startServer({ contentDirs: [content.folder], dataDir, port: 0, logLevel: 'silent' }, now)
  const url = `http://127.0.0.1:${server.port}`
  return {
    server,
    content,
    url,
    get: (route, headers = {}) => fetch(url + route, { headers }),
    async dispose() {
      await server.close()
      content.dispose()
      rmSync(dataDir, { recursive: true })
    },
  }
}
