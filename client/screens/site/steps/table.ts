/** The steps of making a site, in their order. */
export const STEPS = ['name', 'goods', 'look', 'texts', 'orders', 'place', 'open'] as const
export type Step = (typeof STEPS)[number]

/** The step that an address names; null: none. */
export function stepOf(text: string | undefined): Step | null {
  return STEPS.find((one) => one === text) ?? null
}

export function addressOfStep(step: Step): string {
  return `/site?step=${step}`
}
