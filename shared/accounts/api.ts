import type { Role, Who } from '../documents/roles.ts'
import type { FailureCode, FailureParams } from '../errors.ts'
import type { Told } from '../records/reading/history.ts'
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
 * | POST /api/auth/sign-in/email | SignInRequest | SignInAnswer |
 * | POST /api/auth/second-factor | Code | SignedIn |
 * | POST /api/auth/passkey/question | | PasskeyQuestion |
 * | POST /api/auth/passkey | PasskeyProof | SignedIn |
 * | POST /api/auth/sign-out | | Done |
 * | POST /api/auth/change-password | PasswordChange | Done |
 * | POST /api/sign-out-everywhere | | Done |
 * | GET /api/profile | | Profile |
 * | PATCH /api/profile | ProfilePatch | SignedIn |
 * | POST /api/second-factor | Password | SecondFactorStart |
 * | POST /api/second-factor/confirm | Code | Done |
 * | POST /api/second-factor/off | Password | Done |
 * | POST /api/second-factor/backup-codes | Password | BackupCodes |
 * | POST /api/second-factor/requirement | FactorRequirement | Done |
 * | POST /api/passkeys/question | Password | PasskeyQuestion |
 * | POST /api/passkeys | NewPasskey | PasskeyView |
 * | PATCH /api/passkeys/:id | PasskeyPatch | Done |
 * | POST /api/passkeys/:id/remove | Password | Done |
 * | POST, HEAD, PATCH, DELETE /api/uploads | bytes of a file | as tus 1.0 says |
 * | POST /api/files/:id/stored | FileArrival | FileArrived |
 * | GET /api/files/:id, …/preview | | bytes |
 * | POST /api/files/gone | BytesAsked | BytesGone |
 * | GET /api/backups | | BackupsView |
 * | POST /api/backups | | BackupsView |
 * | POST /api/replica | ReplicaRequest | GivenReplica |
 * | POST /api/device | DeviceMeeting | DeviceWord |
 * | POST /api/device/wiped | WipeReport | Done |
 * | GET /api/devices | | DeviceList |
 * | POST /api/devices/:id/sign-out | | Done |
 * | POST /api/devices/:id/wipe | | Done |
 * | DELETE /api/devices/:id/wipe | | Done |
 * | GET /api/invitations | | InvitationList |
 * | POST /api/invitations | InvitationRequest | GivenLink |
 * | DELETE /api/invitations/:id | | Done |
 * | GET /api/invitations/:token | | InvitationView |
 * | POST /api/invitations/:token | NewAccount | SignInAnswer |
 * | GET /api/users | | UserList |
 * | PATCH /api/users/:id | UserPatch | Done |
 * | POST /api/users/:id/sign-out-everywhere | | Done |
 * | POST /api/users/:id/reset-link | | GivenLink |
 * | GET /api/reset/:token | | ResetView |
 * | DELETE /api/users/:id/factors | | Done |
 * | GET /api/users/:id/devices | | DeviceList |
 * | POST /api/users/:id/devices/:device/sign-out | | Done |
 * | POST /api/users/:id/devices/:device/wipe | | Done |
 * | DELETE /api/users/:id/devices/:device/wipe | | Done |
 * | POST /api/reset/:token | ResetRequest | SignInAnswer |
 * | GET /api/records/:collection/:id/history?before=STAMP | | HistoryPage |
 * | GET /api/trail?…&before=PLACE (trail/search.ts) | | TrailPage |
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
  /** The first start shows the code that the server's console prints. */
  readonly asksCode: boolean
  /** The company is the demo company; before the first start: the server was started to make it. */
  readonly demo: boolean
  readonly account: Account | null
  /** By when the account must have a second factor, which it has not; null where nothing is asked of it. */
  readonly factorDue: number | null
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
  /** What the server's console printed at its start, where the state says that it is asked for. */
  readonly code?: string
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

/** The password is right, and the account has a second factor: its code is asked for, for ten minutes. */
export interface SecondFactorAsked {
  readonly secondFactor: true
}

export type SignInAnswer = SignedIn | SecondFactorAsked

/** A code of the second factor: six digits from the phone, or a backup code. */
export interface Code {
  readonly code: string
}

/** The password of who is signed in, asked for once more. */
export interface Password {
  readonly password: string
}

