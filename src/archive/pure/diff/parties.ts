import { canonicalBytes } from '../canonical.js'
import type { FileRef, Party } from '../model.js'
import type { FileChange, PartyChange } from './model.js'

/** Parties by who they are: a new name is not a new party. In the newer order, then those that left. */
export function compareParties(before: readonly Party[], after: readonly Party[]): PartyChange[] {
  const left = [...before]
  const changes = after.map((party): PartyChange => {
    const former = take(left, (one) => isSameParty(one, party))
    if (!former) return { change: 'JOINED', before: null, after: party }
    return { change: partyChange(former, party), before: former, after: party }
  })
  return [...changes, ...left.map((party) => ({ change: 'LEFT' as const, before: party, after: null }))]
}

const isSameParty = (one: Party, other: Party): boolean =>
  one.organisationNumber !== null && other.organisationNumber !== null
    ? one.organisationNumber === other.organisationNumber
    : one.name === other.name

function partyChange(before: Party, after: Party): PartyChange['change'] {
  if (before.name !== after.name) return 'RENAMED'
  return canonicalBytes(before) === canonicalBytes(after) ? 'SAME' : 'CHANGED'
}

/** Attachments by content, then by name: other bytes under the same name replace them. */
export function compareFiles<F extends FileRef>(before: readonly F[], after: readonly F[]): FileChange[] {
  const left = [...before]
  const sameContent = after.map((file) => take(left, ({ sha256 }) => sha256 === file.sha256))
  const changes = after.map((file, position): FileChange => {
    const same = sameContent[position]
    if (same)
      return { change: canonicalBytes(same) === canonicalBytes(file) ? 'SAME' : 'RENAMED', before: same, after: file }
    const former = take(left, ({ name }) => name === file.name)
    return former ? { change: 'REPLACED', before: former, after: file } : { change: 'ADDED', before: null, after: file }
  })
  return [...changes, ...left.map((file) => ({ change: 'REMOVED' as const, before: file, after: null }))]
}

/** The first that fits, taken out of the list. */
function take<T>(list: T[], fits: (one: T) => boolean): T | undefined {
  const position = list.findIndex(fits)
  return position === -1 ? undefined : list.splice(position, 1)[0]
}
