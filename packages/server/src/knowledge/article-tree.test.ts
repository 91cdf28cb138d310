import { afterEach, expect, test } from 'vitest'
import { contentFolders, pngHeader } from './content-folder.support.ts'
import { loadContent } from './load-content.ts'

const { make: content, disposeAll } = contentFolders()

afterEach(disposeAll)

test('Markdown becomes a tree of allowed nodes', async () => {
  const body = `---
title: L'imprimante
---
# L'imprimante

## Vérifier le voyant

Le voyant est **vert** à 10:30 : [suite](b.md#étape-1), [site](https://exemple.fr), [guide](flow:imprimante).

:::warning[Attention]
Coupez le *courant*.
:::

> **Bon à savoir**
>
> Le bac 2 est petit.

1. Un
2. Deux

| Touche | Effet |
| :-- | --: |
| \`F1\` | Aide |

![Le voyant](images/voyant.png)

[La vidéo](videos/demo.mp4)
`
  const loaded = await loadContent(
    content({
      'a.md': body,
      'b.md': '---\ntitle: B\n---\n## Étape 1\n',
      'images/voyant.png': pngHeader(640, 480),
      'videos/demo.mp4': 'x',
      'flows/imprimante.yaml': 'title: Guide\nsteps: [{ id: un, text: Bonjour }]\n',
    }),
  )
  expect(loaded.findings).toEqual([])
  const [article] = loaded.articles
  expect(article?.toc).toEqual([{ id: 'verifier-le-voyant', title: 'Vérifier le voyant', depth: 2 }])
  const text = (value: string) => ({ type: 'text', value })
  expect(article?.body).toEqual([
    { type: 'heading', depth: 2, id: 'verifier-le-voyant', children: [text('Vérifier le voyant')] },
    {
      type: 'paragraph',
      children: [
        text('Le voyant est '),
        { type: 'strong', children: [text('vert')] },
        text(' à 10:30 : '),
        { type: 'articleLink', articleId: 'b', anchor: 'etape-1', children: [text('suite')] },
        text(', '),
        { type: 'link', href: 'https://exemple.fr/', children: [text('site')] },
        text(', '),
        { type: 'flowLink', flowId: 'imprimante', children: [text('guide')] },
        text('.'),
      ],
    },
    {
      type: 'callout',
      kind: 'warning',
      title: 'Attention',
      children: [
        {
          type: 'paragraph',
          children: [text('Coupez le '), { type: 'emphasis', children: [text('courant')] }, text('.')],
        },
      ],
    },
    {
      type: 'blockquote',
      children: [
        { type: 'paragraph', children: [{ type: 'strong', children: [text('Bon à savoir')] }] },
        { type: 'paragraph', children: [text('Le bac 2 est petit.')] },
      ],
    },
    {
      type: 'list',
      ordered: true,
      children: [
        { type: 'listItem', children: [{ type: 'paragraph', children: [text('Un')] }] },
        { type: 'listItem', children: [{ type: 'paragraph', children: [text('Deux')] }] },
      ],
    },
    {
      type: 'table',
      align: ['left', 'right'],
      head: [[text('Touche')], [text('Effet')]],
      rows: [[[{ type: 'inlineCode', value: 'F1' }], [text('Aide')]]],
    },
    {
      type: 'paragraph',
      children: [
        { type: 'image', src: '/assets/content/aide/images/voyant.png', alt: 'Le voyant', width: 640, height: 480 },
      ],
    },
    { type: 'video', src: '/assets/content/aide/videos/demo.mp4', title: 'La vidéo' },
  ])
  expect(article?.plainText).toContain('Vérifier le voyant\nLe voyant est vert à 10:30 : suite, site, guide.')
})
