import { both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import { dateIn } from '../words.js'
import { keyOf, signs } from './key.js'
import type { Lane, Span, Timeline } from './timeline.js'

const words = both({
  sv: {
    drawing: 'Tidslinje. Samma uppgifter står i tabellerna här under.',
    gap: 'Lucka',
    today: 'i dag',
  },
  en: {
    drawing: 'Timeline. The same facts stand in the tables below.',
    gap: 'Gap',
    today: 'today',
  },
})

/** Pixels. Widths are shares of the page, so that text stays as large on a phone as elsewhere. */
const HEIGHT = { words: 28, word: 14, lane: 66, bar: 14, axis: 24 }
/** Per cent of the width that a word takes on a phone: those that stand closer are left out, for the tables have them. */
const WORD = 12
const DAY = 86_400_000

interface Drawn {
  speech: Speech
  timeline: Timeline
  /** What stands above each lane, by its document. */
  names: ReadonlyMap<string, string>
  /** Days that are marked: the moment, and the one that was asked about. */
  marks: readonly { day: string; isNow: boolean }[]
}

/** The timeline as a picture. Whatever it shows is in the tables beside it: to a screen reader it is one picture. */
export function drawingOf({ speech, timeline, names, marks }: Drawn): Html {
  const { lanes, gaps } = timeline
  const x = scaleOf(timeline)
  // Each mark has a line of its own for its word, and the gaps have the last one.
  const top = HEIGHT.words + marks.length * HEIGHT.word
  const bottom = top + lanes.length * HEIGHT.lane
  const say = words[speech]
  const box = (span: Span, y: number, height: number, kind: string): Html =>
    html`<rect class="${kind}" x="${x(span.from)}%" y="${y}" width="${width(x, span)}%" height="${height}" />`
  return html`<figure class="timeline">
    <svg role="img" aria-label="${say.drawing}" width="100%" height="${bottom + HEIGHT.axis}">
      <defs>
        <pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V8" />
        </pattern>
        <pattern id="maybe" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="stripe" d="M0 0V6" />
        </pattern>
      </defs>
      ${ticks(timeline).map(
        (year) =>
          html`<line class="tick" x1="${x(`${year}-01-01`)}%" x2="${x(`${year}-01-01`)}%" y1="${top}" y2="${bottom}" />
            <text class="year" x="${x(`${year}-01-01`)}%" y="${bottom + 17}">${year}</text>`,
      )}
      ${gaps.map((gap) => box(gap, top, bottom - top, 'gap'))}
      ${apart(gaps, x).map(({ from }) => html`<text class="word" x="${x(from)}%" y="${top - 8}">${say.gap}</text>`)}
      ${lanes.map((lane, place) => laneOf(lane, names.get(lane.id) ?? '', top + place * HEIGHT.lane, x, box))}
      ${marks.map(
        ({ day, isNow }, place) =>
          html`<line class="now" x1="${x(day)}%" x2="${x(day)}%" y1="${top - 4}" y2="${bottom}" />
            <text
              class="word"
              x="${x(day)}%"
              y="${16 + place * HEIGHT.word}"
              text-anchor="${Number(x(day)) > 60 ? 'end' : 'start'}"
            >
              ${isNow ? say.today : dateIn(speech, day)}
            </text>`,
      )}
    </svg>
    ${keyOf(timeline, speech)}
  </figure>`
}

type Scale = (day: string) => string
type Box = (span: Span, y: number, height: number, kind: string) => Html

function laneOf({ validity, readable, acts, isSealed }: Lane, name: string, y: number, x: Scale, box: Box): Html {
  const barY = y + 24
  const lineY = barY + HEIGHT.bar + 12
  const { certain = null, possible = [] } = validity ?? {}
  // Of a sealed one only its place is drawn.
  const all = isSealed ? outline([...(certain ? [certain] : []), ...possible]) : null
  return html`<text x="0" y="${y + 16}">${name}</text> ${all && box(all, barY, HEIGHT.bar, 'bar sealed')}
    ${!isSealed && certain && box(certain, barY, HEIGHT.bar, 'bar')}
    ${!isSealed && possible.map((span) => box(span, barY, HEIGHT.bar, 'maybe'))}
    ${readable.map(
      (span) =>
        html`<line
          class="${span.isWithdrawn ? 'withdrawn' : 'public'}"
          x1="${x(span.from)}%"
          x2="${x(span.until)}%"
          y1="${lineY}"
          y2="${lineY}"
        />`,
    )}
    ${acts.map(({ day, kind }) => html`<svg x="${x(day)}%" y="${lineY}" overflow="visible">${signs[kind]}</svg>`)}`
}

/** Those that have room for a word beside the one before. */
function apart(spans: readonly Span[], x: Scale): Span[] {
  const placed: Span[] = []
  for (const span of spans) {
    const last = placed.at(-1)
    if (!last || Number(x(span.from)) - Number(x(last.from)) >= WORD) placed.push(span)
  }
  return placed
}

const outline = (spans: readonly Span[]): Span | null =>
  spans.length === 0
    ? null
    : spans.reduce((one, other) => ({
        from: one.from < other.from ? one.from : other.from,
        until: one.until > other.until ? one.until : other.until,
      }))

/** Shares of the width, in per cent; a little is left at both ends for signs that stand there. */
function scaleOf({ from, until }: Timeline): Scale {
  const [start, end] = [Date.parse(from), Date.parse(until) + DAY]
  return (day) => {
    const share = Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start)))
    return (1 + share * 98).toFixed(2)
  }
}

const width = (x: Scale, { from, until }: Span): string => Math.max(0.3, Number(x(until)) - Number(x(from))).toFixed(2)

/** At most seven years, so that they have room on a phone. */
function ticks({ from, until }: Timeline): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first + 1) / one <= 7) ?? 100
  const start = Math.ceil(first / step) * step
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, place) => start + place * step)
}
