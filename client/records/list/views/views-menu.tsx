import Bookmark from 'lucide-solid/icons/bookmark'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { Menu, type MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createViewActs, type KeptViews, type NamedView, STANDARD, type ViewState } from './kept-views.ts'
import { ViewNameDialog } from './view-name-dialog.tsx'
import './views.css'

/** What the menu of a list's views is given. */
export interface ViewsMenuProps<V> {
  /** The list's name: `orders/work`. */
  readonly list: string
  readonly state: ViewState<V>
  readonly kept: KeptViews<V>
  /** For what is no list: there is no view that it opens with, and none that the program has for it. */
  readonly isBare?: boolean
}

/** What is being named: the view as it is shown now, or one that is kept. */
type Naming<V> = { readonly what: 'new' } | { readonly what: 'kept'; readonly one: NamedView<V> }

/** The kept views of a list: which is shown, whether it was changed, and what can be done with it. */
export function ViewsMenu<V>(props: ViewsMenuProps<V>) {
  const { t } = useWords()
  const { kept } = props
  const acts = createViewActs(props.list, props.state, kept)
  const [naming, setNaming] = createSignal<Naming<V> | null>(null)
  const choices = createChoices(kept, () => props.isBare ?? false)
  const mayChange = (one: NamedView<V>) => !one.isShared || kept.mayShare

  const ofPresent = (one: NamedView<V>): MenuItem[] => {
    const isOpening = kept.opening() === one.id
    return [
      ...(kept.isChanged() && mayChange(one)
        ? [{ label: t('lists.views.save'), onSelect: () => void acts.save(one) }]
        : []),
      ...(kept.isChanged() ? [{ label: t('lists.views.revert'), onSelect: () => kept.show(one.id) }] : []),
      ...(props.isBare
        ? []
        : [
            {
              label: t(isOpening ? 'lists.views.openStandard' : 'lists.views.open'),
              onSelect: () => void acts.setOpening(isOpening ? null : one.id),
            },
          ]),
      ...(mayChange(one) ? [{ label: t('lists.views.rename'), onSelect: () => setNaming({ what: 'kept', one }) }] : []),
      ...(!one.isShared && kept.mayShare
        ? [{ label: t('lists.views.share'), onSelect: () => void acts.share(one) }]
        : []),
      ...(mayChange(one)
        ? [{ label: t('lists.views.remove'), destroys: true, onSelect: () => void acts.remove(one) }]
        : []),
    ]
  }
  const items = (): MenuItem[] => {
    const one = kept.present()
    return [
      ...choices(),
      ...(choices().length > 0 ? (['line'] as const) : []),
      { label: t('lists.views.saveAs'), onSelect: () => setNaming({ what: 'new' }) },
      ...(one ? ofPresent(one) : []),
    ]
  }
  return (
    <>
      <Menu
        label={t('lists.views.title')}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => (
          <Button {...attributes} class="views-button" icon={Bookmark} title={t('lists.views.title')}>
            <span class="cut">{kept.present()?.name ?? t('lists.views.title')}</span>
            <Show when={kept.isChanged()}>
              <span class="views-changed">{t('lists.views.changed')}</span>
            </Show>
          </Button>
        )}
      />
      <Show keyed when={naming()}>
        {(one) => (
          <ViewNameDialog
            title={t(one.what === 'new' ? 'lists.views.saveAs' : 'lists.views.rename')}
            name={one.what === 'new' ? '' : one.one.name}
            mayShare={one.what === 'new' && kept.mayShare}
            onName={(name, isShared) => (one.what === 'new' ? acts.saveAs(name, isShared) : acts.rename(one.one, name))}
            onClose={() => setNaming(null)}
          />
        )}
      </Show>
    </>
  )
}

/** The views to choose from: the program's own and a person's, then those that everybody has. */
function createChoices<V>(kept: KeptViews<V>, isBare: () => boolean): () => MenuItem[] {
  const { t } = useWords()
  const choice = (label: string, views: readonly Pick<NamedView<V>, 'id' | 'name'>[]): MenuItem => ({
    choice: {
      label,
      value: kept.present()?.id ?? STANDARD,
      options: views.map(({ id, name }) => ({ value: id, label: name })),
      onChange: kept.show,
    },
  })
  const standard = () => (isBare() ? [] : [{ id: STANDARD, name: t('lists.views.standard') }])
  return () => [
    ...(isBare() && kept.own().length === 0 ? [] : [choice(t('lists.views.own'), [...standard(), ...kept.own()])]),
    ...(kept.shared().length > 0 ? [choice(t('lists.views.shared'), kept.shared())] : []),
  ]
}
