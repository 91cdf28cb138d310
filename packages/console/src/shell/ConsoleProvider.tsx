/** Who is signed in and which project is being looked at, for every screen below. */
import type { ConsoleSession } from '@fanal/contract'
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'

export type Project = ConsoleSession['projects'][number]

export interface ConsoleContext {
  session: ConsoleSession
  project: Project
  /** viewers read; editors and owners change */
  canEdit: boolean
}

const Context = createContext<ConsoleContext | null>(null)

export interface ConsoleProviderProps {
  session: ConsoleSession
  project: Project
  children: ComponentChildren
}

export function ConsoleProvider({ session, project, children }: ConsoleProviderProps) {
  const value = useMemo(() => ({ session, project, canEdit: session.person.role !== 'viewer' }), [session, project])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useConsole(): ConsoleContext {
  const value = useContext(Context)
  if (!value) throw new Error('useConsole needs a ConsoleProvider above it.')
  return value
}
