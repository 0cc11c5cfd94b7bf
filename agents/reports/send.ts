import type { Logger } from 'pino'
import { documentOf } from '../../shared/documents/documents.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { files } from '../../shared/files/collections.ts'
import { cleanName } from '../../shared/files/name.ts'
import { ME, rowsOf } from '../../shared/filters/filter.ts'
import { readAddress } from '../../shared/messages/acts/address.ts'
import { bodyOfText, writeBody } from '../../shared/messages/body/body.ts'
import { messages } from '../../shared/messages/collections.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { derivedId } from '../../shared/records/keys/id.ts'
import type { ReportSchedule } from '../../shared/reports/collections.ts'
import { reportSchedules } from '../../shared/reports/collections.ts'
import { askOn } from '../../shared/reports/schedule/schedule-ask.ts'
import { dayAt } from '../../shared/time/days.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { putFile } from '../runtime/server/put-file.ts'
import { fileOf } from './making/file.ts'
import { tableOf } from './making/table.ts'

/** What sending a report works with. */
export type SendingGround = Pick<AgentGround, 'replica' | 'documents' | 'ledger'> & { readonly log: Logger }

/**
 * Sends a schedule's report of a time, once whoever else tries it too (SPEC RM4). Gives until when another has it, ms since
 * 1970; null: it is done.
 */
export async function sendReport(ground: SendingGround, schedule: ReportSchedule, at: number): Promise<number | null> {
  const { ledger, log } = ground
  const { is, ...rest } = await ledger.perform(`report/${schedule.id}/${at}`, 'repeat', () =>
    write(ground, schedule, at),
  )
  if (is === 'held' && 'until' in rest) return rest.until
  const trouble = 'outcome' in rest ? troubleIn(rest.outcome) : null
  await note(ground, schedule.id, trouble === null ? { sent: at, trouble } : { passed: at, trouble })
  log.info({ schedule: schedule.id, at, trouble }, 'report')
  return null
}

/** Says that a time is let pass. */
export function letPass(ground: SendingGround, { id }: Pick<ReportSchedule, 'id'>, at: number): Promise<void> {
  return note(ground, id, { passed: at, trouble: 'late' })
}

type Trouble = NonNullable<ReportSchedule['trouble']>
const SENT = 'sent'

function troubleIn(outcome: string): Trouble | null {
  return outcome === SENT ? null : (outcome as Trouble)
}

async function note({ replica }: SendingGround, id: string, fields: Partial<ReportSchedule>): Promise<void> {
  replica.write((tx) => tx.set(reportSchedules, id, fields))
  await replica.saved([documentOf(replica.pass.company, reportSchedules.family, id)])
}

/** Makes the report and writes a letter to each address. Gives `sent`, or why there is nothing to send. */
async function write(ground: SendingGround, schedule: ReportSchedule, at: number): Promise<typeof SENT | Trouble> {
  const { replica, documents } = ground
  const find = findIn(replica)
  const ways = waysOfCompany(find)
  const day = dayAt(at, ways.zone)
  const ask = askOn(schedule, day)
  const addresses = schedule.to.flatMap((to) => readAddress('letter', to, ways.country) ?? [])
  if (ask === null) return 'unreadable'
  const me = schedule.author
  if (me === null && rowsOf(ask.filter).some(({ values }) => values.includes(ME))) return 'nobody'
  if (addresses.length === 0) return 'noAddress'
  const table = await tableOf({ replica, documents, find }, ask, me, { now: at, zone: ways.zone })
  const file = await fileOf(schedule, ask, table, ways, day)
  const { hash, size } = await putFile(replica.pass, file.bytes)
  const { company } = replica.pass
  const letters = new Set(addresses)
  const fileId = derivedId(COMMON, at, 'report-file', schedule.id)
  const held = [documentOf(company, files.family, fileId), documentOf(company, messages.family, fileId)]
  await documents.hold(held, async () => {
    replica.write((tx) => {
      const name = cleanName(file.name)
      const about = `${reportSchedules.name}/${schedule.id}`
      if (!tx.find(files, fileId)) tx.create(files, fileId, { about, name, size, type: file.type, hash })
      for (const to of letters) {
        const id = derivedId(COMMON, at, 'report', `${schedule.id} ${to}`)
        if (tx.find(messages, id)) continue
        const body = writeBody(bodyOfText([schedule.name, ...file.conditions].join('\n')))
        const said = { to, subject: schedule.name, body, files: [fileId], author: schedule.author }
        tx.create(messages, id, { ...said, way: 'letter', state: 'waiting', sender: 'company', due: tx.now() })
      }
    })
    await replica.saved(held)
  })
  return SENT
}
