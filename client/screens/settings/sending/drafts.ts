import type {
  HttpHeader,
  Mail,
  Sending,
  SendingChange,
  ShownSecret,
  Sms,
  SmsKind,
} from '../../../../shared/messages/sending.ts'
import { type MailDraft, mailDraft } from '../../../records/mail-account/mail-draft.ts'

/** Settings as they are typed: a secret that is not typed is empty. */
export type SmsDraft = Sms<string>

const BLANK_SMS: { readonly [K in SmsKind]: Extract<SmsDraft, { readonly kind: K }> } = {
  smsru: { kind: 'smsru', secret: '', sender: '' },
  smsc: { kind: 'smsc', login: '', password: '', sender: '' },
  smpp: { kind: 'smpp', host: '', port: 2775, tls: false, systemId: '', password: '', sender: '' },
  http: { kind: 'http', url: '', method: 'POST', headers: [], body: '', success: '', sender: '', secret: '' },
}

/** What is typed over, of what is set for that way of sending SMS. */
export function smsDraft<K extends SmsKind>(kind: K, sms: Sms<ShownSecret> | null): Extract<SmsDraft, { kind: K }> {
  const blank = BLANK_SMS[kind]
  if (sms?.kind !== kind) return blank
  const secret = 'secret' in sms ? { secret: '' } : { password: '' }
  // Of one kind, with its secret taken out.
  return { ...sms, ...secret } as unknown as Extract<SmsDraft, { kind: K }>
}

/** Whether the secret of what is set now is there already, for a draft that goes the same way. */
export function hasSecret(kind: SmsKind, sms: Sms<ShownSecret> | null): boolean {
  if (sms?.kind !== kind) return false
  return ('secret' in sms ? sms.secret : sms.password).isSet
}

/** How settings are to be, where one part is changed and the other stays. */
export function changeOf(
  settings: Sending<ShownSecret>,
  change: { readonly mail?: MailDraft | null; readonly sms?: SmsDraft | null },
): SendingChange {
  const mail = change.mail === undefined ? mailDraftOrNull(settings.mail) : change.mail
  const sms = change.sms === undefined ? smsDraftOrNull(settings.sms) : change.sms
  return { mail: mail && { ...mail, password: typed(mail.password) }, sms: sms && withSecret(sms) }
}

function mailDraftOrNull(mail: Mail<ShownSecret> | null): MailDraft | null {
  return mail && mailDraft(mail)
}

function smsDraftOrNull(sms: Sms<ShownSecret> | null): SmsDraft | null {
  return sms && smsDraft(sms.kind, sms)
}

function withSecret(sms: SmsDraft): Sms<string | null> {
  return 'secret' in sms ? { ...sms, secret: typed(sms.secret) } : { ...sms, password: typed(sms.password) }
}

/** What was not typed stays as it is. */
function typed(secret: string): string | null {
  return secret === '' ? null : secret
}

/** Headers as they are typed, a line for each: `Authorization: Bearer …`. */
export function headersText(headers: readonly HttpHeader[]): string | null {
  return headers.map(({ name, value }) => `${name}: ${value}`).join('\n') || null
}

export function headersOf(text: string | null): readonly HttpHeader[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim()
    return at < 0 || name === '' ? [] : [{ name, value: line.slice(at + 1).trim() }]
  })
}
