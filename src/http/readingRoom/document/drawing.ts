import { both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import { dateIn } from '../words.js'
import type { ActKind, Lane, Span, Timeline } from './timeline.js'

const words = both({
  sv: {
    drawing: 'Tidslinje. Samma uppgifter står i tabellerna här under.',
    gap: 'Lucka',
    today: 'i dag',
    legend: {
      certain: 'gäller',
      possible: 'kan gälla: dagen är inte känd',
      gap: 'ingen utgåva gällde',
      sealed: 'spärrad',
      readable: 'kunde läsas här',
      withdrawn: 'tillbakadragen',
      published: 'publicerad',
      changed: 'ändrad',
      taken: 'tillbakadragen, spärrad eller gallrad',
    },
    key: 'Teckenförklaring',
  },
  en: {
    drawing: 'Timeline. The same facts stand in the tables below.',
    gap: 'Gap',
    today: 'today',
    legend: {
      certain: 'in force',
      possible: 'perhaps in force: the day is not known',
      gap: 'no edition was in force',
      sealed: 'sealed',
      readable: 'could be read here',
      withdrawn: 'withdrawn',
      published: 'published',
      changed: 'changed',
      taken: 'withdrawn, sealed or disposed of',
    },
    key: 'Key',
  },
})

/** Pixels. Widths are shares of the page, so that text stays as large on a phone as elsewhere. */
const HEIGHT = { top: 42, lane: 66, bar: 14, axis: 24 }
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
  const bottom = HEIGHT.top + lanes.length * HEIGHT.lane
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
          html`<line
              class="tick"
              x1="${x(`${year}-01-01`)}%"
              x2="${x(`${year}-01-01`)}%"
              y1="${HEIGHT.top}"
              y2="${bottom}"
            />
            <text class="year" x="${x(`${year}-01-01`)}%" y="${bottom + 17}">${year}</text>`,
      )}
      ${gaps.map(
        (gap) =>
          html`${box(gap, HEIGHT.top, bottom - HEIGHT.top, 'gap')}
            <text class="word" x="${x(gap.from)}%" y="${HEIGHT.top - 8}">${say.gap}</text>`,
      )}
      ${lanes.map((lane, place) => laneOf(lane, names.get(lane.id) ?? '', HEIGHT.top + place * HEIGHT.lane, x, box))}
      ${marks.map(
        ({ day, isNow }) =>
          html`<line class="now" x1="${x(day)}%" x2="${x(day)}%" y1="${HEIGHT.top - 4}" y2="${bottom}" />
            <text class="word" x="${x(day)}%" y="16" text-anchor="${Number(x(day)) > 60 ? 'end' : 'start'}">
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
  const sealed = isSealed ? ' sealed' : ''
  return html`<text x="0" y="${y + 16}">${name}</text>
    ${validity?.certain && box(validity.certain, barY, HEIGHT.bar, `bar${sealed}`)}
    ${validity?.possible.map((span) => box(span, barY, HEIGHT.bar, isSealed ? 'bar sealed' : 'maybe'))}
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

/** Told apart by shape, not by colour alone. */
const signs: Record<ActKind, Html> = {
  published: html`<circle class="act first" r="5" />`,
  changed: html`<path class="act" d="M0-6 6 0 0 6-6 0Z" />`,
  withdrawn: html`<path class="act" d="M-5-5 5 5M-5 5 5-5" />`,
  sealed: html`<rect class="act taken" x="-5" y="-5" width="10" height="10" />`,
  disposed: html`<rect class="act taken" x="-5" y="-5" width="10" height="10" />`,
}

/** Only what the picture holds is explained. */
function keyOf({ lanes, gaps }: Timeline, speech: Speech): Html {
  const { legend, key } = words[speech]
  const bar = (kind: string): Html => html`<rect class="${kind}" width="24" height="12" />`
  const line = (kind: string): Html => html`<line class="${kind}" x2="24" y1="7" y2="7" />`
  const sign = (kind: ActKind): Html => html`<svg x="12" y="7" overflow="visible">${signs[kind]}</svg>`
  const has = (kind: ActKind): boolean => lanes.some(({ acts }) => acts.some((act) => act.kind === kind))
  const readable = lanes.flatMap((lane) => lane.readable)
  const entries: [boolean, Html, string][] = [
    [lanes.some(({ validity, isSealed }) => !isSealed && validity?.certain), bar('bar'), legend.certain],
    [lanes.some(({ validity }) => (validity?.possible.length ?? 0) > 0), bar('maybe'), legend.possible],
    [gaps.length > 0, bar('gap'), legend.gap],
    [lanes.some(({ validity, isSealed }) => isSealed && validity), bar('bar sealed'), legend.sealed],
    [readable.some(({ isWithdrawn }) => !isWithdrawn), line('public'), legend.readable],
    [readable.some(({ isWithdrawn }) => isWithdrawn), line('withdrawn'), legend.withdrawn],
    [has('published'), sign('published'), legend.published],
    [has('changed'), sign('changed'), legend.changed],
    [has('withdrawn'), sign('withdrawn'), legend.withdrawn],
    [has('sealed') || has('disposed'), sign('sealed'), legend.taken],
  ].filter((entry): entry is [true, Html, string] => Boolean(entry[0]))
  return html`<figcaption class="visually-hidden">${key}</figcaption>
    <ul class="legend">
      ${entries.map(([, sample, name]) => html`<li><svg aria-hidden="true">${sample}</svg>${name}</li>`)}
    </ul>`
}

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
