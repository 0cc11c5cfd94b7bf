import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { RequestOutcome } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'
import { findIn } from '../../runtime/find.ts'
import { documentOfCall } from '../reports/known-calls.ts'
import { type ReportGround, takeReport } from '../reports/take-report.ts'
import { type Board, reportOf } from './board.ts'

/** What a phone says came of a request. */
export interface Settling {
  readonly phone: HeldPhone
  readonly id: string
  readonly outcome: RequestOutcome
}

/** Settles an SMS, or writes what came of a request to dial; told again, it changes nothing. Failure record-missing for one of another phone, or of none. */
export async function settleRequest(
  ground: ReportGround,
  board: Board,
  { phone, id, outcome }: Settling,
): Promise<void> {
  if (board.settle(phone.id, id, outcome)) return
  const { replica, documents } = ground
  const document = documentOfCall(replica.pass.company, id)
  if (document === null) throw new Failure('record-missing', { id })
  await documents.hold([document], async () => {
    const call = findIn(replica)(calls, id)
    if (call?.phone !== phone.id) throw new Failure('record-missing', { id })
    board.takeDown(id)
    await takeReport(ground, { phone, report: reportOf(id, outcome), heard: Date.now() })
  })
}
