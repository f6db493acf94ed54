/** A finished answer: bytes, what they were made from, and for how long they hold. */
export interface Answer {
  /** 200, or 410 for what is left of something that was taken down. */
  status: number
  body: Buffer
  /** As in `Content-Type`. */
  mediaType: string
  /** Headers that belong to it beside: names and values in turn. */
  own: readonly string[]
  tags: ReadonlySet<string>
  /** Milliseconds since 1970; Infinity where no change is known. */
  until: number
  /** Whether a moment of the past was asked about: then only a tombstone can change it. */
  isPast: boolean
  /** What is sent, by content coding: made when it is first asked for. */
  sent: Map<string, Representation | Promise<Representation>>
}

/** One coding of an answer, ready to go out. */
export interface Representation {
  bytes: Buffer
  etag: string
  /** Names and values in turn, as Node takes them: all but what changes with time and from request to request. */
  head: readonly string[]
}
