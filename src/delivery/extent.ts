import { Kind, visit, type DocumentNode, type GraphQLError } from 'graphql'
import { limits, refusal } from './limits.js'

/** What of a query is counted as soon as it is read: checking it further would take longer than to refuse it. */
export interface Extent {
  /** Fields that are given another name: the way to ask for the same thing a thousand times. */
  aliases: number
  fragments: number
  /** Whether those of one name fit together is looked at for each two of them, and for each two uses of fragments. */
  pairs: number
  /**
   * Whether it asks about the schema itself. Such answers cost nothing by the count of fields that are read, and are large:
   * under another name the same could be asked for again and again.
   */
  asksForSchema: boolean
}

export function extentOf(document: DocumentNode): Extent {
  const extent: Extent = { aliases: 0, fragments: 0, pairs: 0, asksForSchema: false }
  const named = new Map<string, number>()
  let spreads = 0
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias) extent.aliases += 1
      extent.asksForSchema ||= name.value === '__schema' || name.value === '__type'
      const before = named.get((alias ?? name).value) ?? 0
      extent.pairs += before
      named.set((alias ?? name).value, before + 1)
    },
    FragmentSpread: () => {
      extent.pairs += spreads
      spreads += 1
    },
  })
  extent.fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length
  return extent
}

/** @returns why a query of this extent is not even checked; undefined where it is */
export function tooWide({ aliases, fragments, pairs, asksForSchema }: Extent): GraphQLError | undefined {
  if (aliases > 0 && asksForSchema) return schemaUnderOtherNames(aliases)
  if (aliases > limits.aliases) return tooManyAliases(aliases)
  if (fragments > limits.fragments) return tooManyFragments(fragments)
  return pairs > limits.pairs ? tooRepetitive(pairs) : undefined
}

const schemaUnderOtherNames = (aliases: number): GraphQLError =>
  refusal(
    {
      sv: 'En fråga om schemat ger inget fält ett annat namn: dela upp den.',
      en: 'A query about the schema gives no field another name: ask in several queries.',
    },
    { aliases, maximumAliases: 0 },
  )

const tooManyAliases = (aliases: number): GraphQLError =>
  refusal(
    {
      sv: `Frågan ger ${aliases} fält ett annat namn, och högst ${limits.aliases} besvaras: dela upp den.`,
      en: `The query gives ${aliases} fields another name, and at most ${limits.aliases} are answered: ask in several queries.`,
    },
    { aliases, maximumAliases: limits.aliases },
  )

const tooManyFragments = (fragments: number): GraphQLError =>
  refusal(
    {
      sv: `Frågan har ${fragments} fragment, och högst ${limits.fragments} läses: dela upp den, eller skriv fälten på plats.`,
      en: `The query has ${fragments} fragments, and at most ${limits.fragments} are read: ask in several queries, or write the fields in place.`,
    },
    { fragments, maximumFragments: limits.fragments },
  )

/** @param pairs how many there are, where that was counted */
export const tooRepetitive = (pairs?: number): GraphQLError =>
  refusal(
    {
      sv: 'Frågan upprepar samma fält eller fragment för många gånger: skriv varje fält en gång på sin plats, eller dela upp frågan.',
      en: 'The query repeats the same fields or fragments too many times: write each field once in its place, or ask in several queries.',
    },
    { ...(pairs !== undefined && { pairs }), maximumPairs: limits.pairs },
  )

/** For more words and signs than are read at all. */
export const tooLong = (): GraphQLError =>
  refusal(
    {
      sv: `Frågan är för lång: högst ${limits.tokens} ord och tecken läses. Dela upp den.`,
      en: `The query is too long: at most ${limits.tokens} words and signs are read. Ask in several queries.`,
    },
    { maximumTokens: limits.tokens },
  )

/** For what is nested so deep that it cannot even be read. */
export const tooDeep = (): GraphQLError =>
  refusal(
    {
      sv: `Frågan är för djup för att läsas: högst ${limits.depth} fält besvaras i varandra.`,
      en: `The query is too deep to be read: at most ${limits.depth} fields deep are answered.`,
    },
    { maximumDepth: limits.depth },
  )
