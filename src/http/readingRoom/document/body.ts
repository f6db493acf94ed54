import type { Html } from '../html.js'

/** What stands on the page of one kind of document. */
export interface Body {
  /** In place of the kind's name. */
  kicker?: Html
  /** Before the text: what a reader must know first. */
  above?: Html
  text: Html
}
