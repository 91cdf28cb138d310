import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, named, startWidget, type WidgetQueries } from '../../ui/testing/find-in-widget.ts'
import { config } from '../../ui/testing/sample-help.ts'

afterEach(endWidgets)

const messageName = named('Que se passe-t-il ?')

async function openForm(options: Parameters<typeof startWidget>[0] = {}) {
  const widget = startWidget(options)
  widget.panel.open('contact')
  const find = inWidget(widget)
  await find.findAllByRole('textbox')
  return { widget, find }
}

async function fillIn(find: WidgetQueries) {
  await userEvent.fill(find.getByRole('textbox', { name: 'Sujet' }), 'Lecteur de carte')
  await userEvent.fill(find.getByRole('textbox', { name: messageName }), 'Il bipe deux fois.')
  await userEvent.fill(find.getByRole('textbox', { name: 'Votre adresse e-mail' }), 'anne@cabinet.fr')
}

const sent = (widget: FakeWidget) => widget.posted.filter(({ path }) => path === '/v1/contacts').map(({ body }) => body)

describe('writing to support', () => {
  it('sends the message with the context that was shown', async () => {
    const widget = startWidget()
    widget.setContext({ errors: ['B2-043'], release: '4.2.0' })
    widget.panel.article('carte-vitale', 'suggestion')
    const find = inWidget(widget)
    await find.findByRole('article')
    widget.panel.open('contact')
    await find.findByRole('textbox', { name: 'Sujet' })
    await fillIn(find)
    await userEvent.selectOptions(
      find.getByRole('combobox', { name: 'Gêne pour votre travail' }),
      'Je ne peux plus travailler',
    )
    await userEvent.click(find.getByText('Voir ce qui est joint'))
    for (const shown of ['Facturation (/facturation)', 'B2-043', '4.2.0', 'La carte Vitale n’est pas lue'])
      expect(find.getByText(shown)).toBeVisible()
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await find.findByRole('heading', { name: 'Message envoyé' })
    expect(sent(widget)).toEqual([
      {
        id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
        subject: 'Lecteur de carte',
        message: 'Il bipe deux fois.',
        impact: 'P1',
        email: 'anne@cabinet.fr',
        sessionId: '0190a0b0-1111-7000-8000-000000000000',
        context: {
          page: { key: '/facturation', title: 'Facturation' },
          release: '4.2.0',
          locale: 'fr',
          errors: ['B2-043'],
          articles: [{ id: 'carte-vitale', title: 'La carte Vitale n’est pas lue' }],
        },
      },
    ])
    expect(widget.reported.at(-1)).toEqual({
      name: 'contact_sent',
      props: { contactRef: 'F-7K3QX', channel: 'mail', priority: 'P1' },
    })
    expect(find.getByText('F-7K3QX')).toBeVisible()
    expect(find.getByText('Par e-mail')).toBeVisible()
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })

  it('leaves everything about the visit out when the person says so', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    await userEvent.click(find.getByRole('checkbox', { name: /^Joindre le contexte/ }))
    expect(find.queryByText('Voir ce qui est joint')).toBeNull()
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await find.findByRole('heading', { name: 'Message envoyé' })
    expect(Object.keys(sent(widget)[0] ?? {}).sort()).toEqual(['email', 'id', 'impact', 'message', 'subject'])
  })

  it('leaves out the parts that the person takes out', async () => {
    const { widget, find } = await openForm()
    widget.setContext({ errors: ['B2-043'], release: '4.2.0' })
    await fillIn(find)
    await userEvent.click(find.getByText('Voir ce qui est joint'))
    await userEvent.click(find.getByRole('checkbox', { name: 'Erreurs affichées' }))
    await userEvent.click(find.getByRole('checkbox', { name: 'Numéro de visite, anonyme' }))
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await find.findByRole('heading', { name: 'Message envoyé' })
    const [message] = sent(widget)
    expect(message).not.toHaveProperty('sessionId')
    expect(message?.context).toEqual({
      page: { key: '/facturation', title: 'Facturation' },
      release: '4.2.0',
      locale: 'fr',
    })
  })

  it('says that the account goes along where the host tells who the visitor is', async () => {
    const { find } = await openForm({ config: { ...config('fr'), privacy: { mode: 'identified' } } })
    await userEvent.click(find.getByText('Voir ce qui est joint'))
    expect(find.getByText(/^S’y ajoute votre compte dans l’application/)).toBeVisible()
  })

  it('takes a pasted text whole and says at once that it is too long', async () => {
    const { find } = await openForm()
    const message = find.getByRole('textbox', { name: messageName })
    await userEvent.fill(message, 'x'.repeat(5213))
    expect(message).toHaveValue('x'.repeat(5213))
    expect(message).toHaveAccessibleDescription(/^Trop long\s: 5213 caractères, pour 5000 au plus\./)
    await userEvent.fill(message, 'Il bipe.')
    expect(message).not.toHaveAttribute('aria-invalid')
  })

  it('puts the text into the mail that is left when sending fails, and says when the connection is back', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    await userEvent.fill(find.getByRole('textbox', { name: messageName }), `Été 🙂\n${'é'.repeat(3000)}`)
    widget.answers['/v1/contacts'] = () => 0
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    const href = (await find.findByRole('link', { name: 'support@example.com' })).getAttribute('href') ?? ''
    expect(href).toMatch(
      /^mailto:support@example\.com\?subject=Lecteur%20de%20carte&body=%C3%89t%C3%A9%20%F0%9F%99%82%0D%0A/,
    )
    expect(href.length).toBeLessThanOrEqual(2000)
    expect(decodeURIComponent(href)).toMatch(/éé…$/)
    dispatchEvent(new Event('online'))
    expect(find.getByText(/^La connexion est revenue\./)).toBeVisible()
    expect(sent(widget)).toHaveLength(1)
  })

  it('says that it has arrived, with its reference, even where the screen that says more cannot be loaded', async () => {
    const { widget, find } = await openForm()
    const { load } = widget.runtime
    widget.runtime.load = (name) => (name === 'receipt' ? Promise.reject(new Error('cut off')) : load(name))
    await userEvent.fill(find.getByRole('textbox', { name: 'Sujet' }), 'Imprimante')
    await userEvent.fill(find.getByRole('textbox', { name: messageName }), 'Rien ne sort.')
    await userEvent.fill(find.getByRole('textbox', { name: 'Votre adresse e-mail' }), 'anne@cabinet.fr')
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    expect(await find.findByText(/^Message envoyé · F-/)).toBeVisible()
  })

  it('takes the newest words of the host where the person has written none, and never touches theirs', async () => {
    const { widget, find } = await openForm()
    widget.panel.contact('api', { subject: 'Carte Vitale', message: 'VIT-01' })
    widget.panel.contact('api', { subject: 'Télétransmission' })
    expect(find.getByRole('textbox', { name: 'Sujet' })).toHaveValue('Télétransmission')
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('')
    await userEvent.fill(find.getByRole('textbox', { name: messageName }), 'Le lot reste.')
    widget.panel.contact('api', { subject: 'Imprimante', message: 'IMP-02' })
    expect(find.getByRole('textbox', { name: 'Sujet' })).toHaveValue('Imprimante')
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('Le lot reste.')
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    expect(find.getByRole('region', { name: 'Articles suggérés pour cette page' })).toBeVisible()
  })

  it('shows what the page has come to while the form is open, for that is what goes along', async () => {
    const { widget, find } = await openForm()
    await userEvent.click(find.getByText('Voir ce qui est joint'))
    widget.setContext({ errors: ['B2-043'] })
    expect(find.getByText('B2-043')).toBeVisible()
  })

  it('takes personal data out of the searches it attaches', async () => {
    const widget = startWidget()
    widget.panel.search('ordonnance de anne@cabinet.fr')
    const find = inWidget(widget)
    await find.findByText('3 résultats')
    await userEvent.click(find.getByRole('button', { name: 'Contacter le support' }))
    await userEvent.click(await find.findByText('Voir ce qui est joint'))
    expect(find.getByText('ordonnance de [email]')).toBeVisible()
  })

  it('says beside each field what is missing, and goes to the first', async () => {
    const { widget, find } = await openForm()
    await userEvent.fill(find.getByRole('textbox', { name: 'Votre adresse e-mail' }), 'anne@cabinet')
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    const subject = find.getByRole('textbox', { name: 'Sujet' })
    expect(widget.runtime.root.activeElement).toBe(subject)
    expect(subject).toHaveAttribute('aria-invalid', 'true')
    expect(subject).toHaveAccessibleDescription('Indiquez un sujet en quelques mots.')
    expect(find.getByRole('textbox', { name: messageName })).toHaveAccessibleDescription(
      /^Décrivez ce qui se passe, même en une phrase\./,
    )
    expect(find.getByRole('textbox', { name: 'Votre adresse e-mail' })).toHaveAccessibleDescription(
      /^Cette adresse n’est pas complète/,
    )
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    expect(sent(widget)).toEqual([])
    await userEvent.type(subject, 'L')
    expect(subject).not.toHaveAttribute('aria-invalid')
  })

  it('keeps the text and shows telephone and mail when it cannot be sent; another try is the same message', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    widget.answers['/v1/contacts'] = () => 0
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await find.findByText(/la connexion est coupée/)
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('Il bipe deux fois.')
    expect(find.getByRole('link', { name: '01 84 88 00 00' })).toHaveAttribute('href', 'tel:0184880000')
    expect(find.getByText(named('du lundi au vendredi, 8 h – 18 h 30'))).toBeVisible()
    expect(find.getByRole('link', { name: 'support@example.com' })).toBeVisible()
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.answers['/v1/contacts'] = () => ({ ref: 'F-22222', channel: 'mail', expectedReply: null })
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await find.findByText('F-22222')
    const [first, second] = sent(widget)
    expect(second?.id).toBe(first?.id)
  })

  it('sends once when the button is pressed twice', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    let answer: (receipt: object) => void = () => {}
    widget.answers['/v1/contacts'] = () =>
      new Promise<object>((resolve) => {
        answer = resolve
      })
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    expect(await find.findByRole('button', { name: 'Envoi en cours…' })).toHaveAttribute('aria-disabled', 'true')
    find.getByRole('textbox', { name: 'Sujet' }).focus()
    await userEvent.keyboard('{Enter}')
    answer({ ref: 'F-33333', channel: 'mail', expectedReply: null })
    await find.findByText('F-33333')
    expect(sent(widget)).toHaveLength(1)
  })

  it('does not offer a message again that arrived after the person had left the form', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    const { promise, resolve } = Promise.withResolvers<object>()
    widget.answers['/v1/contacts'] = () => promise
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await userEvent.click(find.getByRole('button', { name: 'Annuler' }))
    resolve({ ref: 'F-44444', channel: 'mail', expectedReply: null })
    await promise
    await userEvent.click(find.getByRole('button', { name: 'Contacter le support' }))
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('')
  })

  it('keeps what was written while the person looks elsewhere, and the address for the next message', async () => {
    const { widget, find } = await openForm()
    await fillIn(find)
    await userEvent.click(find.getByRole('button', { name: 'Annuler' }))
    widget.panel.close()
    widget.panel.open('contact')
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('Il bipe deux fois.')
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    await userEvent.click(await find.findByRole('button', { name: 'Revenir à l’accueil' }))
    await userEvent.click(find.getByRole('button', { name: 'Contacter le support' }))
    expect(find.getByRole('textbox', { name: messageName })).toHaveValue('')
    expect(find.getByRole('textbox', { name: 'Votre adresse e-mail' })).toHaveValue('anne@cabinet.fr')
    expect(widget.reported.map(({ name }) => name).filter((name) => name.startsWith('contact_'))).toEqual([
      'contact_opened',
      'contact_cancelled',
      'contact_opened',
      'contact_sent',
      'contact_opened',
    ])
  })

  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing for axe to find, context shown (%s, %s)', async (locale, theme) => {
    const { widget, find } = await openForm({ locale, theme })
    await userEvent.click(find.getByText(locale === 'fr' ? 'Voir ce qui est joint' : 'See what is attached'))
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })
})
