import { COMMON } from '../../../../../shared/documents/families.ts'
import { newEntryId, newId } from '../../../../../shared/records/keys/id.ts'
import { whyOf } from '../../../../../shared/rules/why.ts'
import type { Two } from '../two.ts'
import { fresh } from './made.ts'
import type { Ways } from './way.ts'

const VALUES = { name: 'Сказать, что готово', on: true, start: 'changesState', sort: 'work' } as const
const ACTION = { does: 'makeJob', subject: 'Позвонить', place: 'a0' } as const
const STEP = { does: 'makeJob', state: 'waiting', due: 0, attempts: 0, asked: 0, place: 'a0' } as const

/** Rules and their runs. */
export const RULE_WAYS: Ways<'saveRule' | 'putRun' | 'dropRun' | 'settleStep' | 'cancelRun' | 'runAgain'> = {
  saveRule: {
    'a new one': async () => {
      const id = newEntryId()
      return { args: { id, values: VALUES, actions: { first: ACTION }, others: [] }, about: [rule(id)] }
    },
    'another name, one action more and one less': async (two) => {
      const about = await ruled(two)
      const actions = { first: null, second: { ...ACTION, place: 'a1' } }
      return { args: { id: about.id, values: { name: 'Готово' }, actions, others: [] }, about: [about] }
    },
    'an action of it': async (two) => {
      const about = await ruled(two)
      return { args: { id: about.id, values: {}, actions: { first: { off: true } }, others: [] }, about: [about] }
    },
  },
  putRun: {
    'a new one': async ({ one }) => {
      const about = fresh('runs', one)
      return { args: planned(about.id, { first: STEP }), about: [about] }
    },
    'whose data has come': async (two) => {
      const about = await run(two, {})
      return { args: planned(about.id, { first: STEP }), about: [about] }
    },
  },
  dropRun: {
    'that waits for data': async (two) => {
      const about = await run(two, {})
      return { args: { id: about.id, why: whyOf('criteriaUnmet') }, about: [about] }
    },
  },
  settleStep: {
    'that is done': async (two) => {
      const about = await run(two, { first: STEP })
      return { args: { id: about.id, step: 'first', state: 'done', made: 'jobs/1' }, about: [about] }
    },
  },
  cancelRun: {
    'a step and its message': async (two) => {
      const message = fresh('messages', two.one)
      await two.one.run('createRecord', { ...message, values: { way: 'letter', state: 'waiting' } })
      const about = await run(two, { first: { ...STEP, does: 'letter', made: `messages/${message.id}` } })
      return { args: { id: about.id }, about: [about, message] }
    },
    'that waits for data': async (two) => {
      const about = await run(two, {})
      return { args: { id: about.id }, about: [about] }
    },
  },
  runAgain: {
    'what failed': async (two) => {
      const about = await run(two, { first: { ...STEP, state: 'failed' }, second: { ...STEP, state: 'done' } })
      return { args: { id: about.id }, about: [about] }
    },
  },
}

function rule(id: string) {
  return { collection: 'rules', id } as const
}

async function ruled({ one }: Two) {
  const id = newEntryId()
  await one.run('saveRule', { id, values: VALUES, actions: { first: ACTION }, others: [] })
  return rule(id)
}

type Steps = Parameters<typeof planned>[1]

function planned(id: string, steps: { readonly [entry: string]: { readonly [field: string]: string | number } }) {
  const values = { rule: 'r', order: newId(COMMON, 0), state: 'waiting', at: 0, heard: 0, depth: 0 } as const
  return { id, values, steps }
}

async function run({ one }: Two, steps: Steps) {
  const about = fresh('runs', one)
  await one.run('putRun', planned(about.id, steps))
  return about
}
