import { createSignal } from 'solid-js'
import type { CommandArgs } from '../../../../shared/commands.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { checkSum } from '../../../../shared/orders/commands.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import { readDraft } from '../../../../shared/orders/read-draft.ts'
import { spread } from '../../../../shared/orders/sums/spread.ts'
import { isObject, type Json, type JsonObject } from '../../../../shared/records/declarations/value.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { LineFields, OrderEditor, OrderFields } from './editor.ts'

/** A draft as this device keeps it: what the form holds, not yet an order. */
export interface OrderDraft {
  readonly sort: Sort
  readonly kind: string | null
  readonly state: string | null
  readonly fields: OrderFields
  readonly lines: readonly { readonly id: string; readonly fields: LineFields }[]
}

/** A draft as the device's store gives it back. */
export function asOrderDraft(kept: JsonObject): OrderDraft {
  return kept as unknown as OrderDraft
}

/** A draft on this page's form. */
export interface DraftEditor extends OrderEditor {
  /** What stands in the form now. */
  draft(): OrderDraft
  /** Takes what is kept of it now, if another tab wrote that. */
  follow(kept: OrderDraft): void
  /**
   * Does what ends the draft, and gives whether it did. Meanwhile, and behind it, nothing of the form is kept: that would be a
   * draft of an order that is recorded.
   */
  ending(end: () => Promise<boolean>): Promise<boolean>
}

/** What keeps drafts. */
type Keeper = Pick<DataClient, 'saveDraft'>

/** So many of its own versions an editor knows again when they come back from the device's store. */
const KNOWN = 50

/** Edits a draft of this device; nothing of it is shared before it is recorded. Each edit builds on the one before it. */
export function draftEditor(data: Keeper, id: string, kept: OrderDraft): DraftEditor {
  const [draft, setDraft] = createSignal(kept)
  let known: readonly string[] = [textOf(kept)]
  let isEnding = false
  const know = (version: OrderDraft) => {
    known = [textOf(version), ...known].slice(0, KNOWN)
  }
  const save = async (change: (draft: OrderDraft) => Partial<OrderDraft>) => {
    const next = { ...draft(), ...change(draft()) }
    checkSum(readDraft(id, next))
    know(next)
    setDraft(next)
    if (!isEnding) await keepDraft(data, id, next)
    return {}
  }
  return {
    id,
    isDraft: true,
    draft,
    follow: (outer) => {
      if (known.includes(textOf(outer))) return
      know(outer)
      setDraft(outer)
    },
    ending: async (end) => {
      isEnding = true
      isEnding = await end()
      if (!isEnding) await keepDraft(data, id, draft())
      return isEnding
    },
    order: () => readDraft(id, draft()),
    whole: () => readDraft(id, draft()),
    set: (fields) => save((present) => ({ fields: { ...present.fields, ...fields } })),
    addLine: (fields) => save((present) => ({ lines: [...present.lines, { id: newEntryId(), fields }] })),
    setLine: (line, fields) =>
      save((present) => ({
        lines: present.lines.map((one) => (one.id === line ? { id: line, fields: { ...one.fields, ...fields } } : one)),
      })),
    removeLine: (line) => save((present) => ({ lines: present.lines.filter((one) => one.id !== line) })),
    takePrices: (prices) =>
      save((present) => ({
        lines: present.lines.map((one) => {
          const { line: _, ...taken } = prices.find(({ line }) => line === one.id) ?? { line: one.id }
          return { ...one, fields: { ...one.fields, ...taken } }
        }),
      })),
    spread: (how) =>
      save((present) => {
        const shares = spread(readDraft(id, present), how)
        const off = (line: string) => shares.get(line) || null
        return {
          lines: present.lines.map((one) => ({ ...one, fields: { ...one.fields, discountSum: off(one.id) } })),
        }
      }),
    move: ({ kind, state }: MoveRequest) => save((present) => ({ kind: kind ?? present.kind, state })),
  }
}

/** Keeps a draft on this device as it stands in its form. */
export async function keepDraft(data: Keeper, id: string, draft: OrderDraft): Promise<void> {
  await data.saveDraft(id, asJson(draft))
}

/** The same text for the same draft, in whatever order its fields came back. */
function textOf(draft: OrderDraft): string {
  const inOrder = (_name: string, value: Json) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
  return JSON.stringify(draft, inOrder)
}

/** A draft is plain JSON by its type; the store keeps it as such. */
function asJson(draft: OrderDraft): JsonObject {
  return draft as unknown as JsonObject
}

/** Whether a draft is worth recording when it is left: somebody, or something, stands in it. */
export function isWorthRecording(draft: OrderDraft): boolean {
  return Boolean(draft.fields.customer) || draft.lines.length > 0
}

/** An order that a draft became. */
export interface Recorded {
  readonly act: number
  /** Its draft number. */
  readonly number: string
}

/** Of one that is begun from a letter: the letters of that one's thread. */
type Thread = readonly string[]

/** Records a draft: it becomes an order with its draft number, and the draft is forgotten. */
export async function recordDraft(
  data: DataClient,
  id: string,
  draft: OrderDraft,
  thread: Thread = [],
): Promise<Recorded> {
  const { kind, state, sort, fields, lines } = draft
  const number = await data.draftNumber()
  const start = { kind: kind ?? '', state: state ?? '' }
  const done = await data.run('createOrder', {
    id,
    fields: { ...fields, sort, draft: number },
    lines: lines.map((line) => line.fields),
    start,
    asked: true,
    thread,
  })
  await data.dropDraft(id)
  return { act: done.act, number }
}

/** The same as a template says, but for what was filled in already; lines of the draft are not taken over. */
export async function recordFromTemplate(
  data: DataClient,
  id: string,
  { fields }: OrderDraft,
  from: Pick<CommandArgs<'orderFromTemplate'>, 'template' | 'start' | 'thread'>,
): Promise<Recorded> {
  const number = await data.draftNumber()
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as OrderFields
  const { act } = await data.run('orderFromTemplate', { id, ...from, fields: { ...filled, draft: number } })
  await data.dropDraft(id)
  return { act, number }
}
