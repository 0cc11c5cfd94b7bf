import { folded } from '../../shared/filters/values/folded.ts'
import { fitTyped, nearFitTyped, readTyped, type Typed } from '../../shared/search/rank.ts'
import { type Group, type Offer, offered } from '../ui/keys/offers.ts'
import type { FinderGroup } from '../ui/overlays/finder/finding.ts'
import type { Recent } from './recent.ts'

/** A group and how well its best row fits what was typed. */
export interface RankedGroup extends FinderGroup {
  readonly rank: number
}

/** How many of the lately chosen stand first while nothing is typed. */
const MOST_RECENT = 4
/** What leads to the palette does not stand in it. */
const WAY_IN = 'palette'
/** What is called just so comes before all that has its words among others. */
const CALLED_SO = 1000
/** States are called by their place, too: «5. На складе». */
const PLACE = /^\d+\. /
/** What was chosen before comes first among what fits alike. */
const FOR_BEING_RECENT = 5

/** What can be done where one is: all of it while nothing is typed, else what fits. */
export function offerGroups(text: string, recent: Recent, recently: string): readonly RankedGroup[] {
  const typed = readTyped(text)
  if (typed.words.length > 0) return shown().flatMap((group) => fitting(group, typed, recent))
  const groups = shown()
    .filter(({ onlyFound }) => !onlyFound)
    .toSorted((a, b) => Number(a.everywhere ?? false) - Number(b.everywhere ?? false))
  const all = groups.map(({ heading, rows }, i) => ({ heading, rows: rows.map(asRow(recent)), rank: -i - 1 }))
  return [...lately(recent, recently), ...all]
}

function shown(): readonly Group<Offer>[] {
  return offered().map((group) => ({ ...group, rows: group.rows.filter(({ id }) => id !== WAY_IN) }))
}

function fitting(group: Group<Offer>, typed: Typed, recent: Recent): RankedGroup[] {
  const known = new Set(recent.offers())
  const ranked = group.rows
    .map((offer) => ({
      offer,
      rank: rankOf(offer, group.heading, typed) + (known.has(offer.id) ? FOR_BEING_RECENT : 0),
    }))
    .filter(({ rank }) => rank > FOR_BEING_RECENT)
    .sort((a, b) => b.rank - a.rank)
  const best = ranked[0]
  if (!best) return []
  return [{ heading: group.heading, rows: ranked.map(({ offer }) => asRow(recent)(offer)), rank: best.rank }]
}

/** By its own words, by its heading's and its own together («перейти покуп»), or by what is said of it. */
function rankOf({ label, about = '' }: Offer, heading: string, typed: Typed): number {
  const own = folded(label)
  if (fitTyped(own.replace(PLACE, ''), typed) === 100) return CALLED_SO
  const more = folded(`${heading} ${label} ${about}`)
  return fitTyped(own, typed) || fitTyped(more, typed) * 0.5 || nearFitTyped(own, typed)
}

function lately(recent: Recent, heading: string): RankedGroup[] {
  const all = new Map(shown().flatMap((group) => group.rows.map((offer) => [offer.id, offer] as const)))
  const chosen = recent.offers().flatMap((id) => all.get(id) ?? [])
  const rows = chosen.slice(0, MOST_RECENT).map((offer) => ({ ...asRow(recent)(offer), id: `recent.${offer.id}` }))
  return rows.length > 0 ? [{ heading, rows, rank: 0 }] : []
}

function asRow(recent: Recent) {
  return ({ id, label, icon, keys, run }: Offer) => ({
    id,
    label,
    icon,
    keys,
    run: () => {
      recent.did(id)
      run()
    },
  })
}
