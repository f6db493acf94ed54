import { DEFAULT_LANGUAGE, type LanguageCode } from '../../../vocabulary.js'
import { ServiceError } from '../../../errors.js'
import type { Block, FileRef, Party, Snapshot } from '../model.js'
import { createAllowance } from './allowance.js'
import { compareBlocks } from './blocks.js'
import { compareFields } from './fields.js'
import type { BlockChange, Difference, FieldChange, FileChange, PartyChange, Summary, WordChange } from './model.js'
import { compareFiles, compareParties } from './parties.js'

export type * from './model.js'

type Texts = { body?: Block[] } & Record<string, unknown>

/**
 * What is another in the newer of two snapshots, in one language. Bounded in time and memory whatever they hold: very
 * long or very different texts are told as removed and added.
 *
 * @param language  read where both have it; else Swedish, else any that both have, else what each has
 * @throws ServiceError BAD_INPUT for documents of two kinds
 */
export function compareSnapshots(before: Snapshot, after: Snapshot, language: LanguageCode): Difference {
  if (before.kind !== after.kind) throw otherKind(before.kind, after.kind)
  const chosen = commonLanguage(before, after, language)
  const texts = { before: textsIn(before, chosen), after: textsIn(after, chosen) }
  const allowance = createAllowance()
  const fields = compareFields(before, after, texts, allowance)
  const parties = compareParties(partiesOf(before), partiesOf(after))
  const files = compareFiles(filesOf(before), filesOf(after))
  const blocks = compareBlocks(texts.before?.body ?? [], texts.after?.body ?? [], allowance)
  return {
    kind: after.kind,
    language: chosen,
    fields,
    parties,
    files,
    blocks,
    summary: summaryOf(fields, parties, files, blocks),
  }
}

const textsIn = ({ languages }: Snapshot, language: LanguageCode): Texts | null =>
  (languages as Partial<Record<LanguageCode, Texts>>)[language] ?? null

function commonLanguage(
  { languages: some }: Snapshot,
  { languages: others }: Snapshot,
  asked: LanguageCode,
): LanguageCode {
  const common = (Object.keys(others) as LanguageCode[]).filter((one) => one in some)
  return [asked, DEFAULT_LANGUAGE].find((one) => common.includes(one)) ?? common[0] ?? asked
}

const partiesOf = (snapshot: Snapshot): Party[] => (snapshot.kind === 'edition' ? snapshot.facts.parties : [])

function filesOf(snapshot: Snapshot): FileRef[] {
  if (snapshot.kind === 'edition') return snapshot.facts.documents
  return snapshot.kind === 'news' && snapshot.facts.image ? [snapshot.facts.image] : []
}

function summaryOf(
  fields: readonly FieldChange[],
  parties: readonly PartyChange[],
  files: readonly FileChange[],
  blocks: readonly BlockChange[],
): Summary {
  const words = [...fields.flatMap((field) => field.words ?? []), ...blocks.flatMap(wordsOf)]
  const changed = (list: readonly { change: string }[]): number => list.filter(({ change }) => change !== 'SAME').length
  const summary = {
    fields: fields.length,
    parties: changed(parties),
    files: changed(files),
    blocks: {
      added: blocks.filter(({ change }) => change === 'ADDED').length,
      removed: blocks.filter(({ change }) => change === 'REMOVED').length,
      changed: blocks.filter(({ change }) => change === 'CHANGED').length,
      moved: blocks.filter(({ moved }) => moved).length,
    },
    words: { added: countOf(words, 'ADDED'), removed: countOf(words, 'REMOVED') },
  }
  const { blocks: moves } = summary
  const places = moves.added + moves.removed + moves.changed + moves.moved
  return { same: summary.fields + summary.parties + summary.files + places === 0, ...summary }
}

const wordsOf = ({ words, parts }: BlockChange): WordChange[] => [...(words ?? []), ...parts.flatMap(wordsOf)]

const countOf = (words: readonly WordChange[], wanted: WordChange['change']): number =>
  words.reduce(
    (sum, { change, text }) => sum + (change === wanted ? (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0),
    0,
  )

const otherKind = (one: string, other: string): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `Två poster av olika slag kan inte jämföras (${one} och ${other}). Välj två av samma slag.`,
    en: `Two records of different kinds cannot be compared (${one} and ${other}). Choose two of one kind.`,
  })
