import { type JSX, Show } from 'solid-js'
import { Avatar } from '../signs/avatar.tsx'
import './tile.css'

export interface TileFaceProps {
  readonly title: string
  /** What one must see before one acts, beside the title. */
  readonly marks?: JSX.Element
  readonly number: string | null
  readonly sum: string
  /** Who is responsible. */
  readonly person: string | null
  /** What is planned next. */
  readonly next?: JSX.Element
  /** How long it stands, or how it ended. */
  readonly end: JSX.Element
}

/** What stands on a card of a board, in three lines. */
export function TileFace(props: TileFaceProps) {
  return (
    <>
      <span class="tile-line">
        <strong class="cut">{props.title}</strong>
        {props.marks}
      </span>
      <span class="tile-line">
        <span class="dim cut">{props.number}</span>
        <span class="n">{props.sum}</span>
      </span>
      <span class="tile-line dim">
        <Show when={props.person} fallback={<span />}>
          {(person) => (
            <span class="tile-person cut">
              <Avatar name={person()} size="small" />
              <span class="cut">{person()}</span>
            </span>
          )}
        </Show>
        {props.next}
        {props.end}
      </span>
    </>
  )
}
