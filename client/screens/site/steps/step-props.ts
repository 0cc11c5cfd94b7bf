import type { Site } from '../../../../shared/site/collections.ts'

/** What a step is given: each of its fields saves when it is left. */
export interface StepProps {
  readonly site: Site
  readonly readOnly: boolean
}
