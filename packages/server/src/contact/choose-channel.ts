/** Which channel takes a contact written in the widget: the one asked for, else the first that takes text. */
import type { ContactChannel, ContactSettings } from '@fanal/contract'

/** What takes contacts where a project names no channel. */
const plainMail: ContactChannel = { id: 'email', kind: 'email' }

export function chooseChannel(settings: ContactSettings, asked: string | undefined): ContactChannel {
  // Nobody can write to a telephone: it is shown in the widget, and calls come in elsewhere.
  const written = (settings.channels ?? []).filter((channel) => channel.kind !== 'phone')
  return written.find((channel) => channel.id === asked) ?? written[0] ?? plainMail
}
