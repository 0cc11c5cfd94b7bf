/** What is inside of a step is given this. */
export interface StepProps {
  readonly onPass: () => void
}
