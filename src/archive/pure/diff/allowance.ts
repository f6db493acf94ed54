/** The work that one comparison may take, whatever it is given; what is left when it is spent is told as removed and added. */
export interface Allowance {
  /** Characters that may be looked at word by word; what the segmenter must look at counts for more. */
  characters: number
  /** Pairs of places of two orders that may be held beside each other. */
  pairs: number
  /** What the segmenter has told already. */
  segments: Map<string, readonly string[]>
}

export const createAllowance = (): Allowance => ({ characters: 400_000, pairs: 150_000_000, segments: new Map() })
