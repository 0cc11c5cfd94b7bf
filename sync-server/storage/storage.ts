import type { Numbered } from '../../shared/orders/numbers.ts'
import type { TrailSearch } from '../../shared/trail/search.ts'
import type { EffectStore } from './effects/store.ts'
import type { FeedAsked } from './feed-step.ts'
import type { MailAccountStore } from './mail/accounts.ts'
import type { MailLedgerStore } from './mail/ledger.ts'
import type { SendingStore } from './sending.ts'
import type { ServiceStore } from './services.ts'
import type { PhoneStore } from './telephony/phones.ts'

/** One write that an update brought, for the audit trail, which compaction never touches. */
export interface AuditRow {
  readonly collection: string
  readonly record: string
  /** Empty for the record as created. */
  readonly path: string
  readonly stamp: string
  /** The value's JSON text. */
  readonly value: string
}

/** An update that is to be journalled. */
export interface JournalRow {
  readonly document: string
  readonly user: string
  readonly replica: string
  /** When it arrived, ms since 1970. */
  readonly at: number
  readonly update: Uint8Array
  readonly audit: readonly AuditRow[]
}

/** An order that has no number yet, or that came with one. */
export interface NumberWish {
  /** The order or invoice, by id. */
  readonly order: string
  readonly sort: Numbered
  readonly year: number
  /** The number that it was imported with; null: it is to be given one. */
  readonly imported: string | null
}

/** All that one transaction writes. */
export interface Batch {
  readonly rows: readonly JournalRow[]
  readonly numbers: readonly NumberWish[]
}

/** A document as it is stored: its snapshot, and the updates that came after it. */
export interface StoredDocument {
  readonly state: Uint8Array | null
  readonly updates: readonly Uint8Array[]
  /** The number of its last update in the journal; 0 for a document that nobody has written. */
  readonly last: number
  /** Empty until it was packed first (SPEC J19). */
  readonly generation: string
}

/** What of a document is new since a number of the journal: its rows since, or the snapshot that they went into. */
export interface News extends StoredDocument {
  readonly document: string
  /** When its last update arrived, ms since 1970. */
  readonly changed: number
  /** What is stored is not what was written. */
  readonly isDamaged: boolean
}

/** A turn of the journal: nobody else's begins before it has ended. */
export interface StorageTurn {
  /** The number of the last row before it. */
  readonly last: number
  /** What other processes wrote since the number that was asked for. */
  readonly news: readonly News[]
  /**
   * Writes a batch; the last that a turn does. Numbers are given first; `complete` is told which, by order, and gives the
   * rows that carry them. Resolves with the numbers of the rows in the journal, in the order of `rows`, then of `complete`.
   */
  append(batch: Batch, complete: Complete): Promise<readonly number[]>
}

/** Gives the rows that carry the numbers which orders were given. */
export type Complete = (given: ReadonlyMap<string, string>) => readonly JournalRow[]

/** A process of those that serve a company. */
export interface Member {
  /** Another may have written, or storage is back, or gone. */
  told(): void
  /** From now on it is the keeper: the one process that does what is to be done once for all. */
  keeps(): Promise<void>
  /** It is the keeper no longer. */
  keepsNoMore(): Promise<void>
}

/** The place in a document's history up to which something was read. */
export type Standing = Pick<StoredDocument, 'last' | 'generation'>

/** A document's next generation. */
export interface NextGeneration {
  readonly generation: string
  readonly state: Uint8Array
}

/** How far a document has come, and what stands in the journal behind its snapshot. */
export interface DocumentMark {
  readonly document: string
  readonly last: number
  readonly rows: number
  readonly bytes: number
  /** Of its snapshot, bytes. */
  readonly size: number
  /** When it was written last, ms since 1970. */
  readonly changed: number
  /** The number up to which its generation was packed; 0 for the first. */
  readonly packed: number
}

