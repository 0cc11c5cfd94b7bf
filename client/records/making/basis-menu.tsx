import Ellipsis from 'lucide-solid/icons/ellipsis'
import { IconButton } from '../../ui/actions/button.tsx'
import { createOffers, type Offer } from '../../ui/keys/offers.ts'
import { Menu, type MenuAct } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createDialOffer } from '../calls/dial-offer.ts'
import { createOnBasis, type Ground } from './on-basis.ts'

interface BasisMenuProps {
  /** Names the menu: «Действия с событием». */
  readonly label: string
  readonly ground: Ground
  /** False: nothing is made on its basis. */
  readonly mayMake?: boolean
  /** What else can be done with the record. */
  readonly acts?: readonly Offer[]
}

/** The menu of a card: its own acts, and «Создать на основании»; the palette offers the same. */
export function BasisMenu(props: BasisMenuProps) {
  const { t } = useWords()
  const onBasis = createOnBasis(() => props.ground)
  const made = () => (props.mayMake === false ? [] : [...onBasis.orders(), ...onBasis.others()])
  const dial = createDialOffer(() => props.ground.taken)
  const acts = () => [...(props.acts ?? []), ...dial.offers()]
  createOffers(() => ({ heading: t('keys.groups.card'), rows: [...acts(), ...made()] }))
  const heading = () => (made().length > 0 ? [{ heading: t('trade.making.create') }] : [])
  return (
    <>
      <Menu
        label={props.label}
        placement="bottom-end"
        items={[
          ...acts().map((act) => itemOf(act)),
          ...(acts().length > 0 && made().length > 0 ? (['line'] as const) : []),
          ...heading(),
          ...made().map((act) => itemOf(act, act.short)),
        ]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={props.label} />}
      />
      <dial.Place />
    </>
  )
}

function itemOf({ icon, run, ...act }: Offer, label = act.label): MenuAct {
  return { label, icon, onSelect: run }
}