/** What a person sees of the own account. */
export interface Profile {
  /** How many backup codes are left; null while the second factor is off. */
  readonly backupCodes: number | null
  readonly passkeys: readonly PasskeyView[]
}

export interface ProfilePatch {
  readonly name: string
}

export interface SecondFactorStart {
  /** `otpauth://totp/…`: what a phone reads as a picture. */
  readonly uri: string
  /** Shown once; each works once. */
  readonly backupCodes: readonly string[]
}

export interface BackupCodes {
  readonly backupCodes: readonly string[]
}

/** Whether everybody must sign in with a code or a passkey. */
export interface FactorRequirement {
  readonly required: boolean
}

export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly made: number
}

/** What `navigator.credentials` is asked for, as `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take it. */
export type PasskeyQuestion = object

/** What the browser answered, as `PublicKeyCredential.toJSON` gives it. */
export interface PasskeyProof {
  readonly response: Readonly<Record<string, unknown>>
}

export interface NewPasskey extends PasskeyProof {
  readonly name: string
}

export interface PasskeyPatch {
  readonly name: string
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
  /** By which the device is known also while nobody is signed in on it; null for a process. */
  readonly key: string | null
}

/** A device that keeps an account's data says that it is there. */
export interface DeviceMeeting {
  readonly replica: string
  readonly key: string
}

/** What a device is told: whether it is to drop what it keeps of the account. */
export interface DeviceWord {
  readonly wipe: boolean
}

export interface WipeReport extends DeviceMeeting {
  /** Changes that could not be sent before. */
  readonly lost: number
}

export interface DeviceList {
  readonly devices: readonly DeviceView[]
}

/** A device of an account, or a session of which no device is known. */
export interface DeviceView {
  readonly id: string
  /** What it calls itself, `Windows · Chrome`; of a bare session the browser's own words. */
  readonly label: string
  /** It keeps the account's data, as far as is known. */
  readonly kept: boolean
  readonly seen: number
  readonly online: boolean
  readonly signedIn: boolean
  /** The one that asks. */
  readonly here: boolean
  /** The order to drop the account's data; `done` is null until the device said so, `lost` are changes that went with it. */
  readonly wipe: { readonly ordered: number; readonly done: number | null; readonly lost: number } | null
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
  /** Since when everybody must sign in with a code or a passkey; null while that is left to each. */
  readonly requiredSince: number | null
}

export interface UserView {
  readonly user: string
  readonly role: Role
  readonly person: string | null
  readonly name: string
  readonly email: string
  /** May not sign in. */
  readonly disabled: boolean
  readonly secondFactor: boolean
  /** How many passkeys sign it in. */
  readonly passkeys: number
  readonly made: number
  /** One of its devices is connected. */
  readonly online: boolean
  /** When one of its devices was last seen; null when it has none. */
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

/** A part of a record's history, the latest write first. */
export interface HistoryPage {
  readonly writes: readonly (Told & { readonly arrived: number })[]
  /** What to ask for as `before` to be told what was earlier; null at the beginning. */
  readonly next: string | null
}

/** How it is with the company's backups, for its owner. */
export interface BackupsView {
  /** The machine that the last one was made on, of several servers; null: the one that answers. */
  readonly server: string | null
  /** Where backups stand, on that machine. */
  readonly folder: string
  readonly count: number
  /** The last one, with how many documents were damaged when it was made; null: none. */
  readonly last: { readonly at: number; readonly bytes: number; readonly damaged: number } | null
  /** Why the last try made none; null: it did. */
  readonly failed: { readonly at: number; readonly code: FailureCode; readonly params: FailureParams } | null
  /** When the next one is made; null: never by itself. */
  readonly next: number | null
  /** There has been none for more than 36 hours. */
  readonly isLate: boolean
}

/** Part of a file whose bytes may be on the server now. */
export interface FileArrival {
  readonly part: 'file' | 'preview'
  /** The upload that brought them; null: they may be there already. */
  readonly upload: string | null
}

/** SHA-256 of bytes that a device has, so many at once. */
export interface BytesAsked {
  readonly hashes: readonly string[]
}

export const MOST_HASHES = 500

export interface BytesGone {
  /** Those that the server has no more. */
  readonly gone: readonly string[]
}

export interface FileArrived {
  /** False: they are to be sent. */
  readonly stored: boolean
}
