import Copy from 'lucide-solid/icons/copy'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For } from 'solid-js'
import { Button, IconButton } from '../../actions/button.tsx'
import { Kbd, Link, LinkButton } from '../../actions/link.tsx'
import { WebLink, WebLinkButton } from '../../actions/web-link.tsx'
import { Caps } from '../../keys/caps.tsx'
import { HUES } from '../../look/hues.ts'
import { Avatar } from '../../signs/avatar.tsx'
import { StateChip } from '../../state/state-chip.tsx'
import { StatePick } from '../../state/state-pick.tsx'
import { useWords } from '../../words/words.tsx'
import { KINDS, PEOPLE, STATES } from './samples.ts'
import { Line, Specimen } from './specimen.tsx'

export function ButtonSpecimens() {
  const { t } = useWords()
  return (
    <Specimen name="Button, IconButton, Link, Kbd, Caps, Avatar">
      <Line>
        <Button look="primary" icon={Plus}>
          {t('common.create')}
        </Button>
        <Button>{t('common.cancel')}</Button>
        <Button look="ghost">{t('common.more')}</Button>
        <Button look="risk">{t('common.remove')}</Button>
        <Button look="loss">{t('common.remove')}</Button>
      </Line>
      <Line>
        <Button look="primary" busy>
          {t('common.save')}
        </Button>
        <Button look="primary" disabled>
          {t('common.save')}
        </Button>
        <Button disabled>{t('common.save')}</Button>
        <Button size="small" icon={Pencil}>
          {t('common.edit')}
        </Button>
        <Button size="small" look="ghost">
          {t('common.edit')}
        </Button>
      </Line>
      <Line>
        <IconButton icon={Ellipsis} label={t('common.more')} />
        <IconButton icon={Pencil} label={t('common.edit')} look="plain" />
        <IconButton icon={Copy} label={t('common.copy')} on />
        <IconButton icon={Trash} label={t('common.remove')} disabled />
        <Link href="#Table">Table</Link>
        <Link href="#Table" quiet>
          Table, quiet
        </Link>
        <LinkButton onClick={() => {}}>{t('common.open')}</LinkButton>
        <WebLink text="https://example.com/" />
        <WebLinkButton text="https://example.com/" label={t('common.open')} />
        <Kbd>G</Kbd>
        <Caps keys="mod+k" />
        <Caps keys="g o" />
        <Caps keys="Home|End" />
      </Line>
      <Line>
        <For each={PEOPLE}>{(name) => <Avatar name={name} />}</For>
        <Avatar name={PEOPLE[0]} size="small" />
      </Line>
    </Specimen>
  )
}

export function StateSpecimens() {
  const { t } = useWords()
  const [at, setAt] = createSignal({ kind: 'kitchens', state: 's4' })
  return (
    <Specimen name="StateChip, StatePick">
      <Line>
        <For each={STATES}>
          {(state, index) => <StateChip name={state.name} hue={state.hue} number={index() + 1} />}
        </For>
        <StateChip name={t('common.state.unknown')} hue={null} missing />
        <StateChip name="null" hue={null} />
      </Line>
      <Line>
        <For each={HUES}>{(hue) => <StateChip name={String(hue)} hue={hue} />}</For>
      </Line>
      <StatePick label="StatePick" kinds={KINDS} kind={at().kind} state={at().state} onPick={setAt} />
      <StatePick
        label="StatePick, missing"
        kinds={KINDS}
        kind="kitchens"
        state="gone"
        stateName="Снято с вида"
        stateHue={25}
        onPick={setAt}
      />
      <StatePick label="readOnly" kinds={KINDS} kind="shop" state="supply" onPick={setAt} readOnly />
    </Specimen>
  )
}
