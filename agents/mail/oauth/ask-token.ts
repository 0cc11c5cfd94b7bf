import { MailFault } from '../imap/fault.ts'

/** So long a service’s answer is waited for, ms. */
export const WITHIN = 20_000
/** So much of its answer is read, in signs. */
const LONGEST = 64 * 1024

export interface TokenAnswer {
  readonly ok: boolean
  /** Undefined: it is no JSON. */
  readonly body: unknown
}

/** Asks where tokens are had (RFC 6749, 3.2); what is empty is not said. MailFault `unreachable` where nobody answers. */
export async function askToken(
  tokenUrl: string,
  asked: Readonly<Record<string, string>>,
  within = WITHIN,
): Promise<TokenAnswer> {
  const body = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  try {
    const signal = AbortSignal.timeout(within)
    const response = await fetch(tokenUrl, { method: 'POST', body, signal, redirect: 'error' })
    return { ok: response.ok, body: jsonOf(await beginningOf(response)) }
  } catch (error) {
    throw new MailFault('unreachable', error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** The beginning of an answer: anybody may have named the address, and one of a service is short. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > LONGEST) break
  }
  return text.slice(0, LONGEST)
}

/** Undefined: it is no JSON. Nothing of it is told: it may be of a server that is nobody's business. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
