/** Sign-in: two labelled fields, errors beside what they are about, and the reason for being here when a session ended. */
import { useId, useRef, useState } from 'preact/hooks'
import { useSignIn } from '../../api/session.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { Brand } from '../../shell/Brand.tsx'
import { PreferencesPanel } from '../../shell/PreferencesPanel.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Page } from '../../ui/Page.tsx'
import { type CredentialProblems, checkCredentials } from './check-credentials.ts'

/** `expiredFor`: e-mail of the person whose session ended by itself, kept in the field for them */
export function SignIn({ expiredFor }: { expiredFor: string | null }) {
  const t = useTranslate()
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <Brand />
        <Page title={t('signIn.title')} lead={t('signIn.lead')}>
          {expiredFor !== null && (
            <p class="notice" role="status">
              {t('signIn.expired')}
            </p>
          )}
          <SignInForm email={expiredFor ?? ''} />
          <p class="hint">{t('signIn.noAccount')}</p>
        </Page>
      </div>
      <PreferencesPanel />
    </main>
  )
}

function SignInForm({ email: knownEmail }: { email: string }) {
  const t = useTranslate()
  const signIn = useSignIn()
  const [email, setEmail] = useState(knownEmail)
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<CredentialProblems>({})
  const form = useRef<HTMLFormElement>(null)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = checkCredentials(email, password)
    setProblems(found)
    if (found.email ?? found.password) {
      form.current?.querySelector<HTMLInputElement>(found.email ? '[type=email]' : '[name=password]')?.focus()
    } else {
      signIn.mutate({ email: email.trim(), password })
    }
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      {signIn.error && (
        <p class="notice notice-error" role="alert">
          {errorText(signIn.error, t)}
        </p>
      )}
      <EmailField value={email} problem={problems.email} onInput={setEmail} />
      <PasswordField value={password} problem={problems.password} onInput={setPassword} />
      <button type="submit" class="button button-primary" disabled={signIn.isPending}>
        {signIn.isPending ? t('signIn.busy') : t('signIn.submit')}
      </button>
    </form>
  )
}

interface FieldProps<P> {
  value: string
  problem: P | undefined
  onInput: (value: string) => void
}

function EmailField({ value, problem, onInput }: FieldProps<CredentialProblems['email']>) {
  const t = useTranslate()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{t('signIn.email')}</label>
      <input
        id={id}
        type="email"
        name="email"
        autocomplete="username"
        spellcheck={false}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} class="field-error">
          {t(problem === 'missing' ? 'signIn.emailMissing' : 'signIn.emailInvalid')}
        </p>
      )}
    </div>
  )
}

function PasswordField({ value, problem, onInput }: FieldProps<CredentialProblems['password']>) {
  const t = useTranslate()
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div class="field">
      <label for={id}>{t('signIn.password')}</label>
      <div class="password">
        <input
          id={id}
          {...(shown ? { type: 'text' } : { type: 'password' })}
          name="password"
          autocomplete="current-password"
          spellcheck={false}
          autocapitalize="none"
          value={value}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={shown ? t('signIn.hide') : t('signIn.show')}
          onClick={() => setShown(!shown)}
        >
          <EyeIcon struck={shown} />
        </button>
      </div>
      {problem && (
        <p id={`${id}-problem`} class="field-error">
          {t('signIn.passwordMissing')}
        </p>
      )}
    </div>
  )
}

function EyeIcon({ struck }: { struck: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">
        <path d="M1.5 9S4 4 9 4s7.5 5 7.5 5S14 14 9 14 1.5 9 1.5 9z" />
        <circle cx="9" cy="9" r="2.25" />
        {struck && <path d="M3 15 15 3" />}
      </g>
    </svg>
  )
}
