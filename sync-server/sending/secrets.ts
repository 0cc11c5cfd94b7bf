import type { Mail, Sending, Sms } from '../../shared/messages/sending.ts'

/** The two places of settings that may have a secret. */
export type SecretName = 'mail' | 'sms'

/** The same settings with something else in the place of each secret. */
export function mapSecrets<A, B>(sending: Sending<A>, to: (secret: A, name: SecretName) => B): Sending<B> {
  const { mail, sms } = sending
  return {
    mail: mail && { ...mail, password: to(mail.password, 'mail') },
    sms: sms && withSecret(sms, to(secretOf(sms), 'sms')),
  }
}

/** What stands in the place of a secret; undefined where there is no such place. */
export function secretIn<A>({ mail, sms }: Sending<A>, name: SecretName): A | undefined {
  if (name === 'mail') return mail?.password
  return sms ? secretOf(sms) : undefined
}

/** Where each secret goes: to whom it is shown, and how. A place that has none is not there. */
export function destinations({ mail, sms }: Sending<unknown>): { readonly [name in SecretName]?: string } {
  return { ...(mail && { mail: mailDestination(mail) }), ...(sms && { sms: ofSms(sms) }) }
}

function secretOf<Secret>(sms: Sms<Secret>): Secret {
  return 'password' in sms ? sms.password : sms.secret
}

function withSecret<B>(sms: Sms<unknown>, secret: B): Sms<B> {
  return 'password' in sms ? { ...sms, password: secret } : { ...sms, secret }
}

/** Where the password of an account of mail goes. */
function mailDestination({ host, port, tls, user }: Mail<unknown>): string {
  return JSON.stringify([host.toLowerCase(), port, tls, user])
}

function ofSms(sms: Sms<unknown>): string {
  const { kind } = sms
  if (kind === 'smpp') return JSON.stringify([kind, sms.host.toLowerCase(), sms.port, sms.tls, sms.systemId])
  if (kind === 'http') return JSON.stringify([kind, new URL(sms.url).origin])
  return JSON.stringify([kind, kind === 'smsc' ? sms.login : ''])
}
