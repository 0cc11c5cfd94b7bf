import Layers from 'lucide-solid/icons/layers'
import { Show } from 'solid-js'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import { orderTemplates } from '../../../../../shared/orders/made/collections.ts'
import { createAll } from '../../../../data/page/solid.tsx'
import { Button } from '../../../../ui/actions/button.tsx'
import { Menu } from '../../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** What the choice of a template is given. */
export interface FromTemplateProps {
  readonly sort: Sort
  /** The template, by id, and the kind that it begins in. */
  readonly onChoose: (template: string, kind: string | null) => void
}

/** «Из шаблона»: the templates of a sort of order; nothing where there are none. */
export function FromTemplate(props: FromTemplateProps) {
  const { t } = useWords()
  const all = createAll(orderTemplates)
  const items = () =>
    all()
      .filter(({ sort }) => sort === props.sort)
      .map(({ id, name, kind }) => ({ label: name ?? '', onSelect: () => props.onChoose(id, kind) }))
  return (
    <Show when={items().length > 0}>
      <Menu
        label={t('trade.making.fromTemplate')}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => (
          <Button {...attributes} size="small" icon={Layers}>
            {t('trade.making.fromTemplate')}
          </Button>
        )}
      />
    </Show>
  )
}
