import type { Account, AccountAsked, AccountView, OAuth } from '../../../../shared/letters/accounts.ts'
import type { ConsentPlace, ReturnWay } from '../../../../shared/letters/consent/consent.ts'
import { wayBackTo } from '../../../../shared/letters/consent/places.ts'
import { guessServers, type MailPlace } from '../../../../shared/letters/services.ts'

/** An account of mail as it is typed: what is not typed is empty. One name signs in at both servers. */
export interface AccountDraft extends Omit<Account<string>, 'receive' | 'send' | 'oauth'> {
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
const NOWHERE = { host: '', tls: 'tls' } as const

/** A new account that receives and sends; the first of its owner is what he sends by. `origin`: the program’s address. */
export function newDraft(isDefault: boolean, origin: string): AccountDraft {
  return {
    name: '',
    fromName: '',
    address: '',
    user: '',
    password: '',
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
  const place = guessServers(account.address)?.oauth
  return {
    ...rest,
    password: '',
    signIn: account.oauth.isSet ? 'oauth' : 'password',
    oauth: { ...NO_OAUTH, tokenUrl: place?.tokenUrl ?? '' },
    asks: { authUrl: place?.authUrl ?? '', scope: place?.scope ?? '' },
    returns: blank.returns,
    consent: null,
    user: receive?.user ?? send?.user ?? '',
    way: receive?.way ?? blank.way,
    receives: receive !== null,
    receive: placeOf(receive) ?? guessed(account.address, 'receive') ?? blank.receive,
    sends: send !== null,
    send: placeOf(send) ?? guessed(account.address, 'send') ?? blank.send,
    mostMb: send?.mostMb,
  }
}

/** What is sent: a password that was not typed stays. */
export function changeOf(draft: AccountDraft, isCompanys: boolean): AccountAsked {
  const { user, way, receives, receive, sends, send, mostMb, signIn, asks, returns, consent, ...rest } = draft
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
  const isGuessed = (side: 'receive' | 'send') =>
    draft[side].host === '' || draft[side].host === guessed(draft.address, side)?.host
  const isUserGuessed = draft.user === '' || draft.user === draft.address
  return {
    address,
    ...(isUserGuessed && { user: address }),
    ...(guess && placeOfService(draft, guess.oauth)),
    ...(guess && isGuessed('receive') && { receive: guess.receive }),
    ...(guess && isGuessed('send') && { send: guess.send, storesSent: guess.storesSent }),
  }
}

/** Consent was for the mail of another address. */
function placeOfService({ oauth }: AccountDraft, place: ConsentPlace | null) {
  const { authUrl, tokenUrl, scope } = place ?? { authUrl: '', tokenUrl: '', scope: '' }
  return { oauth: { ...oauth, tokenUrl }, asks: { authUrl, scope }, consent: null }
}

function guessed(address: string, side: 'receive' | 'send'): MailPlace | undefined {
  return guessServers(address)?.[side]
}

function placeOf(server: MailPlace | null): MailPlace | null {
  return server && { host: server.host, port: server.port, tls: server.tls }
}
