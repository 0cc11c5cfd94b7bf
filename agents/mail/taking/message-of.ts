import { parseId } from '../../../shared/records/keys/id.ts'

/** The outgoing message that a Message-ID names: ours are its id, and how often it was asked for (agents/sending/letters). */
export function messageOf(messageId: string | null): string | null {
  const [, id = ''] = /^([^@.]+)(?:\.\d+)?@/.exec(messageId ?? '') ?? []
  return parseId(id) ? id : null
}
