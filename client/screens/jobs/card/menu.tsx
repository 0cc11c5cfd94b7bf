import { takenOf } from '../../../../shared/basis/taken.ts'
import type { Job } from '../../../../shared/jobs/collections.ts'
import { BasisMenu } from '../../../records/making/basis-menu.tsx'
import { oneLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What follows from a job. */
export function JobMenu(props: { readonly job: Job }) {
  const { t } = useWords()
  const ground = () => ({
    basis: { collection: 'jobs', id: props.job.id } as const,
    taken: takenOf('jobs', props.job),
    name: props.job.subject ?? t(oneLabel('jobs')),
  })
  return <BasisMenu label={t('jobs.card.menu')} ground={ground()} />
}
