/** What a person is told of. */
export const NOTICE_KINDS = [
  'mention',
  'comment',
  'given',
  'moved',
  'done',
  'answered',
  'overdue',
  'letter',
  'site',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** By which ways: in the program's own list, by a notice of the browser, by a digest that is mailed. */
export const NOTICE_WAYS = ['program', 'browser', 'mail'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

/** What is told by a way unless a person has chosen otherwise: nothing by mail. */
function isUsual(way: NoticeWay): boolean {
  return way !== 'mail'
}

/** Whether notices of a kind are told by a way; `choices` are the lines in which a person differs from what is usual. */
export function isTold(choices: readonly string[], kind: NoticeKind, way: NoticeWay): boolean {
  return choices.includes(lineOf(kind, way)) ? !isUsual(way) : isUsual(way)
}

/** The lines with one choice made otherwise. */
export function chosen(choices: readonly string[], kind: NoticeKind, way: NoticeWay, isOn: boolean): string[] {
  const others = choices.filter((line) => line !== lineOf(kind, way))
  return isOn === isUsual(way) ? others : [...others, lineOf(kind, way)]
}

function lineOf(kind: NoticeKind, way: NoticeWay): string {
  return `${way}=${kind}`
}
