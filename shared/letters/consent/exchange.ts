import type { OAuth } from '../accounts.ts'

/** A client as it is registered with a service. */
export type OAuthClient = Pick<OAuth, 'clientId' | 'clientSecret'>

/** A code that a service gave for a person’s consent, to be exchanged for tokens (RFC 6749, 4.1.3; RFC 7636, 4.5). */
export interface CodeExchange extends Omit<OAuth, 'refreshToken'> {
  readonly code: string
  readonly verifier: string
  /** Where the service led back to. */
  readonly redirect: string
}

/**
 * Why there is no refresh token: the client is not known so, the address that it leads back to is not registered, the code is not
 * taken, there was none with the answer, the service did not answer, or else what it said.
 */
export const CODE_TROUBLES = ['client', 'redirect', 'code', 'noRefresh', 'unreachable', 'other'] as const
export type CodeTrouble = (typeof CODE_TROUBLES)[number]

export type CodeAnswer =
  | { readonly refreshToken: string }
  | { readonly trouble: CodeTrouble /** By the service; empty: nothing. */; readonly said: string }
