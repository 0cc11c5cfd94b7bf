import type { Calendar } from '@event-calendar/core'

/** With more changes than this, all are given anew. */
const FEW = 40

/** Gives a grid its events, and of those that it has only what has changed: the others stay the elements that they are. */
export function createTaking(grid: Calendar) {
  let given = new Map<string, string>()
  return (events: readonly Calendar.EventInput[]) => {
    const next = new Map(events.map((event) => [String(event.id), JSON.stringify(event)]))
    const gone = [...given.keys()].filter((id) => !next.has(id))
    const changed = events.filter(({ id }) => given.get(String(id)) !== next.get(String(id)))
    if (gone.length + changed.length > FEW) grid.setOption('events', [...events])
    else {
      for (const id of gone) grid.removeEventById(id)
      for (const event of changed) {
        if (given.has(String(event.id))) grid.updateEvent(event)
        else grid.addEvent(event)
      }
    }
    given = next
  }
}
