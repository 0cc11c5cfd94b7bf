import { collection } from '../records/declarations/collection.ts'
import { integer } from '../records/declarations/fields.ts'

/** How far the agents of the company have heard the journal, under an agent's name: one on a new disk goes on from there. */
export const agentPlaces = collection('agentPlaces', {
  version: 1,
  family: 'automation',
  fields: { journal: integer() },
})
