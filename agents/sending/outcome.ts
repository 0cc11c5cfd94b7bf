import type { Why } from '../../shared/rules/why.ts'

/** What came of one try to send. */
export type Outcome =
  /**
   * The other side took it; `outer` is what it is called there, `from` in whose name it went, `account` by which
   * account; `raw`: where the whole of it is kept that is still to be put into that account's folder of sent mail.
   */
  | {
      readonly is: 'sent'
      readonly outer: string
      readonly why: Why
      readonly from?: string
      readonly account?: string
      readonly raw?: string
    }
  /** It may pass: tried again by and by. `of` tells whether others to the same server would fare likewise. */
  | { readonly is: 'later'; readonly why: Why; readonly of: 'message' | 'server' }
  /** It will not pass as it is; `ofSender`: by the address that it comes from, whatever the letter. */
  | { readonly is: 'failed'; readonly why: Why; readonly ofSender?: true }
  /** It may have gone: it is not sent again by itself. */
  | { readonly is: 'doubtful'; readonly why: Why }

/** A message that is ready: called, it goes. */
export type Ready = () => Promise<Outcome>

const LONGEST_ANSWER = 300

/** What a server said, as one line of bounded length. */
function answerOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_ANSWER)
}

/** `rejected`: readers that the server did not take, while it took others. */
export function sent(outer: string, answer: string, rejected: readonly string[] = []): Outcome {
  const params = { answer: answerOf(answer) }
  if (rejected.length === 0) return { is: 'sent', outer, why: { code: 'accepted', params } }
  return { is: 'sent', outer, why: { code: 'acceptedInPart', params: { ...params, readers: rejected.join(', ') } } }
}

export function failed(code: Why['code'], params: Why['params']): Extract<Outcome, { is: 'failed' }> {
  return { is: 'failed', why: { code, params } }
}

/** `answer`: what the other side said, or parameters of the reason. */
export function later(of: 'message' | 'server', code: Why['code'], answer: string | Why['params'] = {}): Outcome {
  return { is: 'later', of, why: { code, params: typeof answer === 'string' ? { answer: answerOf(answer) } : answer } }
}

export function declined(answer: string): Extract<Outcome, { is: 'failed' }> {
  return failed('declined', { answer: answerOf(answer) })
}

export function doubtful(): Outcome {
  return { is: 'doubtful', why: { code: 'outcomeUnknown', params: {} } }
}
