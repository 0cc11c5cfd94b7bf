/** What one server took, measured. Bytes, and ms of the processor. */
export interface Taken {
  /** Memory of a server that nobody has come to. */
  readonly memoryAtRest: number
  /** What it has at most above all that stands, while it works: garbage, a snapshot that is made, a backup. */
  readonly memoryAtWork: number
  readonly memoryPerClient: number
  /** Memory for an order of a document that somebody has open. */
  readonly memoryPerOrder: number
  /** Disk for an order with all its writes: journal, audit trail, its index. */
  readonly diskPerOrder: number
  /** A backup's bytes for each byte of the disk. */
  readonly backupPerByte: number
  /** Processor for an edit: checked, journalled, compacted. */
  readonly cpuPerEdit: number
  /** Processor for telling one other client of an edit. */
  readonly cpuPerTelling: number
}

/** A company that is to have a server. */
export interface Company {
  readonly people: number
  readonly ordersPerYear: number
}

/** What its server needs. Bytes; `processor` is a share of one core. */
export interface Needs {
  readonly memory: number
  /** Where everybody edits a field every ten seconds, in one document, all looking at it. */
  readonly processor: number
  /** The data grow by it on a working day. */
  readonly perDay: number
  /** The data after `YEARS` years. */
  readonly disk: number
  /** One backup of them. */
  readonly backup: number
  /** All backups that are kept, at most. */
  readonly backups: number
}

export const YEARS = 5
export const WORKING_DAYS = 250
/** Days, weeks and months, as `--backup-keep` has it by default. */
export const KEPT_BACKUPS = 7 + 4 + 12
/** Two quarters of orders are open all the time: the current one and older ones with open orders. */
const OPEN_YEARS = 0.5
const EDITS_PER_SECOND = 0.1

/** Reckoned from what was measured, each figure in proportion. */
export function needsOf(company: Company, taken: Taken): Needs {
  const { people, ordersPerYear } = company
  const disk = ordersPerYear * YEARS * taken.diskPerOrder
  const edit = taken.cpuPerEdit + (people - 1) * taken.cpuPerTelling
  const backup = disk * taken.backupPerByte
  return {
    memory:
      taken.memoryAtRest +
      taken.memoryAtWork +
      people * taken.memoryPerClient +
      ordersPerYear * OPEN_YEARS * taken.memoryPerOrder,
    processor: (people * EDITS_PER_SECOND * edit) / 1000,
    perDay: (ordersPerYear / WORKING_DAYS) * taken.diskPerOrder,
    disk,
    backup,
    backups: backup * KEPT_BACKUPS,
  }
}

/** What two crowds took for an edit, ms, tells what an edit takes by itself and what each telling of it does. */
export function splitOf(few: { clients: number; cpu: number }, many: { clients: number; cpu: number }) {
  const cpuPerTelling = Math.max(0, (many.cpu - few.cpu) / (many.clients - few.clients))
  return { cpuPerTelling, cpuPerEdit: Math.max(0, few.cpu - (few.clients - 1) * cpuPerTelling) }
}
