import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { HuePick } from '../../../ui/state/hue-pick.tsx'
import { Dot } from '../../../ui/state/state-chip.tsx'

interface HueDotProps {
  readonly label: string
  readonly hue: number | null
  readonly readOnly: boolean
  readonly onPick: (hue: number) => void
}

/** A colour as a dot; a press opens the palette. */
export function HueDot(props: HueDotProps) {
  return props.readOnly ? (
    <Dot hue={props.hue} />
  ) : (
    <Popover
      label={props.label}
      trigger={(attributes) => (
        <button {...attributes} type="button" class="own-hue" aria-label={props.label}>
          <Dot hue={props.hue} />
        </button>
      )}
    >
      {() => <HuePick bare label={props.label} value={props.hue} onCommit={(hue) => props.onPick(hue)} />}
    </Popover>
  )
}
