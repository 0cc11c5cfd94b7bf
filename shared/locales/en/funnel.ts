import type { Words } from '../words.ts'

export const funnel: Words['funnel'] = {}
