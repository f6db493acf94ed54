import type { Head } from '../archive/write/head.js'
import { canonicalBytes } from '../archive/pure/canonical.js'
import type { Content, Instant, RecordBody, Snapshot } from '../archive/pure/model.js'
import type { ErrorCode, Message } from '../errors.js'

/** What the row says after the change, and what its editor asked for. */
export interface Situation {
  /** Published, and not in the trash. */
  isPublic: boolean
  head: Head
  /** What the public would read; null where the row is not public. */
  content: Content | null
  /** The same, were it to follow on the plan that lies ahead; null without one. */
  contentAfterPlan: Content | null
  /** The row is changed by an act that writes its own record, as a withdrawal does. */
  isWithoutRecord: boolean
  mayPublish: boolean
  basedOn: number | null
  plannedFor: Instant | null
  plan: 'keep' | 'replace' | 'cancel' | null
  changeNote: string | null
}

export type Decision =
  | { act: 'nothing' }
  /** `cancels` is the plan that this takes the place of. */
  | { act: 'publish'; content: Content; cancels: RecordBody | null }
  | { act: 'refuse'; code: ErrorCode; message: Message }

/** Decides from the row as it was written, whatever door it came through, what the archive is to say of it. */
export function decide(situation: Situation): Decision {
  const { isPublic, head, content, contentAfterPlan, isWithoutRecord, mayPublish, basedOn, plannedFor, plan } =
    situation
  const isCorrection = head.state === 'PUBLIC' && content?.kind === 'edition'
  if (!isPublic || content === null)
    return (head.state === 'PUBLIC' || head.plan) && !isWithoutRecord ? withdrawFirst : nothing
  if (isWithoutRecord) return nothing
  const isAsPlanned = head.plan?.snapshot && contentAfterPlan && sameContent(head.plan.snapshot, contentAfterPlan)
  if (isAsPlanned && plan === null && plannedFor === null) return nothing
  if (!head.plan && head.snapshot && sameContent(head.snapshot, content)) return nothing
  if (!mayPublish) return forbidden
  if (basedOn !== null && basedOn !== head.revision) return overtaken
  if (head.plan && (plan === null || (plan === 'keep' && plannedFor !== null))) return planAhead
  if (isCorrection && situation.changeNote === null) return unexplained
  return { act: 'publish', content, cancels: head.plan && plan !== 'keep' ? head.plan.record : null }
}

const sameContent = ({ salt: _salt, ...archived }: Snapshot, content: Content): boolean =>
  canonicalBytes(archived) === canonicalBytes(content)

const nothing: Decision = { act: 'nothing' }

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
const planAhead = refuse(
  'PLAN_AHEAD',
  'Dokumentet har redan en planerad publicering. Säg om den ska vara kvar, ersättas eller avbrytas.',
  'A publication of this document is planned already. Say whether to keep, replace or cancel it.',
)
const unexplained = refuse(
  'BAD_INPUT',
  'Skriv vad rättelsen ändrar (Vad har ändrats?). Läsarna ser det i utgåvans historik.',
  'Write what the correction changes (What was changed?). Readers see it in the history of the edition.',
)
