/** How long a password is, in characters, and how many different ones it needs at least. */
export const PASSWORD = { least: 10, most: 128, different: 5 } as const

/** Whether a password would be guessed soon. Forms ask this before the server does. */
export function isPasswordWeak(password: string): boolean {
  const { length } = password
  return length < PASSWORD.least || length > PASSWORD.most || new Set(password).size < PASSWORD.different
}
