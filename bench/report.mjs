// Figures as tables that can be put into the README as they are.

export const table = (rows) => {
  const names = Object.keys(rows[0] ?? {})
  return [names, names.map(() => '---'), ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Three figures that count. */
export const short = (value) =>
  value === undefined ? '' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))

/** A target: `value` is to be at most `limit`, or with `least` at least. */
export const target = (what, value, limit, { least = false, unit = '' } = {}) => ({
  what,
  value,
  limit,
  unit,
  least,
  met: least ? value >= limit : value <= limit,
})

export const targetTable = (targets) =>
  table(
    targets.map(({ what, value, limit, unit, least, met }) => ({
      target: what,
      wanted: `${least ? '≥' : '≤'} ${limit}${unit && ` ${unit}`}`,
      measured: `${short(value)}${unit && ` ${unit}`}`,
      '': met ? 'met' : '**missed**',
    })),
  )
