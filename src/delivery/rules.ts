import {
  FragmentsOnCompositeTypesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  PossibleFragmentSpreadsRule,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
  type ValidationRule,
} from 'graphql'

/** Rules about what a query has only where its text has the sign of it. */
const bySign: readonly [RegExp, readonly ValidationRule[]][] = [
  [
    /\.\.\.|fragment/,
    [
      FragmentsOnCompositeTypesRule,
      KnownFragmentNamesRule,
      NoFragmentCyclesRule,
      NoUnusedFragmentsRule,
      PossibleFragmentSpreadsRule,
      UniqueFragmentNamesRule,
    ],
  ],
  [
    /\$/,
    [
      NoUndefinedVariablesRule,
      NoUnusedVariablesRule,
      UniqueVariableNamesRule,
      VariablesAreInputTypesRule,
      VariablesInAllowedPositionRule,
    ],
  ],
  [/@/, [KnownDirectivesRule, UniqueDirectivesPerLocationRule]],
  [/subscription/, [SingleFieldSubscriptionsRule]],
]

const known = new Map<string, readonly ValidationRule[]>()

/**
 * The rules of the specification that a query can break. Each rule costs a walk of its own, also where there is nothing
 * for it: without those that have no object half of the time is left.
 */
export function rulesFor(query: string): readonly ValidationRule[] {
  const idle = bySign.filter(([sign]) => !sign.test(query))
  const name = idle.map(([sign]) => sign.source).join(' ')
  const before = known.get(name)
  if (before) return before
  const left = new Set(idle.flatMap(([, rules]) => rules))
  const rules = specifiedRules.filter((rule) => !left.has(rule))
  known.set(name, rules)
  return rules
}