/** The company was put back to a backup. Times are ms since 1970. */
export interface Restoration {
  readonly at: number
  /** When the backup was made. */
  readonly backup: number
}

export interface Replica {
  readonly name: string
  readonly user: string
  /** What its owner calls the device. */
  readonly label: string
  /** When it was named, ms since 1970. */
  readonly at: number
}

/** An update or a connection that was refused. */
export interface RefusalRow {
  readonly at: number
  readonly document: string
  readonly user: string
  readonly replica: string
  readonly code: string
  /** The cause in technical words. */
  readonly cause: string
  readonly bytes: number
}

/** A line of the audit trail as it is read. */
export interface AuditEntry extends AuditRow {
  readonly journal: number
  readonly document: string
  readonly user: string
  readonly replica: string
  readonly at: number
}

/** Which record's writes are asked for. */
export type AuditedRecord = Pick<AuditRow, 'collection' | 'record'>

/** Records whose lines of the audit trail are told anew. */
export interface Retelling {
  readonly records: readonly AuditedRecord[]
  /** The JSON text that is to stand in the line; its own where nothing changes. */
  readonly retell: (row: AuditRow) => string
}

/** A part of the audit trail of a record. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Whether there are earlier ones. */
  readonly more: boolean
}

/** A place in the whole trail, by which what is newer is left out. */
export interface TrailPlace {
  readonly at: number
  readonly row: number
}

/** A line of the trail with its place. */
export interface TrailEntry extends AuditEntry, TrailPlace {}

/** What was found in one step of a search. */
export interface TrailStep {
  /** The newest first. */
  readonly entries: readonly TrailEntry[]
  /** Where the next step begins; null: all was looked through. */
  readonly next: TrailPlace | null
}

/** What was found in one step through the journal. */
export interface FeedStep {
  /** In the order of the journal, all of each of its numbers. */
  readonly entries: readonly AuditEntry[]
  /** Up to this number all was given; null: there is nothing further. */
  readonly upto: number | null
}

/** An order that stands in the journal without a number: what a restart has to number. */
export interface Unnumbered {
  /** Its line of the audit trail. */
  readonly row: number
  readonly document: string
  readonly collection: string
  /** The order or invoice, by id. */
  readonly order: string
  readonly stamp: string
  /** The record as created, JSON. */
  readonly value: string
}

/** The number that an order had. */
export interface LostNumber {
  readonly order: string
  readonly sort: Numbered
  readonly year: number
  readonly number: string
}

/** Where a company is kept, as another thread can be told: the data folder, or the address of the database. */
export type Place = { readonly folder: string } | { readonly databaseUrl: string }

