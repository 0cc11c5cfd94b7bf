import { FIRST_VIEW, type ListView } from './quick-filters.ts'

/** A list's view as the address keeps it; what is as at first is left out. */
export function toSearch(view: ListView): Record<string, string | null> {
  const differs = <K extends keyof ListView>(key: K, text: string) =>
    JSON.stringify(view[key]) === JSON.stringify(FIRST_VIEW[key]) ? null : text
  return {
    scope: differs('scope', view.scope),
    kind: view.kind,
    states: differs('states', view.states.join(',')),
    responsible: view.responsible,
    search: differs('search', view.search),
    sort: differs('sort', `${view.sort.down ? '-' : ''}${view.sort.field}`),
    group: view.group,
  }
}

/** The view that an address names; unknown words read as the first view has them. */
export function fromSearch(search: Readonly<Record<string, string | string[] | undefined>>): ListView {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : null)
  const scope = text('scope')
  const sort = text('sort')
  return {
    scope: scope === 'all' || scope === 'mine' || scope === 'drafts' ? scope : FIRST_VIEW.scope,
    kind: text('kind'),
    states: text('states')?.split(',').filter(Boolean) ?? [],
    responsible: text('responsible'),
    search: text('search') ?? '',
    sort: sort ? { field: sort.replace(/^-/, ''), down: sort.startsWith('-') } : FIRST_VIEW.sort,
    group: text('group'),
  }
}
