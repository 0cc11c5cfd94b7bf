/** Plans of sales. */
export const plans = {
  periods: {
    /** «01.02.2015», and without its year «01.02». */
    day: '{{day}}.{{month}}.{{year}}',
    dayOfYear: '{{day}}.{{month}}',
    range: '{{from}}–{{until}}',
    month: '{{month}} {{year}}',
    quarter: '{{n}} квартал {{year}}',
    halfYear: '{{n}} полугодие {{year}}',
    year: '{{year}} год',
    ordinals: {
      n1: 'I',
      n2: 'II',
      n3: 'III',
      n4: 'IV',
    },
    months: {
      m01: 'Январь',
      m02: 'Февраль',
      m03: 'Март',
      m04: 'Апрель',
      m05: 'Май',
      m06: 'Июнь',
      m07: 'Июль',
      m08: 'Август',
      m09: 'Сентябрь',
      m10: 'Октябрь',
      m11: 'Ноябрь',
      m12: 'Декабрь',
    },
    /** As dates have them. */
    inDates: {
      m01: '01',
      m02: '02',
      m03: '03',
      m04: '04',
      m05: '05',
      m06: '06',
      m07: '07',
      m08: '08',
      m09: '09',
      m10: '10',
      m11: '11',
      m12: '12',
    },
  },
} as const