/** What a company is kept in. Errors of the disk come through as they are; nothing is half written. */
export interface Storage {
  /** The company's random id: the first part of all its documents' names. */
  readonly company: string
  readonly place: Place
  /** What agents do but once. */
  readonly effects: EffectStore
  /** How letters and SMS are sent. */
  readonly sending: SendingStore
  /** How services outside are asked. */
  readonly services: ServiceStore
  /** What became of each letter that mail servers list. */
  readonly mailLedger: MailLedgerStore
  /** Accounts of mail, the company's and people's own. */
  readonly mailAccounts: MailAccountStore
  /** Phones and lines. */
  readonly phones: PhoneStore
  /** Reads a document. Failure document-damaged where what is stored is not what was written. */
  load(document: string): Promise<StoredDocument>
  /**
   * Takes a turn (SPEC J21): tells `work` what others have written behind the number `since`; what it appends is one
   * transaction, on the disk when this resolves. Nothing is written where `work` or the disk fails, unless the disk was
   * lost while it was told to: then what was written is news of the next turn.
   */
  turn<T>(since: number, work: (turn: StorageTurn) => Promise<T>): Promise<T>
  /** A turn that looks at nothing and writes a batch; gives the numbers of its rows. */
  append(batch: Batch, complete: Complete): Promise<readonly number[]>
  /** What other processes have written behind a number, without a turn; with the number of the last row. */
  news(since: number): Promise<Pick<StorageTurn, 'last' | 'news'>>
  /** Writes what changes nothing, to the disk: where it goes well, a usual edit would. Errors as of what is written. */
  prove(): Promise<void>
  /** Takes this process in among those that serve the company; resolves when it is known whether it is the keeper. Gives its leaving. */
  join(member: Member): Promise<() => Promise<void>>
  /** How far a document has come, without reading it; `last` is 0 for one that nobody has written. */
  reached(document: string): Promise<Standing>
  /** The generation that stands; empty for a document that was not packed, or never written. */
  generation(document: string): Promise<string>
  /**
   * Puts a snapshot that holds all of the document as it stood in place of the journal rows up to there. Nothing is done
   * where another generation stands.
   */
  compact(document: string, from: Standing, state: Uint8Array): Promise<void>
  /** Puts the next generation in the document's place, unless it has been written or packed since: gives whether it did. */
  pack(document: string, from: Standing, next: NextGeneration): Promise<boolean>
  /**
   * As `pack`, and rewrites the audit trail of records in the same transaction: `retell` gives what is to stand in the place of a
   * line's value. Gives how many lines were changed; null where the document was written or packed since.
   */
  erase(document: string, from: Standing, next: NextGeneration, trail: Retelling): Promise<number | null>
  /**
   * Lets no byte remain of what was taken out: forgets the words of the trail, which are made anew, and writes the file anew (of a
   * database: lets its room be used again).
   */
  scrub(): Promise<void>
  /**
   * Notes that the company stands as a backup of that time has it: numbers of the journal and names of replicas that are
   * given from now on are none that may have been given since.
   */
  restored(restoration: Restoration): Promise<void>
  /** When the company was restored, the last time first. */
  restorations(): Promise<readonly Restoration[]>
  /** Every document that was ever written. */
  documents(): Promise<readonly DocumentMark[]>
  /** Orders without a number, behind the line of the trail that was noted last, and the trail's last line. */
  unnumbered(): Promise<{ readonly orders: readonly Unnumbered[]; readonly last: number }>
  /** Notes that every order up to this line of the trail has its number: `unnumbered` need not look there again. */
  noteNumbered(upto: number): Promise<void>
  /**
   * Notes numbers that orders had before a restore: such an order is given its own again, if that is free, and no other
   * one is given it; the count goes on above them. What is known already stays as it is.
   */
  showNumbers(numbers: readonly LostNumber[]): Promise<void>
  /** Names a new replica of the user. */
  addReplica(user: string, label: string, at: number): Promise<string>
  replica(name: string): Promise<Replica | null>
  replicas(): Promise<readonly Replica[]>
  /** Notes a refusal; the last ten thousand are kept. */
  addRefusal(row: RefusalRow): Promise<void>
  /** The latest refusals, newest first. */
  refusals(limit: number): Promise<readonly RefusalRow[]>
  /**
   * What was ever written about a record before a stamp (null: all), the latest first: `limit` writes, and beyond them
   * those that have the last one's stamp.
   */
  audit(record: AuditedRecord, before: string | null, limit: number): Promise<AuditPage>
  /** Of each path the last write to it before a stamp, where there is one; of the empty path the first, the creation. */
  standing(record: AuditedRecord, paths: Iterable<string>, before: string): Promise<readonly AuditEntry[]>
  /**
   * Looks through a part of the whole trail from its end, or from before a place, few lines enough to stop nobody: gives
   * at most `limit` of those that fit.
   */
  searchTrail(search: TrailSearch, before: TrailPlace | null, limit: number): Promise<TrailStep>
  /** What was written behind a number of the journal, few lines enough to stop nobody. */
  feed(asked: FeedAsked): Promise<FeedStep>
  /** Makes the words of at most so many further lines known to searches by text; gives whether there are more. */
  indexTrail(limit: number): Promise<boolean>
  close(): Promise<void>
}
