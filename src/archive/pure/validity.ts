import type { Message } from '../../errors.js'
import type { EdtfDate } from './model.js'

export type ValidityState = 'NOT_YET_IN_FORCE' | 'IN_FORCE' | 'EXPIRED' | 'SUPERSEDED' | 'REPEALED'
export type ResolutionState = 'IN_FORCE' | 'BEFORE_FIRST' | 'GAP' | 'AFTER_LAST' | 'NOT_KNOWN_YET'
export type Certainty = 'CERTAIN' | 'POSSIBLE'

/** What is needed of an edition to tell when it is in force. Withdrawn ones count: they still supersede. */
export interface EditionValidity {
  id: string
  number: number
  /** Null for one that is sealed: its name may tell what is to be hidden. */
  label: string | null
  validFrom: EdtfDate
  /** Exclusive. */
  validUntil: EdtfDate | null
  /** The first day on which a repeal has ended it. */
  repealedFrom: EdtfDate | null
  supersedes: readonly string[]
}

export interface Resolution<Edition extends EditionValidity> {
  state: ResolutionState
  certainty: Certainty
  editions: Edition[]
  previous: Edition | null
  next: Edition | null
  explanation: Message
}
