import type { Words } from '../../index.ts'

/** Plans of sales. */
export const plans: Words['plans'] = {
  periods: {
    day: '{{day}} {{month}} {{year}}',
    dayOfYear: '{{day}} {{month}}',
    range: '{{from}} – {{until}}',
    month: '{{month}} {{year}}',
    quarter: 'Q{{n}} {{year}}',
    halfYear: 'H{{n}} {{year}}',
    year: '{{year}}',
    ordinals: {
      n1: '1',
      n2: '2',
      n3: '3',
      n4: '4',
    },
    months: {
      m01: 'January',
      m02: 'February',
      m03: 'March',
      m04: 'April',
      m05: 'May',
      m06: 'June',
      m07: 'July',
      m08: 'August',
      m09: 'September',
      m10: 'October',
      m11: 'November',
      m12: 'December',
    },
    inDates: {
      m01: 'Jan',
      m02: 'Feb',
      m03: 'Mar',
      m04: 'Apr',
      m05: 'May',
      m06: 'Jun',
      m07: 'Jul',
      m08: 'Aug',
      m09: 'Sep',
      m10: 'Oct',
      m11: 'Nov',
      m12: 'Dec',
    },
  },
}
