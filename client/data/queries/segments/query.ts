import type { SegmentProblem } from '../../../../shared/segments/criteria/problems.ts'
import type { Because, Tried } from '../../../../shared/segments/members/criteria-test.ts'

/** Everybody who is in a segment, with why: what a mailing freezes when it is begun. Not kept. */
export interface SegmentMembersQuery {
  readonly what: 'segmentMembers'
  /** Its id. */
  readonly segment: string
}

/** A member; of a fixed segment nothing says why but that somebody put it there. */
export interface Member {
  readonly id: string
  readonly name: string | null
  /** In the order of the criteria; client/records/segments/because.ts says it in words. */
  readonly because: readonly Because[]
}

export interface SegmentMembersAnswer {
  readonly what: 'segmentMembers'
  /** A segment with problems has no members. */
  readonly problems: readonly SegmentProblem[]
  readonly members: readonly Member[]
}

/** The first members of a segment by name, kept while it changes. */
export interface SegmentPartQuery {
  readonly what: 'segmentPart'
  readonly segment: string
  /** Only those in whose name it stands; `''`: all. */
  readonly search: string
  /** So many. */
  readonly first: number
}

export interface SegmentPartAnswer {
  readonly what: 'segmentPart'
  /** Of those that are sought. */
  readonly count: number
  readonly problems: readonly SegmentProblem[]
  readonly members: readonly Member[]
}

/** Why a customer is in a segment, or is not, kept while that changes. */
export interface SegmentTrialQuery {
  readonly what: 'segmentTrial'
  readonly segment: string
  readonly customer: string
}

export interface SegmentTrialAnswer {
  readonly what: 'segmentTrial'
  readonly isIn: boolean
  readonly problems: readonly SegmentProblem[]
  /** Of a live segment. */
  readonly tried: readonly Tried[]
}

/** How many customers are in segments now, kept: each by its id. */
export interface SegmentCountsQuery {
  readonly what: 'segmentCounts'
}

export interface SegmentCount {
  readonly id: string
  readonly count: number
  /** Criteria that cannot be checked: it has no members. */
  readonly problems: readonly SegmentProblem[]
}

export interface SegmentCountsAnswer {
  readonly what: 'segmentCounts'
  readonly counts: readonly SegmentCount[]
}

/** Who meets criteria that are being edited, kept while they change: how many, and the first by name with why. */
export interface CriteriaQuery {
  readonly what: 'criteria'
  /** In the form of filters/SPEC L10. */
  readonly criteria: string | null
  /** So many of the first. */
  readonly first: number
}

export interface CriteriaAnswer {
  readonly what: 'criteria'
  readonly count: number
  /** Customers in all. */
  readonly all: number
  readonly problems: readonly SegmentProblem[]
  readonly first: readonly Member[]
}

/** Which segments a customer is in, and why, kept. */
export interface SegmentsOfQuery {
  readonly what: 'segmentsOf'
  readonly customer: string
}

export interface SegmentsOfAnswer {
  readonly what: 'segmentsOf'
  readonly segments: readonly {
    readonly id: string
    readonly name: string | null
    readonly priceType: string | null
    readonly because: readonly Because[]
  }[]
}
