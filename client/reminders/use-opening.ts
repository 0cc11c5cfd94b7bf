import { useNavigate } from '@solidjs/router'
import { parseBasis } from '../../shared/basis/basis.ts'
import { useData } from '../data/page/solid.tsx'
import { addressOf } from '../records/address.ts'

/** Goes to the card of what something is about, `<collection>/<id>`; nowhere where the program has no card for it. */
export function useOpening(): (about: string) => Promise<void> {
  const data = useData()
  const navigate = useNavigate()
  return async (about) => {
    const named = parseBasis(about)
    if (!named) return
    const { item } = await data.once({ what: 'record', ...named })
    const address = item && addressOf(named.collection, item)
    if (address) navigate(address)
  }
}
