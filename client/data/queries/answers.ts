import { TAGGED } from '../../../shared/tags/tagged.ts'
import { claims } from './bank/claims.ts'
import { LiveBoard } from './board/live-board.ts'
import { SHOWN_IN_CALENDAR } from './calendar/slots.ts'
import { LiveMissed } from './calls/live-missed.ts'
import { LiveCallWindows } from './calls/windows/live-windows.ts'
import { unknownCalls } from './calls/windows/unknown-calls.ts'
import { aboutCustomer, SHOWN_OF_CUSTOMER } from './customers/about-customer.ts'
import type { Directory } from './directory.ts'
import { discussion, touchesDiscussion } from './discussion/discussion.ts'
import { filesOf } from './files/files.ts'
import { pricing } from './goods/pricing.ts'
import type { Ground } from './ground.ts'
import { LiveTimers } from './jobs/live-timers.ts'
import { loadOf } from './jobs/load.ts'
import { LiveList } from './lists/live-list.ts'
import { type LiveAnswer, madeOf } from './live-answer.ts'
import { audience } from './mailings/audience.ts'
import { ordersBehind } from './mailings/orders-behind.ts'
import { readerWords, TOLD_FROM } from './mailings/reader-words.ts'
import { FILLED_FROM, filled } from './messages/filled.ts'
import { readersFor } from './messages/readers.ts'
import { BEHIND_PLANS } from './plans/fact/behind.ts'
import { LivePlan } from './plans/live-plan.ts'
import { openPlanApart } from './plans/plan-apart.ts'
import type { AllQuery, Answer, ListQuery, Query } from './query.ts'
import { openHistory, openRecord } from './record/record.ts'
import { LiveRelated } from './related/live-related.ts'
import { LiveRings } from './rings/live-rings.ts'
import { runsOf } from './rules/runs.ts'
import { trial } from './rules/trial/trial.ts'
import { SHOWN_OF_SEGMENTS } from './segments/segments.ts'
import { tagsOf } from './tags/tags.ts'
import { LiveTimeline } from './timeline/live-timeline.ts'
import { SHOWN_IN_TRASH, trash } from './trash/trash.ts'
import { usesOf } from './uses/uses.ts'

type Asking<W extends Query['what']> = Extract<Query, { readonly what: W }>

/** Begins to answer a query; `due` is called when the answer becomes another by itself. */
type Opens<Q extends Query> = (ground: Ground, query: Q, due: () => void) => LiveAnswer<Q>

