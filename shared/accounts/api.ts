import type { Role, Who } from '../documents/roles.ts'
import type { FailureCode, FailureParams } from '../errors.ts'
import type { PersonRole } from './rights.ts'

/**
 * The server's HTTP interface: what goes in and what comes out, as JSON (`content-type: application/json` on a request
 * with a body). Every answer that is no success is a `FailureBody`.
 * Sessions are a cookie that the browser keeps; scripts never see it. Times are milliseconds since 1970.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/state | | ServerState |
 * | POST /api/setup | SetupRequest | SignedIn |
 * | POST /api/auth/sign-in/email | SignInRequest | SignedIn |
 * | POST /api/auth/sign-out | | Done |
 * | POST /api/auth/change-password | PasswordChange | Done |
 * | POST /api/sign-out-everywhere | | Done |
 * | POST /api/replica | ReplicaRequest | GivenReplica |
 * | GET /api/invitations | | InvitationList |
 * | POST /api/invitations | InvitationRequest | GivenLink |
 * | DELETE /api/invitations/:id | | Done |
 * | GET /api/invitations/:token | | InvitationView |
 * | POST /api/invitations/:token | NewAccount | SignedIn |
 * | GET /api/users | | UserList |
 * | PATCH /api/users/:id | UserPatch | Done |
 * | POST /api/users/:id/sign-out-everywhere | | Done |
 * | POST /api/users/:id/reset-link | | GivenLink |
 * | GET /api/reset/:token | | ResetView |
 * | POST /api/reset/:token | ResetRequest | SignedIn |
 */
export interface FailureBody {
  readonly code: FailureCode
  readonly params: FailureParams
}

/** Languages that the program speaks. */
export type Language = 'ru' | 'en'

/** A signed-in account. */
export interface Account extends Who {
  /** The account's person, by id in `people`; null for a process. */
  readonly person: string | null
  readonly name: string
  readonly email: string
}

export interface ServerState {
  /** PROTOCOL of the server's program. */
  readonly protocol: number
  /** Null until the company is set up. */
  readonly company: { readonly id: string; readonly name: string } | null
  /** Whether the first start is behind: there is an owner. */
  readonly setUp: boolean
  /** The company is the demo company; before the first start: the server was started to make it. */
  readonly demo: boolean
  readonly account: Account | null
  readonly time: number
}

export interface SetupRequest {
  /** The company's name. */
  readonly company: string
  readonly language: Language
  /** IANA zone, `Europe/Moscow`. */
  readonly zone: string
  /** ISO 4217. */
  readonly currency: string
  readonly demo: boolean
  readonly owner: NewAccount
}

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface SignInRequest {
  readonly email: string
  readonly password: string
}

/** Other devices are signed out; the one that asks stays. */
export interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
}

export interface SignedIn {
  readonly account: Account
}

export interface Done {
  readonly done: true
}

export interface ReplicaRequest {
  /** How people name the device, at most 80 characters. */
  readonly label: string
  /** Which process asks; with `Authorization: Bearer <service key>` only. */
  readonly as?: 'cli' | 'agents'
}

export interface GivenReplica {
  /** The name under which the device writes from now on. */
  readonly replica: string
  readonly company: string
  readonly person: string | null
  readonly time: number
}

export interface InvitationRequest {
  readonly name: string
  readonly email?: string
  readonly role: PersonRole
  /** A person that stands in `people` already and is to get the account. */
  readonly person?: string
}

/** A link that works once; it is shown once and kept nowhere. */
export interface GivenLink {
  readonly id: string
  readonly link: string
  readonly expires: number
}

export interface InvitationList {
  readonly invitations: readonly Invitation[]
}

/** An invitation that nobody has accepted yet. */
export interface Invitation {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly role: PersonRole
  readonly person: string | null
  readonly expires: number
}

/** What the page behind an invitation's link shows before it is accepted. */
export interface InvitationView {
  readonly company: string
  readonly name: string
  readonly email: string | null
  readonly role: PersonRole
}

export interface UserList {
  readonly users: readonly UserView[]
}

export interface UserView {
  readonly user: string
  readonly role: Role
  readonly person: string | null
  readonly name: string
  readonly email: string
  /** May not sign in. */
  readonly disabled: boolean
  readonly made: number
  /** When one of its sessions was last renewed (once a day at most); null when it has none. */
  readonly seen: number | null
}

export interface UserPatch {
  readonly role?: PersonRole
  readonly disabled?: boolean
}

export interface ResetView {
  readonly name: string
  readonly email: string
}

export interface ResetRequest {
  readonly password: string
}
