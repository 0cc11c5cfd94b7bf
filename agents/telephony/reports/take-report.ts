import { calls } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { AnyReport } from '../../../shared/calls/protocol.ts'
import { readState } from '../../../shared/calls/settling/phone-state.ts'
import { settle, withNote } from '../../../shared/calls/settling/settle.ts'
import { type Hearing, readReport, type Told } from '../../../shared/calls/settling/told.ts'
import { closedBy } from '../../../shared/calls/settling/unended.ts'
import { derivedCallId, whichCall } from '../../../shared/calls/settling/which-call.ts'
import { COMPANY, company, people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { impersonal } from '../../../shared/erasures/personal.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import type { Replica } from '../../runtime/replica.ts'
import { callerOf } from '../calls/whose.ts'
import { documentOfCall, documentsAround, type KnownCall, knownCalls } from './known-calls.ts'

export type ReportGround = Pick<AgentGround, 'replica' | 'documents'>

/** A report as it came to the bridge. */
export interface ReportHeard {
  readonly phone: Pick<HeldPhone, 'id' | 'owner'>
  readonly report: AnyReport
  /** When it came, ms since 1970. */
  readonly heard: number
  /** Who answered at a line that is nobody's, by id in `people`. */
  readonly responsible?: string | null
}

/**
 * Settles a report into the record of its call (SPEC BR1), and gives that. Resolves when the server has it; taken twice, it is taken once.
 * Null: it is of no call. Failures of documents: then it may be tried again.
 */
export async function takeReport(ground: ReportGround, heard: ReportHeard): Promise<{ readonly call: string | null }> {
  const { replica, documents } = ground
  const country = findIn(replica)(company, COMPANY)?.country ?? null
  const hearing = { heard: heard.heard, country }
  const first = readReport({ what: 'ringing', ...heard.report }, hearing)
  const needed = [...documentsAround(replica.pass.company, first.at), ...requestedIn(replica.pass.company, first)]
  const closed = needed.filter((name) => !replica.isOpen(name))
  return await documents.hold(needed, async () => {
    const known = knownCalls(replica)
    known.look(closed)
    const around = [...known.around(heard.phone.id, first.at)]
    const ids: string[] = []
    replica.write((tx) => {
      for (const told of allTold(heard, hearing, around)) {
        const found = requested(tx, replica.pass.company, heard, told) ?? whichCall(told, around)
        const id = found ?? derivedCallId(heard.phone.id, told)
        write(tx, { id, told, heard, responsible: responsibleFor(replica, heard), replica })
        ids.push(id)
      }
    })
    await replica.saved(ids.map((id) => documentOf(replica.pass.company, calls.family, id)))
    return { call: ids.at(0) ?? null }
  })
}

/** A state of the phone may be of several calls, and of none. */
function allTold({ report }: ReportHeard, hearing: Hearing, around: readonly KnownCall[]): readonly Told[] {
  return 'state' in report ? readState(report, hearing, around) : [readReport(report, hearing)]
}

/** The document of the call that the report says it answers; none where it says none, or there is none such. */
function requestedIn(ofCompany: string, { request }: Told): readonly string[] {
  const document = request === null ? null : documentOfCall(ofCompany, request)
  return document === null ? [] : [document]
}

/** The call that was asked for of this phone. */
function requested(tx: Transaction, ofCompany: string, { phone }: ReportHeard, { request }: Told): string | null {
  if (request === null || documentOfCall(ofCompany, request) === null) return null
  const call = tx.find(calls, request)
  return call?.phone === phone.id ? call.id : null
}

interface Writing {
  readonly id: string
  readonly told: Told
  readonly heard: ReportHeard
  readonly responsible: string | null
  readonly replica: Replica
}

function write(tx: Transaction, { id, told, heard, responsible, replica }: Writing): void {
  const before = tx.find(calls, id)
  const settled = settle(before, told)
  const patch = {
    ...settled,
    ...closedBy({ asked: null, ...settled }, heard.heard),
    ...(told.note !== null && { note: withNote(before?.note ?? null, told.note) }),
    // Once: what people choose meanwhile is not written over.
    ...(!before?.customer && settled.number !== before?.number && callerOf(replica, settled)),
    ...(responsible !== null && !before?.responsible && { responsible }),
  }
  // Who was erased amid the call: its end is written, and nothing of him.
  if (before) tx.set(calls, id, replica.isCut(calls, id) ? impersonal(calls.name, patch) : patch)
  else tx.create(calls, id, { ...patch, phone: heard.phone.id })
}

/** Whose call it is: who answered, else the phone's owner. */
function responsibleFor(replica: Replica, { responsible, phone }: ReportHeard): string | null {
  if (responsible || phone.owner === null) return responsible ?? null
  for (const { id, gone, user } of replica.rows(people)) if (!gone && user === phone.owner) return id
  return null
}
