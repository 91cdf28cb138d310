/** Short confirmations, announced politely, gone by themselves; errors stay beside what failed and never come here. */
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useState } from 'preact/hooks'

const shownMs = 6000

const Context = createContext<(text: string) => void>(() => {})

interface Toast {
  id: number
  text: string
}

export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const [held, setHeld] = useState(false)
  const show = useCallback((text: string) => setToast((before) => ({ id: (before?.id ?? 0) + 1, text })), [])
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => setToast(null), shownMs)
    return () => clearTimeout(timer)
  }, [toast, held])
  return (
    <Context.Provider value={show}>
      {children}
      <div class="toasts" role="status" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
        {toast && (
          <p key={toast.id} class="toast">
            {toast.text}
          </p>
        )}
      </div>
    </Context.Provider>
  )
}

/** @returns shows one text for a few seconds; pointing at it keeps it there */
export function useToast(): (text: string) => void {
  return useContext(Context)
}
