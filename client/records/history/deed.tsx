import { For, type JSX, Match, type ParentProps, Show, Switch } from 'solid-js'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { shownAt, toldFieldsOf } from '../../../shared/custom/known.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { isObject, type JsonObject } from '../../../shared/records/declarations/value.ts'
import { LinkButton } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { MoveChip, type MoveEnd } from '../process/move-chip.tsx'
import { fieldTitle, pathTitle } from '../words/labels.ts'
import type { Deed } from './deeds.ts'
import { EntryDetails, EntryTitle } from './entry-title.tsx'
import { aboutOf, canBringBack, isBeforeKnown, listOf, named, useTelling } from './telling.ts'
import { Value } from './value.tsx'

/** One thing that was done: what it was about, what stood before and after, and the way back to what was before. */
export function DeedRow(props: { readonly deed: Deed }) {
  const telling = useTelling()
  const about = () => aboutOf(telling, props.deed)
  return (
    <li class="told">
      <Switch fallback={<FieldDeed {...props} />}>
        <Match when={about() === 'made'}>
          <MadeDeed {...props} />
        </Match>
        <Match when={about() === 'removal'}>
          <RemovalDeed {...props} />
        </Match>
        <Match when={about() === 'move'}>
          <MoveDeed {...props} />
        </Match>
        <Match when={about() !== 'field'}>
          <EntryDeed {...props} />
        </Match>
      </Switch>
      <BringBack {...props} />
    </li>
  )
}

function Line(props: ParentProps<{ readonly label: JSX.Element }>) {
  return (
    <>
      <span class="told-label">{props.label}</span>
      <span class="told-what">{props.children}</span>
    </>
  )
}

/** A record as it was made: every field that it had, then the entries of its lists. */
function MadeDeed(props: { readonly deed: Deed }) {
  const { t } = useWords()
  const telling = useTelling()
  const made = () => (isObject(props.deed.value) ? props.deed.value : {})
  const declared = toldFieldsOf(telling.collection)
  const lists = Object.entries((COLLECTIONS[telling.collection] as Collection).lists).filter(([, { once }]) => !once)
  return (
    <>
      <strong class="told-whole">{t('history.made')}</strong>
      <For each={named(declared, (name) => made()[name])}>
        {(one) => (
          <Line label={fieldTitle(t, telling.collection, one.name)}>
            <Value {...one} />
          </Line>
        )}
      </For>
      <For each={lists.flatMap(([list]) => pathsIn(list, made()))}>
        {(path) => (
          <Line label={pathTitle(t, telling.collection, path)}>
            <EntryTitle path={path} />
          </Line>
        )}
      </For>
    </>
  )
}

function pathsIn(list: string, made: JsonObject): string[] {
  const entries = made[list]
  return isObject(entries) ? Object.keys(entries).map((id) => `${list}/${id}`) : []
}

function RemovalDeed(props: { readonly deed: Deed }) {
  const { t } = useWords()
  return <strong class="told-whole">{t(props.deed.value === true ? 'history.removed' : 'history.restored')}</strong>
}

/** A move: where to, why, and that it took another back. */
function MoveDeed(props: { readonly deed: Deed }) {
  const { t, format } = useWords()
  const telling = useTelling()
  const move = () => (isObject(props.deed.value) ? props.deed.value : {})
  const total = () => move().total
  return (
    <Line label={pathTitle(t, telling.collection, props.deed.path)}>
      <MoveChip move={move() as MoveEnd} names={telling.moves} />
      <Show when={move().undoes}>
        <span class="tag">{t('history.undoes')}</span>
      </Show>
      <Show when={typeof total() === 'number'}>
        <span class="dim">{format.money(Number(total()), telling.currency())}</span>
      </Show>
      <Show when={move().comment}>
        <span class="told-comment">{String(move().comment)}</span>
      </Show>
    </Line>
  )
}

/** An entry of a list that was added, removed, brought back or put elsewhere. */
function EntryDeed(props: { readonly deed: Deed }) {
  const { t } = useWords()
  const telling = useTelling()
  const [list = ''] = props.deed.path.split('/')
  const about = () => aboutOf(telling, props.deed)
  const verb = () => {
    if (about() === 'entry') return t('history.entry.added')
    if (about() === 'place') return t('history.entry.placed')
    return t(props.deed.value === true ? 'history.entry.removed' : 'history.entry.restored')
  }
  const values = () => {
    const whole = props.deed.value
    return about() === 'entry' && isObject(whole)
      ? named(listOf(telling.collection, list)?.fields ?? {}, (name) => whole[name])
      : []
  }
  return (
    <Line label={pathTitle(t, telling.collection, list)}>
      <span class="dim">{verb()}</span> <EntryTitle path={props.deed.path} />
      <EntryDetails path={props.deed.path} values={values()} />
    </Line>
  )
}

/** A field of the record or of an entry: before, and after. */
function FieldDeed(props: { readonly deed: Deed }) {
  const { t } = useWords()
  const telling = useTelling()
  const field = () => shownAt(telling.collection, props.deed.path)
  const name = () => props.deed.path.split('/').at(-1) ?? ''
  return (
    <Show when={field()}>
      {(known) => (
        <Line label={pathTitle(t, telling.collection, props.deed.path)}>
          <Show when={props.deed.path.includes('/')}>
            <span class="told-of">
              <EntryTitle path={props.deed.path} />
            </span>
          </Show>
          <Show when={isBeforeKnown(props.deed) && props.deed.before !== null}>
            <span class="told-before">
              <Value name={name()} field={known()} value={props.deed.before} />
            </span>
            <span aria-hidden="true"> → </span>
          </Show>
          <Value name={name()} field={known()} value={props.deed.value} />
        </Line>
      )}
    </Show>
  )
}

/** Writes what stood before by the ordinary command; it can be undone as any act. */
function BringBack(props: { readonly deed: Deed }) {
  const { t } = useWords()
  const telling = useTelling()
  const acts = useActs()
  const isEntry = () => aboutOf(telling, props.deed) === 'entry-removal'
  const label = () => pathTitle(t, telling.collection, props.deed.path)
  const shown = () => {
    const field = shownAt(telling.collection, props.deed.path)
    const name = props.deed.path.split('/').at(-1) ?? ''
    return (field && telling.shows(name, field)(props.deed.before)) || t('apart.empty')
  }
  const bringBack = () => {
    const { path, before } = props.deed
    const { collection, id } = telling
    void acts.run('bringBack', { collection, id, path, value: isEntry() ? false : before }, t('apart.back'))
  }
  return (
    <Show when={canBringBack(telling, props.deed)}>
      <span class="told-back">
        <LinkButton quiet onClick={bringBack}>
          <Show when={isEntry()} fallback={t('history.bringBack')}>
            {t('history.entry.bringBack')}
          </Show>
          <Show when={!isEntry()}>
            <span class="said"> {t('history.value', { label: label(), value: shown() })}</span>
          </Show>
        </LinkButton>
      </span>
    </Show>
  )
}
