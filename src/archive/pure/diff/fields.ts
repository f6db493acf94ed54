import { throughBefore } from '../edtf.js'
import type { EdtfDate, Inline, Snapshot } from '../model.js'
import type { Allowance } from './allowance.js'
import type { FieldChange } from './model.js'
import { compareWords } from './words.js'

/** Compared in ways of their own. */
const APART = new Set(['body', 'parties', 'documents', 'image', 'revision', 'madeFrom'])
/** The first day after: shown as the last day, as Swedes write it. */
const ENDS: Readonly<Record<string, string>> = { validUntil: 'validThrough', until: 'through' }
/** In this order; all else follows in the order in which it is kept. */
const FIRST = ['decision', 'validFrom', 'validThrough', 'prolongations', 'repeal', 'supersedes', 'label', 'number']

type Leaves = Map<string, string>

/** The fields that differ, each with what it was and what it is: decision and validity first. */
export function compareFields(
  before: Snapshot,
  after: Snapshot,
  texts: { before: object | null; after: object | null },
  allowance: Allowance,
): FieldChange[] {
  const [facts, words] = [
    pairsOf(factsOf(before), factsOf(after)),
    pairsOf(leavesOf(texts.before), leavesOf(texts.after)),
  ]
  const plain = facts.map((pair): FieldChange => ({ ...pair, words: null }))
  const running = words.map((pair): FieldChange => ({
    ...pair,
    words: compareWords(inline(pair.before), inline(pair.after), allowance),
  }))
  return [...plain.toSorted((one, other) => rank(one.field) - rank(other.field)), ...running]
}

const rank = (field: string): number => {
  const place = FIRST.indexOf(field.split('.')[0]!)
  return place === -1 ? FIRST.length : place
}

const inline = (text: string | null): Inline[] => (text === null ? [] : [{ type: 'text', text }])

/** The languages that the text was released in are its `translations`: a contact has `languages` of its own. */
const factsOf = ({ slug, owner, audience, languages, facts }: Snapshot): Leaves =>
  leavesOf({ ...facts, slug, owner, audience, translations: Object.keys(languages).toSorted() })

function pairsOf(before: Leaves, after: Leaves): Omit<FieldChange, 'words'>[] {
  const fields = [...new Set([...after.keys(), ...before.keys()])]
  return fields
    .map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((pair) => pair.before !== pair.after)
}

/** Every value by its dotted path. Lists of plain words are one value: their order and number say little by themselves. */
function leavesOf(value: unknown, path: readonly string[] = [], leaves: Leaves = new Map()): Leaves {
  if (value === null || value === undefined || value === '') return leaves
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    if (value.length > 0) leaves.set(path.join('.'), value.join(', '))
    return leaves
  }
  if (typeof value !== 'object') {
    leaves.set(path.join('.'), typeof value === 'string' ? value : JSON.stringify(value))
    return leaves
  }
  for (const [key, field] of Object.entries(value)) {
    const through = ENDS[key]
    if (through && field !== null) leavesOf(throughBefore(field as EdtfDate), [...path, through], leaves)
    else if (path.length > 0 || !APART.has(key)) leavesOf(field, [...path, key], leaves)
  }
  return leaves
}
