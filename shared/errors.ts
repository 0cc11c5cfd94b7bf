/**
 * Everything that can be refused or fail in front of a user, by code. The sentence for a code stands in the
 * dictionaries under `errors.<code>` and may use the parameters that the failure carries.
 */
export const FAILURES = [
  // what a command may answer
  'record-missing',
  'record-newer',
  'field-unknown',
  'field-value',
  'field-required',
  'entry-once',
  'document-unknown',
  'document-closed',
  'document-packed',
  'role-forbids',
  'order-completed',
  'order-not-completed',
  'order-no-customer',
  'customer-same',
  'sum-too-large',
  'order-moved',
  'order-reassigned',
  'order-removed',
  'completion-required',
  'completion-not-asked',
  'reason-required',
  'reason-text-required',
  'comment-required',
  'state-not-in-kind',
  'state-completed-fixed',
  'state-same',
  'state-requires',
  'order-not-posted',
  'order-has-facts',
  'order-empty',
  'line-shipped',
  'line-missing',
  'quantity-wrong',
  'nothing-to-ship',
  'ship-too-much',
  'nothing-to-return',
  'return-too-much',
  'sum-wrong',
  'nothing-to-pay',
  'nothing-to-refund',
  'refund-too-much',
  'fact-needed',
  'nothing-to-spread',
  'discount-too-large',
  'move-not-last',
  'name-taken',
  'group-inside-itself',
  'price-type-missing',
  'price-currency',
  'rate-wrong',
  'when-missing',
  'end-before-start',
  'zone-unknown',
  'repeat-wrong',
  'repeat-too-often',
  'repeat-not-moved',
  'occurrence-unknown',
  'invitation-not-yours',
  'tag-wrong',
  'timer-nobody',
  'comment-empty',
  'comment-of-another',
  'picture-unknown',
  'picture-too-large',
  'picture-file-too-large',
  'still-used',
  // what the sync server may answer to an update
  'update-undecodable',
  'update-gap',
  'update-parallel',
  'update-too-large',
  'update-foreign-replica',
  'update-rewrites',
  'update-server-field',
  'update-odd-key',
  'update-deletes',
  'storage-failed',
  'document-damaged',
  // accounts
  'sign-in-wrong',
  'sign-in-needed',
  'password-wrong',
  'code-wrong',
  'code-late',
  'code-used',
  'second-factor-on',
  'second-factor-off',
  'second-factor-required',
  'second-factor-own',
  'second-factor-last',
  'passkey-needed',
  'passkey-wrong',
  'passkey-cancelled',
  'passkey-there',
  'passkey-late',
  'passkey-unknown',
  'too-many-attempts',
  'invitation-expired',
  'reset-expired',
  'company-exists',
  'setup-code-wrong',
  'password-weak',
  'password-common',
  'email-taken',
  'replica-unknown',
  'device-unknown',
  'device-wiped',
  'account-unknown',
  'account-disabled',
  'last-owner',
  'invitation-unknown',
  'person-taken',
  'person-no-name',
  // what any request may answer
  'request-shape',
  'request-too-large',
  'too-many-requests',
  'route-unknown',
  'origin-foreign',
  'server-failed',
  // files of records
  'file-too-large',
  'file-empty',
  'file-no-room',
  'file-not-here',
  'file-differs',
  'upload-unknown',
  // what was stopped by whoever began it
  'change-stopped',
  'page-left',
  'file-stopped',
  // the device
  'browser-unfit',
  'device-storage-refused',
  'device-storage-full',
  'act-not-noted',
  'unexpected',
  'answer-lost',
  'server-unreachable',
  // keeping: backups, and what is made of them
  'disk-full',
  'folder-unwritable',
  'folder-in-use',
  'data-damaged',
  'data-newer',
  'backup-missing',
  'backup-damaged',
  'backup-newer',
  'restore-broken-off',
  'keeping-failed',
  // files given to a command
  'file-missing',
  'file-not-json',
  'file-shape',
  'option-unknown',
] as const

export type FailureCode = (typeof FAILURES)[number]
export type FailureParams = Readonly<Record<string, string | number>>

/** A refusal or failure with a code from the closed list; `message` is for logs, users get the dictionary's sentence. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly params: FailureParams

  constructor(code: FailureCode, params: FailureParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'Failure'
    this.code = code
    this.params = params
  }
}

/** Whether `text` is one of the closed list of codes; for codes that come over a wire. */
export function isFailureCode(text: unknown): text is FailureCode {
  return FAILURES.some((code) => code === text)
}
