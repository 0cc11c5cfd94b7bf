import type { Job } from '../../../../../shared/jobs/collections.ts'
import type { Two } from '../two.ts'
import { fresh } from './made.ts'
import type { Ways } from './way.ts'

/** Jobs and their timers. */
export const JOB_WAYS: Ways<'startTimer' | 'stopTimer' | 'settleTimers' | 'moveJob'> = {
  startTimer: {
    'a first one': async (two) => {
      const about = await job(two)
      return { args: { id: about.id, ids: [] }, about: [about] }
    },
    'while another runs': async (two) => {
      const [about, other] = [await job(two), await running(two)]
      return { args: { id: about.id, ids: [other.id] }, about: [about, other] }
    },
  },
  stopTimer: {
    now: async (two) => {
      const about = await running(two)
      return { args: { id: about.id, entry: 'timer' }, about: [about] }
    },
  },
  settleTimers: {
    'of two that run': async (two) => {
      const about = [await running(two), await running(two)]
      return { args: { ids: about.map(({ id }) => id) }, about }
    },
  },
  moveJob: {
    'done, while its timer runs': async (two) => {
      const about = await running(two)
      return { args: { id: about.id, state: 'done' }, about: [about] }
    },
    'to somebody else, between others': async (two) => {
      const about = await job(two)
      const between = { above: null, below: null, tied: [] }
      return { args: { id: about.id, performer: null, between }, about: [about] }
    },
  },
}

async function job({ one }: Two, values: Partial<Pick<Job, 'performer'>> = { performer: 'kuzmin' }) {
  const about = fresh('jobs', one)
  await one.run('createRecord', { ...about, values: { subject: 'Замер', ...values } })
  return about
}

async function running(two: Two) {
  const about = await job(two)
  await two.one.run('startTimer', { id: about.id, ids: [], entry: 'timer' })
  return about
}
