import { For, Match, Switch } from 'solid-js'
import { type Part, partsOf } from '../../../shared/discussion/text/parts.ts'
import { useDiscussion } from './context.ts'

/** A text as it was said: people marked by the names that they have now, addresses of the web as links, lines as they are. */
export function SaidText(props: { readonly text: string }) {
  return (
    <p class="said-text">
      <For each={partsOf(props.text)}>{(part) => <Piece part={part} />}</For>
    </p>
  )
}

function Piece(props: { readonly part: Part }) {
  const { names } = useDiscussion()
  const link = () => (props.part.kind === 'link' ? props.part : null)
  const person = () => (props.part.kind === 'person' ? props.part : null)
  return (
    <Switch fallback={props.part.kind === 'text' && props.part.text}>
      <Match when={link()}>
        {(to) => (
          <a class="link" href={to().href} target="_blank" rel="noopener noreferrer nofollow">
            {to().text}
          </a>
        )}
      </Match>
      <Match when={person()}>{(one) => <span class="said-person">@{names().person(one().id)}</span>}</Match>
    </Switch>
  )
}
