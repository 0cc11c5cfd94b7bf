import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calendarRecords } from '../collections.ts'
import type { InvitationAnswer } from '../slots/slot.ts'

/** Says what a participant answers to an invitation, by the id of his entry. Failure `invitation-not-yours`. */
export function answerInvitation(
  tx: Transaction,
  { id, participant, answer }: { readonly id: string; readonly participant: string; readonly answer: InvitationAnswer },
): void {
  const { participants } = tx.get(calendarRecords, id)
  if (!participants.some((one) => one.id === participant)) throw new Failure('invitation-not-yours')
  tx.setEntry(calendarRecords, id, 'participants', participant, { answer })
}
