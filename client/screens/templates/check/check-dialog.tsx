import { createSignal, Match, Show, Switch } from 'solid-js'
import { type MessageTemplate, sortOf } from '../../../../shared/messages/collections.ts'
import { problemsOf } from '../../../../shared/messages/filling/problems.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { OrderChoice } from '../../../records/card/order-choice.tsx'
import { FilledView, Problems } from '../../../records/messages/filled-view.tsx'
import { createOffered } from '../../../records/messages/offered.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface CheckDialogProps {
  readonly template: MessageTemplate
  readonly onClose: () => void
}

/** How a template reads for an order that one chooses, and what is wrong with its parameters. */
export function CheckDialog(props: CheckDialogProps) {
  const { t } = useWords()
  const [order, setOrder] = createSignal<{ readonly id: string; readonly name: string } | null>(null)
  const sort = () => sortOf(props.template.sort)
  const way = () => props.template.way ?? 'letter'
  const offered = createOffered(sort)
  const answer = createQuery(() => {
    const chosen = order()
    const { subject, body } = props.template
    return chosen && ({ what: 'filled', order: chosen.id, way: way(), subject, body } as const)
  })
  const problems = () => (order() && answer()?.filled?.problems) ?? problemsOf(props.template, sort())
  return (
    <Dialog
      open
      size="wide"
      title={t('messages.check.title')}
      onClose={props.onClose}
      footer={<Button onClick={() => props.onClose()}>{t('common.close')}</Button>}
    >
      <div class="template-check">
        <OrderChoice
          label={t('messages.check.order')}
          value={order()?.id ?? null}
          text={order()?.name}
          sort={sort()}
          onChoose={(row) => setOrder(row && { id: row.id, name: row.number ?? row.draft ?? '' })}
        />
        <Problems problems={problems()} offered={offered} />
        <Switch fallback={<Skeleton lines={4} />}>
          <Match when={order() === null}>
            <EmptyState title={t('messages.check.choose')} text={t('messages.check.chooseText')} />
          </Match>
          <Match when={answer()?.filled === null}>
            <EmptyState title={t('errors.record-missing')} />
          </Match>
          <Match when={answer()?.filled}>
            {(filled) => (
              <>
                <FilledView way={way()} subject={filled().subject} body={filled().body} />
                <Show when={problems().length === 0}>
                  <p class="good">{t('messages.check.good')}</p>
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Dialog>
  )
}
