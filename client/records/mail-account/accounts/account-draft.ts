import type { Account, AccountAsked, AccountView, OAuth } from '../../../../shared/letters/accounts.ts'
import type { ConsentPlace, ReturnWay } from '../../../../shared/letters/consent/consent.ts'
import { wayBackTo } from '../../../../shared/letters/consent/places.ts'
import {
  guessServers,
  type MailPlace,
  SERVICES,
  type ServiceServers,
  serviceOf,
} from '../../../../shared/letters/services.ts'

/** An account of mail as it is typed: what is not typed is empty. One name signs in at both servers. */
export interface AccountDraft extends Omit<Account<string>, 'receive' | 'send' | 'oauth'> {
  /** How it is most likely set, as far as address and domain tell. */
  readonly guess: ServiceServers | null
  readonly signIn: 'password' | 'oauth'
  readonly oauth: OAuth
  /** Where consent is asked for, and for what. */
  readonly asks: Pick<ConsentPlace, 'authUrl' | 'scope'>
  readonly returns: ReturnWay
  /** Consent that was given in this form; null: none. */
  readonly consent: string | null
  readonly user: string
  readonly way: NonNullable<Account<never>['receive']>['way']
  readonly receives: boolean
  readonly receive: MailPlace
  readonly sends: boolean
  readonly send: MailPlace
  readonly mostMb: number | undefined
}

const NO_OAUTH: OAuth = { clientId: '', clientSecret: '', refreshToken: '', tokenUrl: '' }
const NO_PLACE: ConsentPlace = { authUrl: '', tokenUrl: '', scope: '' }
const NOWHERE = { host: '', tls: 'tls' } as const

/** A new account that receives and sends; the first of its owner is what he sends by. `origin`: the program’s address. */
export function newDraft(isDefault: boolean, origin: string): AccountDraft {
  return {
    name: '',
    fromName: '',
    address: '',
    user: '',
    password: '',
    guess: null,
    signIn: 'password',
    oauth: NO_OAUTH,
    asks: { authUrl: '', scope: '' },
    returns: wayBackTo(origin),
    consent: null,
    way: 'imap',
    receives: true,
    receive: { ...NOWHERE, port: 993 },
    sends: true,
    send: { ...NOWHERE, port: 465 },
    mostMb: undefined,
    folders: [],
    since: null,
    isDefault,
    marksSeen: false,
    storesSent: false,
    signature: '',
    isOff: false,
  }
}

/** What is typed over, of what is set. */
export function draftOf(account: AccountView, origin: string): AccountDraft {
  const { id, owner, changed, isLocked, oauth, receive, send, ...rest } = account
  const blank = newDraft(false, origin)
  const guess = guessOf(account)
  const place = guess?.oauth
  return {
    ...rest,
    password: '',
    guess,
    signIn: account.oauth.isSet ? 'oauth' : 'password',
    oauth: { ...NO_OAUTH, tokenUrl: place?.tokenUrl ?? '' },
    asks: { authUrl: place?.authUrl ?? '', scope: place?.scope ?? '' },
    returns: blank.returns,
    consent: null,
    user: receive?.user ?? send?.user ?? '',
    way: receive?.way ?? blank.way,
    receives: receive !== null,
    receive: placeOf(receive) ?? guess?.receive ?? blank.receive,
    sends: send !== null,
    send: placeOf(send) ?? guess?.send ?? blank.send,
    mostMb: send?.mostMb,
  }
}

/** What is sent: a password that was not typed stays. */
export function changeOf(draft: AccountDraft, isCompanys: boolean): AccountAsked {
  const { user, way, receives, receive, sends, send, mostMb, signIn, guess, asks, returns, consent, ...rest } = draft
  return {
    ...rest,
    isCompanys,
    receive: receives ? { ...receive, user, way } : null,
    send: sends ? { ...send, user, ...(mostMb !== undefined && { mostMb }) } : null,
    isDefault: rest.isDefault && sends,
    ...secretsOf(draft),
  }
}

/** What was not typed stays; there is one way of signing in. */
function secretsOf({ signIn, password, oauth, consent }: AccountDraft) {
  if (signIn === 'password') return { password: password === '' ? null : password, oauth: '' }
  if (consent !== null) return { password: '', oauth: null, consent }
  return { password: '', oauth: oauth.refreshToken === '' ? null : JSON.stringify(oauth) }
}

/** What another address means for the rest: servers and name are guessed by it, as long as nobody has typed others. */
export function withAddress(draft: AccountDraft, address: string): Partial<AccountDraft> {
  const guess = guessServers(address)
  const isUserGuessed = draft.user === '' || draft.user === draft.address
  return { address, ...(isUserGuessed && { user: address }), ...(guess && withGuess(draft, guess)) }
}

/** What another guess means for the rest. Consent was for the mail of another service. */
export function withGuess(draft: AccountDraft, guess: ServiceServers): Partial<AccountDraft> {
  const isGuessed = (side: 'receive' | 'send') =>
    draft[side].host === '' || draft[side].host === draft.guess?.[side].host
  const { authUrl, tokenUrl, scope } = guess.oauth ?? NO_PLACE
  return {
    guess,
    oauth: { ...draft.oauth, tokenUrl },
    asks: { authUrl, scope },
    consent: null,
    ...(isGuessed('receive') && { receive: guess.receive }),
    ...(isGuessed('send') && { send: guess.send, storesSent: guess.storesSent }),
  }
}

/** By its servers, which may be a service’s for a domain of one’s own; else by the address. */
function guessOf({ address, receive, send }: AccountView): ServiceServers | null {
  const service = serviceOf(receive?.host ?? send?.host ?? '')
  return service === 'other' ? guessServers(address) : SERVICES[service]
}

function placeOf(server: MailPlace | null): MailPlace | null {
  return server && { host: server.host, port: server.port, tls: server.tls }
}
