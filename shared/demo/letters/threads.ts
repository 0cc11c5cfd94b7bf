import type { ClientId } from '../customers/clients.ts'
import type { DemoWords } from '../process.ts'

type Threads = DemoWords['letters']['threads']
export type ThreadId = keyof Threads
export type StrangerId = keyof DemoWords['letters']['strangers']

/** A letter of a thread, by what it says. */
export interface DemoLetter {
  readonly key: string
  /** We wrote it. */
  readonly out?: true
  /** Days before today, and the hour. */
  readonly ago: number
  readonly hour: number
  readonly isUnread?: true
  readonly isFlagged?: true
  readonly with?: 'picture' | 'plan'
  readonly automatic?: 'answer' | 'bulk' | 'bounce'
  /** It came back. */
  readonly isReturned?: true
  /** It is from somebody else than the thread. */
  readonly from?: StrangerId
}

export interface DemoThread {
  readonly thread: ThreadId
  /** Of one of the latest orders, counted from the newest, and of its customer; or of a customer; or of somebody unknown. */
  readonly about: number | { readonly client: ClientId } | { readonly stranger: StrangerId }
  readonly letters: readonly DemoLetter[]
}

/** What customers and others wrote lately. */
export const THREADS: readonly DemoThread[] = [
  {
    thread: 'estimate',
    about: 2,
    letters: [
      { key: 'ask', ago: 4, hour: 10 },
      { key: 'send', out: true, ago: 4, hour: 16 },
      { key: 'doubt', ago: 3, hour: 9.5 },
      { key: 'agree', out: true, ago: 3, hour: 12 },
    ],
  },
  {
    thread: 'measure',
    about: 3,
    letters: [
      { key: 'offer', out: true, ago: 6, hour: 11 },
      { key: 'accept', ago: 6, hour: 19 },
    ],
  },
  {
    thread: 'delivery',
    about: 8,
    letters: [
      { key: 'ask', ago: 3, hour: 13 },
      { key: 'answer', out: true, ago: 3, hour: 14.5 },
      { key: 'change', ago: 1, hour: 20, isUnread: true },
    ],
  },
  {
    thread: 'invoice',
    about: { client: 'lighthouse' },
    letters: [
      { key: 'plan', ago: 5, hour: 9, with: 'plan' },
      { key: 'bill', out: true, ago: 5, hour: 15.5 },
    ],
  },
  {
    thread: 'fronts',
    about: 4,
    letters: [{ key: 'picture', ago: 1, hour: 18, with: 'picture', isUnread: true, isFlagged: true }],
  },
  {
    thread: 'contract',
    about: { client: 'northHouse' },
    letters: [
      { key: 'ask', ago: 9, hour: 10 },
      { key: 'answer', out: true, ago: 8, hour: 12 },
      { key: 'agree', ago: 8, hour: 17 },
    ],
  },
  { thread: 'thanks', about: { client: 'pier' }, letters: [{ key: 'all', ago: 7, hour: 21, isFlagged: true }] },
  {
    thread: 'complaint',
    about: 6,
    letters: [
      { key: 'tell', ago: 2, hour: 10 },
      { key: 'answer', out: true, ago: 2, hour: 11 },
      { key: 'when', ago: 2, hour: 18 },
    ],
  },
  {
    thread: 'designer',
    about: { stranger: 'polina' },
    letters: [
      { key: 'first', ago: 2, hour: 14, isUnread: true },
      { key: 'second', ago: 1, hour: 11, isUnread: true },
    ],
  },
  { thread: 'price', about: { stranger: 'rustam' }, letters: [{ key: 'ask', ago: 4, hour: 22 }] },
  {
    thread: 'fittings',
    about: { stranger: 'fittings' },
    letters: [{ key: 'news', ago: 5, hour: 8, automatic: 'bulk' }],
  },
  {
    thread: 'offer',
    about: { stranger: 'rustam' },
    letters: [
      { key: 'send', out: true, ago: 3, hour: 17, isReturned: true },
      { key: 'bounce', ago: 3, hour: 17.05, automatic: 'bounce', from: 'postmaster' },
    ],
  },
  {
    thread: 'holiday',
    about: { client: 'comfort' },
    letters: [
      { key: 'send', out: true, ago: 6, hour: 15 },
      { key: 'away', ago: 6, hour: 15.05, automatic: 'answer' },
    ],
  },
  {
    thread: 'fair',
    about: { client: 'alphamart' },
    letters: [
      { key: 'ask', ago: 11, hour: 12 },
      { key: 'answer', out: true, ago: 10, hour: 10 },
    ],
  },
  {
    thread: 'kindergarten',
    about: { client: 'kindergarten' },
    letters: [{ key: 'ask', ago: 1, hour: 9, isUnread: true }],
  },
]
