import type { JobState } from '../../../shared/jobs/collections.ts'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'

/** The colours of the states, degrees; null is the neutral one. */
const HUES: { readonly [S in JobState]: number | null } = { todo: null, underway: 250, done: 150, calledOff: 25 }

/** A job's state on its colour. */
export function JobStateChip(props: { readonly state: JobState }) {
  const { t } = useWords()
  return <StateChip name={t(choiceLabel('jobs', 'state', props.state))} hue={HUES[props.state]} />
}
