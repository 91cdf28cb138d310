import { afterEach, expect, it, vi } from 'vitest'
import { build, clearHost, showHost } from '../testing/host-page.ts'
import { watchVerify } from './watch-verify.ts'

afterEach(clearHost)

it('a text holds once it shows, and never by what the host marked as private', async () => {
  const said: boolean[] = []
  showHost(build('p', { 'data-fanal-private': '' }, 'Durand Marie, 12/03/1958'))
  const stop = watchVerify({ text: 'Durand Marie' }, (holds) => said.push(holds))
  expect(said).toEqual([false])
  document.body.append(build('p', {}, 'Dossier de Durand Marie ouvert'))
  await vi.waitFor(() => expect(said).toEqual([false, true]))
  stop()
})