/** Every sort of query: of what its answer is made, and what touches it. */
const ANSWERS: { readonly [W in Query['what']]: Opens<Asking<W>> } = {
  list: openList,
  ids: (ground, { list, between }) => ({
    answer: () => ({ what: 'ids', ids: openList(ground, list).ids(between) }),
  }),
  board: ({ directory }, query) => new LiveBoard(directory, query),
  related: ({ directory }, query) => new LiveRelated(directory, query),
  timeline: ({ directory }, query) => new LiveTimeline(directory, query),
  funnel: ({ funnels }, query) => funnels.open(query),
  plan: ({ directory }, query) => new LivePlan(directory, query),
  planApart: openPlanApart,
  planFact: ({ planFacts }, query) => planFacts.open(query),
  planFactBehind: ({ planFacts }, query) => madeOf(BEHIND_PLANS, () => planFacts.behind(query)),
  report: ({ reports }, query) => reports.open(query),
  rings: ({ directory, beside }, _, due) => new LiveRings(directory, beside.user, due),
  missedCalls: ({ directory }) => new LiveMissed(directory),
  callWindows: ({ directory, numbers, beside }) => new LiveCallWindows(directory, numbers, beside.user),
  unknownCalls: ({ directory }, query) => ({ answer: () => unknownCalls(directory, query) }),
  record: openRecord,
  history: openHistory,
  all: ({ directory }, query) => madeOf([query.collection], () => allOf(directory, query)),
  customer: ({ directory, twins }, query) => ({
    ...madeOf(SHOWN_OF_CUSTOMER, () => aboutCustomer(directory, twins, query)),
    hears: 'twins',
  }),
  duplicates: ({ twins }, query) => ({ ...madeOf(['customers', 'company'], () => twins.all(query)), hears: 'twins' }),
  calendar: ({ calendar }, query) => madeOf(SHOWN_IN_CALENDAR, () => calendar.answer(query)),
  discussion: ({ directory }, query) => ({
    answer: () => discussion(directory, query),
    take: (changed) => touchesDiscussion(directory, query, changed),
  }),
  notices: ({ notices }, query) => ({
    answer: () => notices.answer(query),
    take: (changed) => notices.touches(query, changed),
    hears: 'notices',
  }),
  unread: ({ notices }, query) => ({
    answer: () => notices.unread(query),
    take: (changed) => notices.touches(query, changed),
    hears: 'notices',
  }),
  files: ({ directory, beside }, query) => ({
    ...madeOf(['files', 'customers'], () => filesOf(directory, beside, query)),
    hears: 'files',
  }),
  filled: ({ directory }, query) => madeOf(FILLED_FROM, () => filled(directory, query)),
  readers: ({ directory }, query) => ({ answer: () => readersFor(directory, query) }),
  tags: ({ directory }) => madeOf(TAGGED, () => tagsOf(directory)),
  trial: ({ directory }, query) => ({ answer: () => trial(directory, query) }),
  runs: ({ directory }, query) => madeOf(['runs'], () => runsOf(directory, query)),
  timers: ({ directory }) => new LiveTimers(directory),
  load: ({ directory }, query) => ({
    ...madeOf(['jobs', 'people', 'company'], () => loadOf(directory, query)),
    turn: nothingKept,
  }),
  pricing: ({ directory }, query) => madeOf(['products', 'productGroups'], () => pricing(directory, query)),
  trash: ({ directory }, query) => madeOf(SHOWN_IN_TRASH, () => trash(directory, query)),
  claims: ({ directory }, query) => ({ answer: () => claims(directory, query) }),
  uses: ({ directory }, query) => ({ answer: () => usesOf(directory, query) }),
  segmentMembers: ({ segments }, { segment }) => ({ answer: () => segments.everybodyIn(segment) }),
  segmentCounts: ({ segments }) => ofSegments(() => ({ what: 'segmentCounts', counts: segments.counts() })),
  segmentsOf: ({ segments }, { customer }) => ofSegments(() => segments.segmentsOf(customer)),
  segmentPart: ({ segments }, query) => ofSegments(() => segments.part(query)),
  segmentTrial: ({ segments }, query) => ofSegments(() => segments.trial(query)),
  criteria: ({ segments }, query) => ofSegments(() => segments.criteria(query)),
  mailingAudience: ({ directory, segments }, query) => ({ answer: () => audience(directory, segments, query) }),
  mailingText: ({ directory }, query) => madeOf(TOLD_FROM, () => readerWords(directory, query)),
  mailingOrders: ({ directory }, query) =>
    madeOf(['orders', 'mailingRecipients'], () => ordersBehind(directory, query)),
  mailBoxes: ({ mail }) => ({
    answer: () => mail.boxes(),
    take: (changed) => changed.has('mailAccounts'),
    hears: 'mail',
  }),
  mailThreads: ({ mail }, query) => mail.threads(query),
  mailThread: ({ mail }, query) => mail.thread(query),
  find: ({ finding }, query) => ({ answer: () => finding.answers(query), hears: 'found' }),
  drafts: ({ beside }, query) => ({ answer: () => beside.answer(query), hears: 'status' }),
  status: ({ beside }, query) => ({ answer: () => beside.answer(query), hears: 'status' }),
  presence: ({ beside }, query) => ({ answer: () => beside.answer(query), hears: 'presence' }),
}

/** Begins to answer a query; `due` is called when the answer becomes another by itself. */
export function openAnswer(ground: Ground, query: Query, due: () => void): LiveAnswer {
  // What stands under a query's own name takes that query.
  const open = ANSWERS[query.what] as Opens<Query>
  return open(ground, query, due)
}

function openList({ directory, funnels, reports, finding }: Ground, query: ListQuery): LiveList {
  return new LiveList(directory, query, {
    behind: (of) => ('funnel' in of ? funnels.behind(of.funnel, of.figure) : reports.behind(of.report, of.figure)),
    found: (collection, by) => finding.every(collection, by),
  })
}

function allOf(directory: Directory, { collection, part }: AllQuery): Answer {
  const rows = directory.rows(collection)
  if (!part) return { what: 'all', rows: [...rows.values()], count: rows.size }
  const ids = [...rows.keys()].slice(part.from, part.to)
  return { what: 'all', rows: ids.flatMap((id) => rows.get(id) ?? []), count: rows.size }
}

/** It is made from the start each time. */
function nothingKept(): void {}

/** Whatever is written may bring customers into segments: who is in is kept, only the answer is made anew. */
function ofSegments(answer: () => Answer): LiveAnswer {
  return { answer, take: (changed) => SHOWN_OF_SEGMENTS.some((name) => changed.has(name)), turn: nothingKept }
}
