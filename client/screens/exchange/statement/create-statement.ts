import { createMemo, createSignal } from 'solid-js'
import type { Claim } from '../../../../shared/bank/claims.ts'
import { entered, partsOf } from '../../../../shared/bank/entered.ts'
import type { Twice } from '../../../../shared/bank/twice.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { ChosenFile } from '../import/chosen-file.ts'
import type { PaymentView } from '../reading/views.ts'
import { gatherClaims, type Waiting } from './gather-claims.ts'

/** So many claims are handed over at a time. */
const PART = 500

/** What a statement came to. */
export interface Entered {
  readonly act: number
  readonly count: number
  /** Kopecks. */
  readonly sum: number
}

/** The payments of a bank's statement: what was found for each, what somebody has chosen, and entering them. */
export function createStatement(chosen: ChosenFile) {
  const data = useData()
  const [payments, setPayments] = createSignal<readonly PaymentView[] | null>(null)
  const [claims, setClaims] = createSignal<ReadonlyMap<string, Claim>>(new Map())
  /** By payment the claim that was chosen by hand; null: it is left out. */
  const [byHand, setByHand] = createSignal<ReadonlyMap<string, string | null>>(new Map())
  const [twice, setTwice] = createSignal<readonly Twice[]>([])
  const [done, setDone] = createSignal<Entered | null>(null)
  const clear = () => {
    setPayments(null)
    setByHand(new Map())
    setDone(null)
  }
  const find = async (underWay: UnderWay) => {
    const reader = await chosen.reader(underWay)
    const waiting = await gatherClaims(data, underWay)
    await handOver(waiting)
    const { accounts, entered: known } = waiting
    const matched = await reader.ask({ ask: 'match', accounts, entered: known }, underWay.signal)
    // What payments are found for is named by them: they stand first.
    setClaims(new Map(waiting.claims.map((claim) => [claim.id, claim])))
    setTwice(waiting.twice)
    setPayments(matched)
  }
  const handOver = async ({ claims: all }: Waiting) => {
    const reader = await chosen.reader()
    for (let from = 0; from === 0 || from < all.length; from += PART) {
      await reader.ask({ ask: 'claims', from, claims: all.slice(from, from + PART) })
    }
  }
  const partsFor = (payment: PaymentView) => {
    if (payment.status === 'present' || payment.way !== 'in') return []
    const claim = byHand().get(payment.id)
    if (claim === undefined) return partsOf(payment)
    return claim === null ? [] : [{ claim, sum: payment.document.sum }]
  }
  const toEnter = createMemo(() =>
    (payments() ?? []).flatMap((payment) => entered(payment, partsFor(payment), (id) => claims().get(id))),
  )
  const enter = async (underWay: UnderWay) => {
    const all = toEnter()
    const { act } = await data.run('takeStatement', { payments: all }, underWay)
    const came = { act, count: new Set(all.map(({ payment }) => payment)).size, sum: sumOf(all) }
    setPayments(null)
    setDone(came)
    return came
  }
  return {
    ...{ payments, claims, twice, done, partsFor, clear, find, enter },
    choose: (payment: string, claim: string | null) => setByHand((before) => new Map([...before, [payment, claim]])),
    /** What would be entered now. */
    sum: () => sumOf(toEnter()),
    count: () => new Set(toEnter().map(({ payment }) => payment)).size,
    end: () => setDone(null),
  }
}

export type StatementWork = ReturnType<typeof createStatement>

function sumOf(all: readonly { readonly sum: number }[]): number {
  return all.reduce((total, { sum }) => total + sum, 0)
}
