import { createSignal, Show } from 'solid-js'
import type { FeatureId, FeatureRow } from '../../../../shared/features/features.ts'
import { createFeatureNames, createSwitching } from '../../../records/features/switching.ts'
import { WAYS } from '../../../records/features/ways.ts'
import { createNames } from '../../../records/words/who.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface FeatureEntryProps {
  readonly row: FeatureRow
  readonly readOnly: boolean
}

/** A feature: whether it is on, what it is, what it needs, who switched it, and the way to its settings. */
export function FeatureEntry(props: FeatureEntryProps) {
  const { t } = useWords()
  const names = createFeatureNames()
  const switching = createSwitching()
  const [isAsking, setAsking] = createSignal(false)
  const { id, needs } = props.row
  const isOn = () => switching.isOn(id)
  const put = async (on: boolean) => {
    if (on) await switching.switchOn(id)
    else if (switching.goingWith(id).length > 0) setAsking(true)
    else await switching.switchOff(id)
  }
  return (
    <li class="feature" classList={{ off: !isOn() }}>
      <Toggle
        class="feature-toggle"
        label={names.one(id)}
        hint={t(`features.of.${id}.about`)}
        checked={isOn()}
        readOnly={props.readOnly}
        onCommit={put}
      />
      <Show when={needs.length > 0}>
        <p class="feature-more">{t('features.needs', { what: names.needs(needs) })}</p>
      </Show>
      <Show when={!isOn() && !switching.off().has(id)}>
        <p class="feature-more warn">{t('features.lacks')}</p>
      </Show>
      <div class="feature-foot">
        <SetBy id={id} />
        <Show when={isOn() && !props.readOnly}>
          <Link href={WAYS[id]}>{t(WAYS[id].startsWith('/settings/') ? 'features.open' : 'features.look')}</Link>
        </Show>
      </div>
      <ConfirmDialog
        open={isAsking()}
        title={t('features.off.title', { name: names.one(id) })}
        act={t('features.off.act')}
        onConfirm={() => switching.switchOff(id)}
        onClose={() => setAsking(false)}
      >
        <p>{t('features.off.text', { what: names.all(switching.goingWith(id)) })}</p>
      </ConfirmDialog>
    </li>
  )
}

/** Who switched it last, and when. */
function SetBy(props: { readonly id: FeatureId }) {
  const { t, format } = useWords()
  const switching = createSwitching()
  const who = createNames()
  const row = () => switching.row(props.id)
  const words = () => {
    const since = row()?.since?.isOff
    if (!since) return null
    const { at, by } = since
    return t(row()?.isOff ? 'features.setBy.off' : 'features.setBy.on', {
      who: who().replica(by),
      when: format.day(at),
    })
  }
  return <span class="dim">{words()}</span>
}
