import { useActs } from '../../acts/use-acts.ts'
import { useOwnSettings } from '../../own-settings.ts'

/** Whether letters of an address show pictures of other sites, as the person has said. */
export function createPictureLeave(address: () => string | null) {
  const { row, save } = useOwnSettings()
  const acts = useActs()
  const own = () => (address() ?? '').toLowerCase()
  const given = () => row()?.letterPictures ?? []
  return {
    isGiven: () => own() !== '' && given().includes(own()),
    give: () => void acts.attempt(() => save({ letterPictures: [...given(), own()] })),
  }
}
