/** What is missing from the sign-in form before it is worth sending. Pure. */

export interface CredentialProblems {
  email?: 'missing' | 'invalid'
  password?: 'missing'
}

export function checkCredentials(email: string, password: string): CredentialProblems {
  const trimmed = email.trim()
  return {
    ...(trimmed === ''
      ? { email: 'missing' as const }
      : /^\S+@\S+$/.test(trimmed)
        ? {}
        : { email: 'invalid' as const }),
    ...(password === '' ? { password: 'missing' as const } : {}),
  }
}
