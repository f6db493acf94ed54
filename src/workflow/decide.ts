import type { Head } from '../archive/write/head.js'
import { canonicalBytes } from '../archive/pure/canonical.js'
import type { Content } from '../archive/pure/model.js'
import type { ErrorCode, Message } from '../errors.js'

/** What the row says after the change, and what its editor asked for. */
export interface Situation {
  /** Published, and not in the trash. */
  isPublic: boolean
  head: Head
  /** What the public would read; null where the row is not public. */
  content: Content | null
  /** A withdrawal or seal under way, which takes the row down on purpose. */
  isTakenDown: boolean
  mayPublish: boolean
  basedOn: number | null
}

export type Decision =
  | { act: 'nothing' }
  | { act: 'publish'; revision: number; content: Content }
  | { act: 'refuse'; code: ErrorCode; message: Message }

/** Decides from the row as it was written, whatever door it came through, what the archive is to say of it. */
export function decide({ isPublic, head, content, isTakenDown, mayPublish, basedOn }: Situation): Decision {
  if (!isPublic || content === null) return head.state === 'PUBLIC' && !isTakenDown ? withdrawFirst : { act: 'nothing' }
  if (head.snapshot && sameContent(head.snapshot, content)) return { act: 'nothing' }
  if (!mayPublish) return forbidden
  if (basedOn !== null && basedOn !== head.revision) return overtaken
  return { act: 'publish', revision: head.revision + 1, content }
}

const sameContent = ({ salt: _salt, ...archived }: NonNullable<Head['snapshot']>, content: Content): boolean =>
  canonicalBytes(archived) === canonicalBytes(content)

const refuse = (code: ErrorCode, sv: string, en: string): Decision => ({ act: 'refuse', code, message: { sv, en } })

const withdrawFirst = refuse(
  'WITHDRAW_FIRST',
  'Dokumentet är publikt. Dra tillbaka det först (knappen Dra tillbaka); ändringar du inte vill visa än sparar du som utkast.',
  'The document is public. Withdraw it first (the button Withdraw); save changes that are not to be shown yet as a draft.',
)
const forbidden = refuse(
  'FORBIDDEN',
  'Du får inte publicera för den här ägaren. Spara som utkast och be en publicerare att publicera.',
  'You may not publish for this owner. Save a draft and ask a publisher to publish it.',
)
const overtaken = refuse(
  'CONFLICT',
  'Någon annan har publicerat en nyare version sedan du öppnade dokumentet. Ladda om sidan, se efter vad som har ändrats och försök igen.',
  'Somebody else has published a newer revision since you opened the document. Reload, see what has changed, and try again.',
)
