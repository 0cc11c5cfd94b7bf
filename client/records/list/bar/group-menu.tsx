import Layers from 'lucide-solid/icons/layers'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { GroupLevels, type GroupLevelsProps } from './group-levels.tsx'

/** What the list is grouped by, behind a button. */
export function GroupMenu(props: GroupLevelsProps) {
  const { t } = useWords()
  return (
    <Popover
      label={t('lists.groups.title')}
      class="group-pop"
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          icon={Layers}
          look="plain"
          class={props.group.length > 0 ? 'set' : ''}
          label={t('lists.groups.title')}
        />
      )}
    >
      {() => <GroupLevels {...props} />}
    </Popover>
  )
}
